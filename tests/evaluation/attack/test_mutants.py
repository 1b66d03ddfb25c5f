"""A builder with one thing wrong: the audit refuses each."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from types import ModuleType

import polars as pl
import pytest

from app.evaluation.attack.audit import audit, on_exact_figures, on_tallies
from app.evaluation.disclosure import build as build_module
from app.evaluation.disclosure import counts
from app.evaluation.disclosure import means as means_module
from app.evaluation.disclosure import moments as moments_module
from app.evaluation.disclosure import together as together_module
from app.evaluation.disclosure.besides import known_to_each
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import COORDINATES, PUBLISHED, SUPPRESSED, Declared, declared
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.ladders import period_of
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.synthetic import CANARY, Shape, as_known, synthetic
from tests.evaluation.attack.by_hand import answered
from tests.evaluation.attack.naive import SECRET
from tests.evaluation.attack.series import after_withdrawals

DECLARED = declared()
YEARS = (2022, 2023, 2024)
NO_CELL = dict.fromkeys(COORDINATES, pl.String)
NO_PLACE = dict.fromkeys(("place_level", "place_code"), pl.String)
WHOLE = synthetic(5, Shape(citizens=1000))
KNOWN = as_known(WHOLE, datetime(2023, 3, 1, tzinfo=UTC))


def attacks(release: Built, *earlier: Built, of: Microdata = KNOWN) -> set[str]:
    return {each.attack for each in audit(release, earlier, DECLARED, of)}


def with_limits(**limits: float) -> Declared:
    """The programme with other thresholds: for the builder alone."""
    return DECLARED.model_copy(update={"thresholds": DECLARED.thresholds.model_copy(update=limits)})


@pytest.fixture(scope="module")
def release() -> Built:
    return build(KNOWN, DECLARED, SECRET, "r2022", [2022])


@pytest.fixture(scope="module")
def three_years() -> Built:
    return build(WHOLE, DECLARED, SECRET, "r", YEARS)


@pytest.fixture(scope="module")
def ledger(three_years: Built) -> pl.DataFrame:
    """Who is behind what three years show."""
    return three_years.ledger


def test_the_builder_as_it_is_passes(release: Built) -> None:
    assert audit(release, [], DECLARED, KNOWN) == []


def test_no_perturbation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "with_noise", lambda frame, declared: frame["true"].alias("n"))

    assert "perturbation" in attacks(build(KNOWN, DECLARED, SECRET, "r2022", [2022]))


@pytest.mark.usefixtures("quick")
def test_suppression_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "with_noise", lambda frame, declared: frame["true"].alias("n"))
    made = build(KNOWN, DECLARED, SECRET, "r2022", [2022])
    small = pl.col("n").is_between(1, DECLARED.noise.blocked_below - 1).fill_null(value=False)
    status = pl.when(small).then(pl.lit(SUPPRESSED)).otherwise("status")
    cells = made.cells.with_columns(pl.when(~small).then("n").alias("n"), status.alias("status"))
    at = [each for each in cells.columns if each in made.ledger.columns]
    left = made.ledger.join(cells.filter(pl.col("status") == SUPPRESSED), on=at, how="anti")
    found = audit(replace(made, cells=cells, ledger=left), [], DECLARED, KNOWN)

    assert [each for each in found if each.attack == "perturbation" and "carry no noise" in each.what]


@pytest.mark.usefixtures("quick")
def test_a_quarter_computed_again_after_one_withdrew(release: Built) -> None:
    gone = release.ledger.filter(pl.col("measure") == "benefit", pl.col("file") == "cells")["persons"].explode()
    again = build(KNOWN.without(gone.sort()[0]), DECLARED, SECRET, "again", [2022])

    found = attacks(again, release)

    assert "differences" in found


@pytest.mark.usefixtures("quick")
def test_a_quarter_computed_again_with_another_key(release: Built) -> None:
    """The same persons under new noise: no difference in persons, but each look averages more of the noise away."""
    again = build(KNOWN, DECLARED, b"another secret", "again", [2022])

    assert "sets" in attacks(again, release)


@pytest.mark.usefixtures("quick")
def test_someone_added_late_to_a_quarter_that_is_out(release: Built) -> None:
    before = build(KNOWN.without(CANARY), DECLARED, SECRET, "before", [2022])

    assert "differences" in attacks(release, before)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("tallied", "what"), [(False, "differs by 1 persons from"), (True, "a tally made again:")])
def test_one_quarter_of_one_project_shown_again_a_year_later(release: Built, tallied: bool, what: str) -> None:
    """Somebody has withdrawn, and is tallied now. Of counts and of tallies one attack alone sees it."""
    gone = KNOWN.persons.filter(period_of("identified_on", "quarter") == "2022Q3").sort("person").row(0, named=True)
    later = after_withdrawals(as_known(WHOLE, datetime(2024, 3, 1, tzinfo=UTC)), gone["person"])
    usual = build(later, DECLARED, SECRET, "r2023", [2023], [release])
    blind = build(later, DECLARED, SECRET, "r2023", [2022])
    tally = pl.col("measure").is_in(list(DECLARED.tally))
    of_quarter = (pl.col("period") == "2022Q3") & (pl.col("place_code") == gone["project"])
    rows = of_quarter & (tally if tallied else ~tally)
    behind = blind.ledger.filter(rows, pl.col("file") == "cells")
    mutant = replace(
        usual,
        cells=pl.concat([usual.cells, blind.cells.filter(rows)]),
        ledger=pl.concat([usual.ledger, behind]),
    )

    assert audit(usual, [release], DECLARED, later) == []
    found = audit(mutant, [release], DECLARED, later)
    assert found
    assert [each for each in found if what not in each.what] == []


@pytest.mark.parametrize(
    ("file", "limits"),
    [
        # What several figures tell of would be enough to hold the group back by itself.
        ("means", ["means_persons", "means_complement"]),
        ("moments", ["moments_persons", "moments_complement"]),
        ("cost", ["cost_courses"]),
    ],
)
def test_a_threshold_off_by_one(
    monkeypatch: pytest.MonkeyPatch, file: str, limits: list[str], ledger: pl.DataFrame
) -> None:
    """The smallest group of a file, brought down to one person too few: held back, but not by a builder one off."""
    right = getattr(DECLARED.thresholds, limits[0])
    of_file = ledger.filter(pl.col("file") == file).with_columns(elsewhere=pl.col("place_level") != "project")
    smallest = of_file.sort("elsewhere", pl.col("persons").list.len())["persons"][0].to_list()
    fewer = WHOLE.without(*smallest[right - 1 :])

    usual = build(fewer, DECLARED, SECRET, "r", YEARS)
    # The rule of those besides a controller's own would hold the group back by itself.
    for module in (means_module, moments_module):
        monkeypatch.setattr(module, "own_of_each", lambda *_: [])
    mutant = build(fewer, with_limits(**dict.fromkeys(limits, right - 1)), SECRET, "r", YEARS)

    assert exact_attacks(usual, fewer) == set()
    found = {each.what for each in on_exact_figures(mutant, [], DECLARED, fewer) if each.attack == "sets"}
    assert f"rests on {right - 1} persons, fewer than {right}" in found


def test_figures_that_tell_of_a_few_when_many_are_combined(monkeypatch: pytest.MonkeyPatch, three_years: Built) -> None:
    """Two and three of them do not, nor does what is left of a whole."""
    monkeypatch.setattr(together_module, "of_few", lambda *_: iter(()))
    mutant = build(WHOLE, DECLARED, SECRET, "r", YEARS)

    assert exact_attacks(three_years, WHOLE) == set()
    found = list(on_exact_figures(mutant, [], DECLARED, WHOLE))
    assert found
    assert [each for each in found if "figures together tell of" not in each.what] == []


@pytest.mark.usefixtures("quick")
def test_the_smallest_count_off_by_one() -> None:
    noise = DECLARED.noise.model_copy(update={"blocked_below": DECLARED.noise.blocked_below - 1})
    mutant = build(KNOWN, DECLARED.model_copy(update={"noise": noise}), SECRET, "r2022", [2022])

    found = [each for each in audit(mutant, [], DECLARED, KNOWN) if each.attack == "perturbation"]

    assert any(each.what == "no declared noise makes it" for each in found)


def test_cases_off_by_one() -> None:
    """All persons are seven cases."""
    persons = KNOWN.persons.with_columns(case=(pl.int_range(pl.len()) % 7).cast(pl.String))
    seven = replace(KNOWN, persons=persons)
    usual, mutant = (build(seven, each, SECRET, "r", YEARS[:1]) for each in (DECLARED, with_limits(means_cases=7)))

    assert "ranks" not in exact_attacks(usual, seven)
    assert "rests on 7 cases" in {each.what for each in on_exact_figures(mutant, [], DECLARED, seven)}


@pytest.mark.usefixtures("quick")
def test_who_left_with_a_controller_is_told_by_what_is_hidden(monkeypatch: pytest.MonkeyPatch, release: Built) -> None:
    """In place of a recalled release, without one controller: what it had a few in is hidden, the rest is not."""
    out = KNOWN.without_controllers("police-03")
    withheld = dict(KNOWN.places.filter(pl.col("code") == "project-03").select("code", "programme").iter_rows())
    usual = build(out, DECLARED, SECRET, "again", [2022], [release], supersedes=release, withheld=withheld)
    monkeypatch.setattr(build_module, "withheld_places", lambda *_: pl.DataFrame(schema=NO_PLACE))
    mutant = build(out, DECLARED, SECRET, "again", [2022], [release], supersedes=release, withheld=withheld)

    assert audit(usual, [release], DECLARED, out) == []
    found = audit(mutant, [release], DECLARED, out)
    assert {each.attack for each in found if "of a place that is withheld" in each.what} == {"differences"}


def test_a_tally_that_is_not_shown_is_in_no_other(release: Built) -> None:
    """Of a project that stands alone: it is not among the others for that, and nothing is wrong with their number."""
    hidden = pl.col("measure").is_in(list(DECLARED.tally)) & (pl.col("place_code") == "project-03")
    cells = release.cells.with_columns(n=pl.when(~hidden).then("n"))
    assert release.cells.filter(hidden)["n"].drop_nulls().sum() > 2 * DECLARED.noise.most

    assert list(on_tallies(replace(release, cells=cells), [], DECLARED, KNOWN)) == []


@pytest.mark.usefixtures("quick")
def test_a_tally_that_lies(release: Built) -> None:
    """More than counted: no noise goes so far."""
    place = pl.col("place_level") == "programme"
    tally = pl.col("measure").is_in(list(DECLARED.tally))
    for wrong in (place & tally, ~place & tally):
        n = pl.when(wrong).then(pl.col("n") + 2 * DECLARED.noise.most + 1).otherwise("n")
        found = audit(replace(release, cells=release.cells.with_columns(n)), [], DECLARED, KNOWN)
        assert {each.attack for each in found if each.cell and ("measure", *DECLARED.tally) in each.cell} == {
            "perturbation"
        }


def test_a_complement_of_a_few() -> None:
    mutant = build(WHOLE, with_limits(means_complement=1), SECRET, "r", YEARS)

    assert "differences" in exact_attacks(mutant, WHOLE)


@cache
def answered_in_town() -> tuple[Microdata, set[str]]:
    """Of most one controller knows what they answered; and what is found of the builder as it is."""
    at = pl.int_range(pl.len()).over("project") % 7
    runs = pl.when(at == 0).then(pl.lit("town")).otherwise("project")
    several = replace(WHOLE, persons=WHOLE.persons.with_columns(told_by=answered(runs)))
    return several, exact_attacks(build(several, DECLARED, SECRET, "r", YEARS), several)


@pytest.mark.parametrize("module", [means_module, moments_module], ids=["means", "moments"])
def test_one_controller_has_nearly_all_of_a_class(monkeypatch: pytest.MonkeyPatch, module: ModuleType) -> None:
    """It takes its own answers out, and has the mean of the few others."""
    several, usual = answered_in_town()
    monkeypatch.setattr(module, "own_of_each", lambda *_: [])
    mutant = build(several, DECLARED, SECRET, "r", YEARS)

    assert usual == set()
    found = [each for each in on_exact_figures(mutant, [], DECLARED, several) if "whom one knows" in each.what]
    assert {each.attack for each in found} == {"ranks"}


def test_an_evaluator_has_rows_of_nearly_all_of_a_class(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who named it in their consents; it takes them out, and has the mean of the few who did not."""
    named = pl.when(pl.int_range(pl.len()).over("project") % 7 > 0).then(pl.concat_list(pl.lit("evaluator")))
    known = replace(KNOWN, persons=KNOWN.persons.with_columns(recipients=named))
    usual = build(known, DECLARED, SECRET, "r", YEARS[:1])
    nobody = pl.lit(None, pl.List(pl.String))
    blind = lambda persons, *_: known_to_each(persons.with_columns(recipients=nobody))  # noqa: E731
    monkeypatch.setattr(build_module, "known_to_each", blind)
    mutant = build(known, DECLARED, SECRET, "r", YEARS[:1])

    assert exact_attacks(usual, known) == set()
    assert PUBLISHED in set(usual.means["status"])
    assert exact_attacks(mutant, known) == {"ranks"}


@pytest.mark.parametrize("limits", [{"means_cases": 1}, {"cost_staff": 1, "cost_share": 1.0}], ids=["cases", "costs"])
def test_contributors_too_few_or_too_large(limits: dict[str, float]) -> None:
    # All persons are five cases; and one worker works with everybody.
    persons = KNOWN.persons.with_columns(case=(pl.int_range(pl.len()) % 5).cast(pl.String))
    data = replace(KNOWN, persons=persons, costs=KNOWN.costs.with_columns(staff=pl.lit("worker")))

    assert "ranks" not in exact_attacks(build(data, DECLARED, SECRET, "r", YEARS[:1]), data)
    # Whatever the builder itself says of what stands behind its figures.
    mutant = replace(build(data, with_limits(**limits), SECRET, "r", YEARS[:1]), internal={})
    assert "ranks" in exact_attacks(mutant, data)


def test_everybody_answered_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alike = replace(KNOWN, persons=KNOWN.persons.with_columns(benefit=pl.lit(1.0)))
    usual = build(alike, DECLARED, SECRET, "r", YEARS[:1])
    monkeypatch.setattr(means_module, "_spread", lambda *_: pl.lit(value=True))
    mutant = build(alike, DECLARED, SECRET, "r", YEARS[:1])

    assert exact_attacks(usual, alike) == set()
    assert exact_attacks(mutant, alike) == {"homogeneity"}


@pytest.mark.parametrize(("file", "told"), [("means", "means"), ("moments", "moments"), ("cost", "costs")])
def test_a_ledger_without_those_behind_figures(three_years: Built, file: str, told: str) -> None:
    """All other attacks on these files would find nothing."""
    mutant = replace(three_years, ledger=three_years.ledger.filter(pl.col("file") != file))
    what = f"{told} are shown of whom the ledger has nobody"
    assert any(each.what == what for each in on_exact_figures(mutant, [], DECLARED, WHOLE))


def test_a_ledger_of_others_than_those_who_are_counted(release: Built) -> None:
    means = pl.col("file") == "means"
    fewer = pl.when(means).then(pl.col("persons").list.slice(3)).otherwise("persons")
    found = on_exact_figures(replace(release, ledger=release.ledger.with_columns(fewer)), [], DECLARED, KNOWN)
    assert "not the mean of those whom the ledger has" in {each.what for each in found}


def exact_attacks(release: Built, of: Microdata) -> set[str]:
    """Those on means, moments and costs, without the linear programme."""
    return {each.attack for each in on_exact_figures(release, [], DECLARED, of)}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("limits", [{"outcome_share": 1.0}, {"outcome_share": 1.0, "outcome_categories": 1}])
def test_classes_that_are_nearly_all_alike(limits: dict[str, float]) -> None:
    """Everybody got much out of it, but one."""
    ended = KNOWN.persons.filter(pl.col("ended_on").dt.year() == YEARS[0])
    first = ended.drop_nulls("benefit")["person"].sort()[0]
    benefit = pl.when(pl.col("person") == first).then(1.0).otherwise(pl.max_horizontal("benefit", 4.0))
    persons = KNOWN.persons.with_columns(pl.when(pl.col("benefit").is_not_null()).then(benefit).alias("benefit"))
    same = replace(KNOWN, persons=persons)

    assert attacks(build(same, DECLARED, SECRET, "r2022", [2022]), of=same) == set()
    assert "homogeneity" in attacks(build(same, with_limits(**limits), SECRET, "r2022", [2022]), of=same)
