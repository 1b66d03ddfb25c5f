from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import polars as pl
import pytest

from app.evaluation.attack.audit import on_exact_figures
from app.evaluation.disclosure.build import PeriodsError, build
from app.evaluation.disclosure.declared import COORDINATES, PLACE, PUBLISHED, SUPPRESSED
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.ledger import TooManyCellsError, counted, erased
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.withheld import PARAMETER
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, known_by, programme

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


def test_a_withdrawn_person_who_consents_again_is_not_late() -> None:
    some = WHOLE.persons.filter(pl.col("identified_on").dt.year() == 2022)["person"][:5].to_list()
    first = of_2022()
    second = build(known_by(WHOLE, 2024).without(*some), DECLARED, SECRET, "r2023", [2023], [first])
    last = build(WHOLE, DECLARED, SECRET, "r2024", [2024], [first, second], final=True)
    late = last.ledger.filter((pl.col("period_type") == "late") & (pl.col("measure") == "identified"))
    assert not set(late["persons"].explode()) & set(some)


def test_an_erasure_removes_the_ids_and_keeps_their_number() -> None:
    built = of_2022()
    gone = built.ledger["persons"][0][0]
    after = erased(built.ledger, [gone])
    assert gone not in set(after["persons"].explode())
    before = built.ledger["persons"].list.len()
    assert (after["persons"].list.len() + after["removed"]).to_list() == before.to_list()
    assert erased(after, [gone]).equals(after)


def _instead(changed: Microdata, first: Built) -> Built:
    return build(changed, DECLARED, SECRET, "r2022-2", [2022], [first], supersedes=first)


def test_a_release_in_place_of_a_recalled_one_differs_in_a_cell_by_nobody_or_by_ten() -> None:
    microdata, first = known_by(WHOLE, 2023), of_2022()
    of_project = microdata.persons.filter(pl.col("project") == "project-01")["person"].to_list()
    for gone in (of_project[:3], of_project[:25]):
        second = _instead(microdata.without(*gone), first)
        assert second.parameters["supersedes"] == "r2022"
        lines = second.ledger.join(first.ledger, on=["file", *COORDINATES], how="left", suffix="_before")
        different = [
            len(set(now) ^ set(before)) for now, before in lines.select("persons", "persons_before").iter_rows()
        ]
        assert not [each for each in different if 0 < each < 10]
        both = second.cells.join(first.cells, on=COORDINATES, suffix="_before")
        assert both.height == first.cells.height
        assert both.filter((pl.col("status") == "published") & (pl.col("status_before") != "published")).is_empty()
        changed = both.filter(pl.col("n") != pl.col("n_before"))
        assert changed.is_empty() == (len(gone) == 3)


def test_a_distribution_is_computed_again_as_a_whole_or_not_at_all() -> None:
    """Where most of who left stood in one category, that one alone would move."""
    microdata, first = known_by(WHOLE, 2023), of_2022()
    outcomes = pl.col("file") == "cells", pl.col("measure").is_in(list(DECLARED.outcomes))
    counts = first.ledger.filter(*outcomes)
    gone = counts.sort(pl.col("persons").list.len(), *COORDINATES)["persons"][-1].to_list()[:20]
    second = _instead(microdata.without(*gone), first)
    lines = counts.join(second.ledger.filter(*outcomes), on=COORDINATES, how="full", coalesce=True, suffix="_now")
    nobody = pl.lit([], pl.List(pl.String))
    persons, now = (pl.col(each).fill_null(nobody) for each in ("persons", "persons_now"))
    shown = second.cells.filter(pl.col("status") == "published").select(COORDINATES)
    by_class = (
        lines.join(shown, on=COORDINATES, how="semi")
        .group_by(PLACE)
        .agg(persons.list.set_symmetric_difference(now).list.len().alias("changed"))
    )
    changes = [sorted(each) for each in by_class["changed"].to_list()]
    assert changes
    assert not [each for each in changes if each[0] < 10 <= each[-1]]
    # What can neither be kept nor computed again is not shown.
    both = second.cells.join(first.cells, on=COORDINATES, suffix="_before")
    hidden = both.filter(pl.col("status") == "suppressed", pl.col("status_before") == "published")
    assert set(hidden["measure"]) & set(DECLARED.outcomes)


def test_a_cell_of_which_a_few_were_erased_is_never_computed_again() -> None:
    microdata, first = known_by(WHOLE, 2023), of_2022()
    gone = microdata.persons.filter(pl.col("project") == "project-01")["person"].to_list()
    without_few = replace(first, ledger=erased(first.ledger, gone[:3]))
    second = _instead(microdata.without(*gone[:40]), without_few)
    touched = without_few.ledger.filter(pl.col("removed").is_between(1, 4) & (pl.col("file") == "cells"))
    both = touched.join(second.cells, on=COORDINATES).join(first.cells, on=COORDINATES, suffix="_before")
    shown = both.filter(pl.col("status") == "published")
    assert shown.height > 20
    assert shown["n"].to_list() == shown["n_before"].to_list()
    # What is not shown any more stands in a class that may not be, and then as a whole.
    assert set(both.filter(pl.col("status") != "published")["measure"]) <= set(DECLARED.outcomes) | {"contact_time"}
    kept = second.ledger.join(touched.select("file", *COORDINATES), on=["file", *COORDINATES], how="semi")
    assert kept.height == shown.height


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


LIMITS = DECLARED.thresholds


@cache
def of_two_years() -> tuple[Microdata, pl.DataFrame]:
    """A greater programme, and who is behind what a release of it shows."""
    whole = known_by(programme(5), 2024)
    return whole, build(whole, DECLARED, SECRET, "r", [2022, 2023]).ledger


@pytest.mark.parametrize(
    ("file", "measure", "limit"),
    [
        ("cells", "benefit", 3 * LIMITS.outcome_persons_per_category),
        ("means", "recovery", LIMITS.means_persons),
        ("moments", "moments", LIMITS.moments_persons),
        ("cost", "cost", LIMITS.cost_courses),
    ],
)
def test_what_stood_on_its_limit_is_not_hidden_because_a_few_left(file: str, measure: str, limit: int) -> None:
    """Of a class as small as may be shown some withdraw: whoever reads both releases sees nothing of it."""
    (whole, ledger), years = of_two_years(), [2022, 2023]
    classes = ledger.filter(pl.col("file") == file, pl.col("measure") == measure)
    of_class = PLACE if file == "cells" else COORDINATES
    behind = classes.group_by(of_class).agg(pl.col("persons").explode().unique().sort())
    smallest = behind.sort(pl.col("persons").list.len(), *of_class)["persons"][0].to_list()
    microdata = whole.without(*smallest[limit:])
    fewer = microdata.without(*smallest[:3])

    first = build(microdata, DECLARED, SECRET, "r", years)
    usual = build(fewer, DECLARED, SECRET, "r", years)
    second = build(fewer, DECLARED, SECRET, "r-2", years, [first], supersedes=first)

    assert not first.published()[file]["status"].equals(usual.published()[file]["status"])
    for name, frame in first.published().items():
        assert second.published()[name].drop("release").equals(frame.drop("release")), name
    assert second.ledger.drop("release").equals(first.ledger.drop("release"))
    assert not list(on_exact_figures(second, [first], DECLARED, fewer))


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
