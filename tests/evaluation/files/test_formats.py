"""What was written, read again by others: each format says the same, with its labels."""

import gzip
import io
import json
from pathlib import Path

import polars as pl
import pyreadstat
import pytest

from app.evaluation.files.codebook import CodebookError, Column, Kind, Table
from app.evaluation.files.columnar import METADATA_KEY
from app.evaluation.files.stata import dta, unique_labels
from app.evaluation.files.words import Words
from app.evaluation.files.writing import files_of
from tests.evaluation.files.conftest import RELEASE, small_table

CSV = "place_code,sex,n,mean,status\n0101,f,23,45.5,published\n0101,m,,,suppressed\n0101,all,31,,published\n"


def test_csv_is_utf_8_with_nothing_where_nothing_is_shown(files: dict[str, bytes]) -> None:
    assert files["cells.csv"].decode() == CSV
    assert "København" in files["codes.csv"].decode("utf-8")


def test_the_compressed_ones_are_the_same_csv(files: dict[str, bytes], tmp_path: Path) -> None:
    assert gzip.decompress(files["cells.csv.gz"]) == files["cells.csv"]
    packed = tmp_path / "cells.csv.zst"
    packed.write_bytes(files["cells.csv.zst"])
    assert pl.read_csv(packed, infer_schema=False).write_csv() == CSV


def test_json_lines(files: dict[str, bytes]) -> None:
    rows = [json.loads(line) for line in files["cells.jsonl"].splitlines()]
    assert rows[1] == {"place_code": "0101", "sex": "m", "n": None, "mean": None, "status": "suppressed"}
    assert [row["n"] for row in rows] == [23, None, 31]


def test_parquet_has_the_frame_and_its_part_of_the_codebook(files: dict[str, bytes], table: Table) -> None:
    content = files["cells.parquet"]
    assert pl.read_parquet(io.BytesIO(content)).equals(table.frame)
    (resource,) = [each for each in json.loads(files["datapackage.json"])["resources"] if each["name"] == "cells"]
    assert json.loads(pl.read_parquet_metadata(io.BytesIO(content))[METADATA_KEY]) == resource["schema"]
    types = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64}
    expected = {field["name"]: types[field["type"]] for field in resource["schema"]["fields"]}
    assert pl.read_parquet_schema(io.BytesIO(content)) == expected


def test_stata_opens_with_labels_and_knows_what_is_not_shown(files: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "cells.dta"
    path.write_bytes(files["cells.dta"])
    frame, meta = pyreadstat.read_dta(path, user_missing=True, output_format="polars")
    assert meta.file_label == "Antal borgere"
    assert meta.column_labels == ["Sted", "Køn", "Antal (med støj)", "Gennemsnit", "Status"]
    assert meta.variable_value_labels["sex"] == {1: "Kvinder", 2: "Mænd", 3: "Alle"}
    assert str(meta.variable_value_labels["n"]) == "{'a': 'Vises ikke; se status'}"
    assert frame["place_code"].to_list() == ["0101"] * 3
    assert frame["sex"].to_list() == [1, 2, 3]
    assert frame["n"].to_list() == [23, "a", 31]
    assert frame["mean"].to_list() == [45.5, "a", "a"]
    assert len(set(meta.variable_to_label.values())) == len(meta.variable_to_label)


def test_a_column_of_which_nothing_is_shown_stays_a_number(tmp_path: Path) -> None:
    made = small_table()
    none = Table("cells", made.words, made.columns, made.frame.with_columns(pl.lit(None, pl.Int64).alias("n")))
    path = tmp_path / "cells.dta"
    path.write_bytes(dta(none))
    frame, meta = pyreadstat.read_dta(path, output_format="polars")
    assert frame["n"].to_list() == [None] * 3
    assert meta.readstat_variable_types["n"] in {"double", "int32"}


def test_two_codes_with_one_label_stay_apart() -> None:
    labels = unique_labels({"a": Words("Andre", "Others"), "b": Words("Andre", "Others"), "c": Words("En", "One")})
    assert labels == {"a": "Andre (a)", "b": "Andre (b)", "c": "En"}


def test_the_same_frames_give_the_same_bytes(files: dict[str, bytes], time_machine: None) -> None:
    assert files_of(RELEASE, [small_table()]) == files


@pytest.fixture
def time_machine() -> object:
    import time_machine as clock

    with clock.travel(2_000_000_000, tick=False) as moved:
        yield moved


def of(frame: pl.DataFrame, codes: dict[str, Words]) -> Table:
    return Table("t", Words("T", "T"), (Column("c", Kind.CODE, Words("C", "C"), codes),), frame)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pl.DataFrame({"c": ["x"]}), "no label for x"),
        (pl.DataFrame({"c": pl.Series([None], dtype=pl.String)}), "a code is missing"),
        (pl.DataFrame({"c": [1]}), "the codebook has"),
        (pl.DataFrame({"d": ["a"]}), "the codebook has"),
    ],
)
def test_a_frame_that_the_codebook_does_not_explain_is_not_written(frame: pl.DataFrame, message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        of(frame, {"a": Words("A", "A")})
