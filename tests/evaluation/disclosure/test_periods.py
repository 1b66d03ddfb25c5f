from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import polars as pl
import pytest

from app.evaluation.attack.audit import audit
from app.evaluation.disclosure.build import PeriodsError, build
from app.evaluation.disclosure.declared import COORDINATES, PUBLISHED, SUPPRESSED
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.ledger import TooManyCellsError, counted
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.withheld import PARAMETER
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, erased, known_by, programme

YEARS = (2022, 2023, 2024)
WHOLE = programme(4, 400)
MODEL = "intervention_model_2022_2024"


@cache
def of_2022() -> Built:
    """The first release; no test changes it."""
    return build(known_by(WHOLE, 2023), DECLARED, SECRET, "r2022", [2022])


@cache
def yearly(*withdrawn: Sequence[str]) -> Sequence[tuple[Microdata, Built]]:
    """A release a year; those named for a year have withdrawn by the release after it."""
    made: list[tuple[Microdata, Built]] = []
    gone: list[str] = []
    for at, year in enumerate(YEARS):
        microdata = known_by(WHOLE, year + 1).without(*gone)
        earlier = [built for _, built in made]
        made.append((microdata, build(microdata, DECLARED, SECRET, f"r{year}", [year], earlier, final=year == 2024)))
        gone += withdrawn[at] if at < len(withdrawn) else []
    return made


def test_periods_are_released_once_and_only_when_they_are_over() -> None:
    first = of_2022()
    with pytest.raises(PeriodsError, match="2022 was released before"):
        build(known_by(WHOLE, 2024), DECLARED, SECRET, "again", [2022, 2023], [first])
    with pytest.raises(PeriodsError, match="2023 is not over yet"):
        build(known_by(WHOLE, 2023, 12), DECLARED, SECRET, "early", [2023], [first])
    with pytest.raises(PeriodsError, match="in a row"):
        build(WHOLE, DECLARED, SECRET, "gap", [2022, 2024])
    with pytest.raises(PeriodsError, match="in a row"):
        build(WHOLE, DECLARED, SECRET, "none", [])


def test_no_two_releases_have_a_cell_in_common() -> None:
    frames = [built.cells for _, built in yearly()]
    cells = pl.concat(frames).filter(pl.col("period_type") != "late").select(COORDINATES)
    assert cells.height == cells.unique().height


def test_a_withdrawal_changes_nothing_of_what_was_released_and_nothing_of_the_others_later() -> None:
    some = WHOLE.persons.filter(pl.col("ended_on").dt.year() == 2022)["person"][:6]
    before, after = yearly(), yearly(tuple(some))
    assert before[0][1].cells.equals(after[0][1].cells)
    for row in after[1][1].ledger["persons"]:
        assert not set(row) & set(some)


def late_arrivals() -> tuple[Microdata, Microdata]:
    """Forty persons' records came in after the first release, with everything that happened in 2022."""
    came_late = WHOLE.persons.filter(pl.col("ended_on").dt.year() == 2022)["person"][:40].to_list()
    return known_by(WHOLE, 2023).without(*came_late), WHOLE


@cache
def with_late_arrivals() -> tuple[Built, Built, Built]:
    """A release a year; the last one is the final one."""
    early, whole = late_arrivals()
    first = build(early, DECLARED, SECRET, "r2022", [2022])
    second = build(known_by(whole, 2024), DECLARED, SECRET, "r2023", [2023], [first])
    return first, second, build(whole, DECLARED, SECRET, "r2024", [2024], [first, second], final=True)


def test_what_came_late_is_shown_in_the_final_release_alone_and_for_the_programme_alone() -> None:
    _, whole = late_arrivals()
    first, second, last = with_late_arrivals()
    for built in (first, second):
        assert "late" not in set(built.cells["period_type"])
    late = last.cells.filter(pl.col("period_type") == "late")
    assert set(late["place_level"]) == {"programme"}
    assert set(late["track"]) == {"all"}
    in_2022 = {
        each["person"]
        for each in whole.persons.to_dicts()
        if each["started_on"] is not None and each["started_on"].year == 2022
    }
    known = {one for row in first.ledger.filter(pl.col("measure") == "started")["persons"] for one in row}
    shown = last.ledger.filter((pl.col("period_type") == "late") & (pl.col("measure") == "started"))
    assert set(shown["persons"].explode()) == in_2022 - known
    assert len(in_2022 - known) >= 40
    assert "published" in set(late.filter(pl.col("measure") == "ending")["status"])
    assert last.means.filter((pl.col("period_type") == "late") & (pl.col("status") == "published")).height > 0


def test_nobody_is_counted_twice_in_a_measure_over_all_releases() -> None:
    """Neither by two quarters nor by a quarter and the late pool."""
    lines = pl.concat([built.ledger for built in with_late_arrivals()]).filter(
        (pl.col("table") == "flow_quarter") & (pl.col("place_level") == "programme")
    )
    for (_,), rows in lines.group_by("measure"):
        people = rows["persons"].explode()
        assert people.len() == people.n_unique()


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("column", ["consented_on", "ended_on", "identified_on", "passed_on_on"])
def test_whoever_consents_anew_or_has_a_date_moved_is_counted_once(column: str) -> None:
    """In the first release that counted them: the next one is not refused for it."""
    first, later = of_2022(), known_by(WHOLE, 2024)
    moved = pl.col(column).dt.year() == 2022
    days = pl.when(moved).then(pl.col(column).dt.offset_by("1y")).otherwise(column)
    changed = replace(later, persons=later.persons.with_columns(days))
    assert later.persons.filter(moved).height > 30
    assert audit(build(changed, DECLARED, SECRET, "r2023", [2023], [first]), [first], DECLARED, changed) == []


def test_a_withdrawn_person_who_consents_again_is_not_late() -> None:
    some = WHOLE.persons.filter(pl.col("identified_on").dt.year() == 2022)["person"][:5].to_list()
    first = of_2022()
    second = build(known_by(WHOLE, 2024).without(*some), DECLARED, SECRET, "r2023", [2023], [first])
    last = build(WHOLE, DECLARED, SECRET, "r2024", [2024], [first, second], final=True)
    late = last.ledger.filter((pl.col("period_type") == "late") & (pl.col("measure") == "identified"))
    assert not set(late["persons"].explode()) & set(some)


@pytest.mark.usefixtures("quick")
def test_after_an_erasure_a_later_year_is_refused_for_its_own_figures_alone() -> None:
    """What the costs of the first year rest on now is fewer than ten, and some of them cost something in the next."""
    first, later = of_2022(), known_by(WHOLE, 2024)
    costs = first.ledger.filter(pl.col("file") == "cost")["persons"]
    gone = costs.list.slice(DECLARED.thresholds.cost_courses - 1).explode().unique().to_list()
    fewer = replace(first, ledger=erased(first.ledger, gone))
    known = later.without(*gone)
    assert audit(build(known, DECLARED, SECRET, "r2023", [2023], [fewer]), [fewer], DECLARED, known) == []

    loose = {"means_complement": 1, "means_persons": 5, "cost_courses": 5}
    limits = DECLARED.model_copy(update={"thresholds": DECLARED.thresholds.model_copy(update=loose)})
    found = audit(build(known, limits, SECRET, "r2023", [2023], [fewer]), [fewer], DECLARED, known)
    assert {each.release for each in found} == {"r2023"}


def _instead(changed: Microdata, first: Built) -> Built:
    return build(changed, DECLARED, SECRET, "r2022-2", [2022], [first], supersedes=first)


def test_a_release_in_place_of_a_recalled_one_shows_what_that_one_did() -> None:
    """Whoever came, left, was erased or corrected in between: no difference tells of anybody."""
    microdata, first = known_by(WHOLE, 2023), of_2022()
    of_project = microdata.persons.filter(pl.col("project") == "project-01")["person"].to_list()
    corrected = microdata.persons.with_columns(who5_end=100 - pl.col("who5_end"))
    for changed in (
        microdata.without(*of_project[:3]),
        microdata.without(*of_project[:40]),
        microdata.without(*microdata.persons["person"]),
        replace(microdata, persons=corrected),
    ):
        second = _instead(changed, first)
        assert second.parameters["supersedes"] == "r2022"
        for name, frame in first.published().items():
            assert second.published()[name].drop("release").equals(frame.drop("release")), name
            assert set(second.published()[name]["release"]) == {"r2022-2"}
        assert second.ledger.drop("release").equals(first.ledger.drop("release"))
        assert audit(second, [first], DECLARED, changed) == []


def test_what_was_erased_stays_erased_in_a_release_in_place_of_a_recalled_one() -> None:
    microdata, first = known_by(WHOLE, 2023), of_2022()
    gone = microdata.persons.filter(pl.col("project") == "project-01")["person"].to_list()[:3]
    without_few = replace(first, ledger=erased(first.ledger, gone))
    second = _instead(microdata.without(*gone), without_few)
    assert second.ledger.drop("release").equals(without_few.ledger.drop("release"))
    assert second.ledger["removed"].sum() > 0
    assert audit(second, [without_few], DECLARED, microdata.without(*gone)) == []


def test_it_takes_the_place_of_one_of_the_same_years() -> None:
    first = of_2022()
    with pytest.raises(PeriodsError, match="same years"):
        build(known_by(WHOLE, 2024), DECLARED, SECRET, "other", [2023], [first], supersedes=first)


def test_a_controller_that_does_not_approve_is_left_out() -> None:
    microdata = known_by(WHOLE, 2023)
    without = microdata.without_controllers("police-02")
    assert not set(without.persons["project"]) & {"project-02"}
    assert not set(without.costs["project"]) & {"project-02"}
    assert without.persons.height == microdata.persons.filter(pl.col("project") != "project-02").height
    built = build(without, DECLARED, SECRET, "r", [2022])
    assert "project-02" in set(built.cells["place_code"])


def test_a_programme_that_shows_somebody_too_often_is_refused() -> None:
    fewer = DECLARED.model_copy(update={"thresholds": DECLARED.thresholds.model_copy(update={"cells_per_person": 3})})
    with pytest.raises(TooManyCellsError, match="published cells"):
        build(known_by(WHOLE, 2023), fewer, SECRET, "r", [2022])


def test_the_finer_measure_and_the_coarser_one_are_the_same_to_who_was_counted() -> None:
    first = of_2022()
    known = counted(DECLARED, [first])
    assert known["who5_band_change"] == known["who5_change"]
    assert known["started"]


def test_a_controller_that_is_left_out_is_in_nothing_that_is_kept_and_what_is_hidden_tells_nothing() -> None:
    """Of its project, and of all that it is counted in, nothing is shown, however many its citizens are."""
    microdata = known_by(WHOLE, 2023)
    towns = set(microdata.places.filter(pl.col("level") == "municipality")["code"])
    closed = {"project-02", f"others_{MODEL}", MODEL, *towns}
    its = microdata.persons.filter(pl.col("project") == "project-02")["person"].to_list()
    for few in (its[3:], []):
        whole = microdata.without(*few)
        first = build(whole, DECLARED, SECRET, "r2022", [2022])
        without = whole.without_controllers("police-02")
        # Nobody's agreement has the project in the snapshot any more: its rows are written out all the same.
        gone = replace(without, places=without.places.filter(pl.col("code") != "project-02"))
        second = build(gone, DECLARED, SECRET, "r-2", [2022], [first], supersedes=first, withheld={"project-02": MODEL})
        third = build(whole, DECLARED, SECRET, "r-3", [2022], [second], supersedes=second)
        assert second.parameters[PARAMETER] == third.parameters[PARAMETER] == {"project-02": MODEL}
        for name, frame in first.published().items():
            of_place, status = pl.col("place_code").is_in(list(closed)), pl.col("status")
            hidden = frame.with_columns(
                pl.when(of_place & (status == PUBLISHED)).then(pl.lit(SUPPRESSED)).otherwise(status).alias("status")
            )
            for later in (second, third):
                now = later.published()[name]
                assert now["status"].equals(hidden["status"])
                assert now.drop("release").filter(~of_place).equals(frame.drop("release").filter(~of_place))
        assert second.ledger.filter(pl.col("place_code").is_in(list(closed))).is_empty()
