import time

import polars as pl

from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.frames import FILES, LEDGER
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.store import _plain
from app.evaluation.synthetic import PROGRAMME, Shape, synthetic
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, Case


def test_a_release_of_a_thousand_citizens_takes_less_than_a_minute() -> None:
    microdata = synthetic(11, Shape(citizens=1000))
    began = time.monotonic()
    build(microdata, DECLARED, SECRET, "r", [2022, 2023, 2024])
    assert time.monotonic() - began < 60


def test_the_files_have_the_declared_columns(usual: Case) -> None:
    for name, frame in usual.built.published().items():
        assert dict(frame.schema) == FILES[name]
        assert set(frame.columns) <= set(DECLARED.columns)
    assert dict(usual.built.ledger.schema) == LEDGER


def test_every_code_has_a_label(usual: Case) -> None:
    cells = usual.built.cells
    for name, frame in usual.built.published().items():
        for column in ("period_type", "place_level", "track", "sex", "age_group", "status", "course_type", "statistic"):
            if column in frame.columns:
                assert set(frame[column]) <= set(DECLARED.codes[column]), (name, column)
        assert set(frame["table"]) <= set(DECLARED.tables)
        if "measure" in frame.columns:
            assert set(frame["measure"]) <= set(DECLARED.measures())
    for measure, category in cells.select("measure", "category").unique().iter_rows():
        assert category in DECLARED.categories(measure)


def test_the_public_parameters_tell_neither_how_large_the_noise_can_be_nor_a_key(usual: Case) -> None:
    parameters = usual.built.parameters
    assert parameters["noise"] == {
        "method": "cell-key",
        "standard_deviation": 1.73,
        "standard_deviation_near_zero": 2.74,
        "near_zero_below": 10,
        "never_published": [1, 2, 3, 4],
    }
    assert SECRET.decode() not in str(parameters)
    assert (usual.built.release, usual.built.years) == ("r1", (2022, 2023, 2024))


def test_the_internal_figures_are_exact(usual: Case) -> None:
    internal = usual.built.internal
    assert internal["persons"] == 1000
    assert internal["by_project"]["project-08"] == 30
    assert sum(internal["statuses"]["cells"].values()) == usual.built.cells.height
    assert set(internal["exact"]) == set(FILES)


def test_a_mean_without_a_label_of_its_own_is_called_by_its_code() -> None:
    assert DECLARED.measures()["moments"].da == "Momenter"
    assert DECLARED.categories("started")["all"].en == "All"


def test_two_programmes_are_never_put_together() -> None:
    whole = synthetic(12, Shape(citizens=400))
    other = {f"project-{number:02}": "municipal" for number in range(4, 9)}
    persons, places = (
        frame.with_columns(pl.col(code).replace_strict(other, default=pl.col("programme")).alias("programme"))
        for frame, code in ((whole.persons, "project"), (whole.places, "code"))
    )
    both = Microdata(persons, whole.costs, whole.tallies, whole.taken_at, places)
    cells = build(both, DECLARED, SECRET, "r", [2022, 2023, 2024]).cells
    flow = cells.filter((pl.col("table") == "flow_quarter") & (pl.col("measure") == "identified"))
    codes = set(flow.filter(pl.col("place_level").is_in(["others", "programme"]))["place_code"])
    assert codes == {"municipal", "others_municipal", PROGRAMME, f"others_{PROGRAMME}"}
    for programme in ("municipal", PROGRAMME):
        shown = flow.filter(pl.col("place_code") == programme)["n"].sum()
        assert abs(int(shown) - persons.filter(pl.col("programme") == programme).height) < 60


def test_no_key_leaves_the_builder(usual: Case) -> None:
    """Of a cell of one its key is that citizen's own, which only the secret gives."""
    for frame in (*usual.built.internal["exact"].values(), *usual.built.published().values(), usual.built.ledger):
        assert not {"hi", "lo"} & set(frame.columns)


def test_the_internal_figures_have_what_is_published_beside_the_truth(usual: Case) -> None:
    """Also of a release in place of a recalled one, where some figures are older than the truth."""
    years = [2022, 2023, 2024]
    gone = usual.microdata.persons.filter(pl.col("project") == "project-01")["person"][:25]
    again = build(
        usual.microdata.without(*gone), DECLARED, SECRET, "again", years, [usual.built], supersedes=usual.built
    )
    for name, frame in again.internal["exact"].items():
        published = again.published()[name].rename({"course_type": "category"} if name == "cost" else {})
        codes = [
            each for each, kind in published.schema.items() if kind == pl.String and each not in {"release", "status"}
        ]
        both = published.join(frame, on=codes, suffix="_internal")
        values = [each for each, kind in published.schema.items() if kind != pl.String]
        assert both.height == frame.height == published.height
        for each in ("status", *values):
            assert both[each].equals(both[f"{each}_internal"], check_names=False), (name, each)
        assert frame.filter(pl.col("status") != "published")["true"].sum() > 0


def test_who_checks_reads_of_the_few_that_are_published_as_nobody(usual: Case) -> None:
    told = _plain(usual.built.internal["exact"])["cells"]
    hidden = [row["true"] for row in told if row["n"] == 0]
    assert {1, 2, 3, 4} <= set(hidden)
    assert all(row["true"] or row["n"] for row in told)
