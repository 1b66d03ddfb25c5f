import polars as pl
import pytest

from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import COORDINATES
from app.evaluation.disclosure.noise import perturbation
from app.evaluation.synthetic import CANARY
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, Case, case, programme
from tests.evaluation.disclosure.truth import who

FILES = ("cells", "means", "moments", "cost")


def small_projects(one: Case) -> set[str]:
    starts = {each["project"]: 0 for each in one.persons}
    for each in one.persons:
        starts[each["project"]] += each["started_on"] is not None and each["started_on"].year <= 2024
    return {project for project, number in starts.items() if number < 30}


@pytest.mark.parametrize("name", ["usual", "small"])
def test_everybody_is_counted_where_the_design_says(name: str, request: pytest.FixtureRequest) -> None:
    """The ledger, person by person, against the truth said a second time."""
    one: Case = request.getfixturevalue(name)
    persons, others = one.persons, small_projects(one)
    rows = one.built.ledger.filter(pl.col("file") != "cost")
    assert rows.height > 500
    sample = rows.sample(400, seed=3) if name == "usual" else rows
    for row in sample.iter_rows(named=True):
        assert set(row["persons"]) == who(persons, row, others), {key: row[key] for key in COORDINATES}
        assert row["removed"] == 0


def test_who_is_not_in_the_ledger_is_in_no_published_cell(usual: Case) -> None:
    """A published count without a line in the ledger is of nobody, and says so: the true 0 stays 0."""
    published = usual.built.cells.filter(
        (pl.col("status") == "published") & (pl.col("measure") != "identified_without_consent")
    )
    empty = published.join(usual.built.ledger.filter(pl.col("file") == "cells"), on=COORDINATES, how="anti")
    assert set(empty["n"]) == {0}
    for row in empty.sample(40, seed=1).iter_rows(named=True):
        assert who(usual.persons, row, small_projects(usual)) == set()


def test_counts_are_within_reach_of_the_truth_and_never_small(usual: Case, small: Case) -> None:
    table = perturbation(DECLARED.noise)
    for one in (usual, small):
        both = one.built.cells.filter(pl.col("status") == "published").join(
            one.built.ledger.filter(pl.col("file") == "cells").with_columns(pl.col("persons").list.len().alias("true")),
            on=COORDINATES,
        )
        assert both.height > 300
        assert not set(both["n"]) & {1, 2, 3, 4}
        for true, shown in both.select("true", "n").iter_rows():
            assert true in table.truths(shown)


def test_what_is_not_published_has_no_number(usual: Case) -> None:
    for frame in usual.built.published().values():
        hidden = frame.filter(pl.col("status") != "published")
        assert hidden.height > 0
        numbers = [name for name, kind in frame.schema.items() if kind.is_numeric()]
        assert hidden.select(pl.col(numbers).is_not_null().any()).row(0) == (False,) * len(numbers)
        assert frame.filter(pl.col("status") == "published")["n"].null_count() == 0


def test_the_same_persons_have_the_same_noise_in_every_table(usual: Case) -> None:
    """Whoever is counted twice learns nothing more by it: no table can be averaged against another."""
    seen: dict[frozenset[str], int] = {}
    again = 0
    for file in ("cells", "means", "moments"):
        frame = usual.built.published()[file]
        rows = frame.filter(pl.col("status") == "published").unique([*COORDINATES[:-1], *frame.columns[10:11]])
        lines = usual.built.ledger.filter(pl.col("file") == file)
        on = [each for each in COORDINATES if each in rows.columns]
        for persons, shown in lines.join(rows, on=on).select("persons", "n").iter_rows():
            again += frozenset(persons) in seen
            assert seen.setdefault(frozenset(persons), shown) == shown
    assert again > 50


def test_the_same_input_gives_the_same_bytes() -> None:
    microdata = programme(5, 300)
    shuffled = type(microdata)(
        microdata.persons.sample(fraction=1, shuffle=True, seed=1),
        microdata.costs.sample(fraction=1, shuffle=True, seed=2),
        microdata.tallies.sample(fraction=1, shuffle=True, seed=3),
        microdata.taken_at,
        microdata.places,
    )
    years = [2022, 2023, 2024]
    first, second = (build(each, DECLARED, SECRET, "r", years) for each in (microdata, shuffled))
    for file in FILES:
        assert first.published()[file].write_csv() == second.published()[file].write_csv()
    assert first.ledger.equals(second.ledger)
    other = build(microdata, DECLARED, b"another secret", "r", years)
    assert not first.cells.equals(other.cells)


def test_the_grid_is_complete_and_tells_nothing_of_who_takes_part() -> None:
    with_canary = case(3, 300)
    codes = [each for each in with_canary.built.cells.columns if each not in ("n", "status")]
    for gone in ([CANARY], [each["person"] for each in with_canary.persons if each["municipality"] == "0183"]):
        without = build(with_canary.microdata.without(*gone), DECLARED, SECRET, "r3", (2022, 2023, 2024))
        for file in FILES:
            before, after = with_canary.built.published()[file], without.published()[file]
            keys = [each for each in codes if each in before.columns]
            assert before.select(keys).equals(after.select(keys))
            assert before.height == before.unique().height


def test_a_release_without_anybody_has_the_same_rows() -> None:
    whole = case(3, 300)
    empty = build(
        whole.microdata.without(*whole.microdata.persons["person"]), DECLARED, SECRET, "r3", (2022, 2023, 2024)
    )
    assert empty.cells.height == whole.built.cells.height
    shown = empty.cells.filter((pl.col("status") == "published") & (pl.col("measure") != "identified_without_consent"))
    assert set(shown["n"]) == {0}
    assert empty.ledger.is_empty()


def test_rows_stand_in_the_order_of_their_codes(usual: Case) -> None:
    for frame in usual.built.published().values():
        codes = [name for name, kind in frame.schema.items() if kind == pl.String and name != "status"]
        assert frame.equals(frame.sort(codes))


def test_nothing_that_names_anybody_leaves(usual: Case) -> None:
    people = set(usual.microdata.persons["person"]) | set(usual.microdata.persons["case"])
    for frame in usual.built.published().values():
        for name, kind in frame.schema.items():
            if kind == pl.String:
                assert not set(frame[name].drop_nulls()) & people
        assert not [kind for kind in frame.dtypes if kind.is_temporal()]


def test_small_projects_are_merged_if_there_are_two_and_else_counted_in_the_programme_alone(
    usual: Case, small: Case
) -> None:
    assert small_projects(usual) == {"project-08"}
    assert len(small_projects(small)) > 1
    for one in (usual, small):
        cells = one.built.cells.filter(pl.col("table") == "flow_quarter")
        hidden = cells.filter(pl.col("place_code").is_in(list(small_projects(one))))
        assert set(hidden["status"]) == {"rolled_up"}
        others = cells.filter(pl.col("place_level") == "others")
        assert set(others["status"]) == ({"rolled_up"} if one is usual else {"published"})


def test_identified_without_consent_is_a_tally_with_noise_of_its_own(usual: Case) -> None:
    cells = usual.built.cells.filter(
        (pl.col("measure") == "identified_without_consent") & (pl.col("status") == "published")
    )
    table = perturbation(DECLARED.noise)
    for row in cells.iter_rows(named=True):
        tally = usual.microdata.tallies.filter(pl.col("quarter") == row["period"])
        if row["place_level"] == "project":
            tally = tally.filter(pl.col("project") == row["place_code"])
        assert int(tally["n"].sum()) in table.truths(row["n"])
    assert cells.height == 12 * 8


def test_nobody_is_in_more_than_six_published_cells_of_a_measure(usual: Case) -> None:
    for (_, measure), rows in usual.built.ledger.group_by("file", "measure"):
        times = rows["persons"].explode().value_counts()["count"].max()
        assert isinstance(times, int)
        assert times <= 6, measure


def test_the_noise_of_a_release_is_unbiased() -> None:
    differences = []
    for seed in range(1, 6):
        exact = case(seed, 300).built.internal["exact"]["cells"].filter(pl.col("status") == "published")
        differences += (exact["n"] - exact["true"]).to_list()
    wrong = pl.Series(differences)
    assert wrong.len() > 4000
    mean, deviation = wrong.mean(), wrong.std()
    assert isinstance(mean, float)
    assert isinstance(deviation, float)
    assert abs(mean) < 0.1
    assert deviation < 2.2
