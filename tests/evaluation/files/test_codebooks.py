"""The codebooks: read by what others read them with, and true of the files beside them."""

import hashlib
import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import frictionless
import pytest

from app.evaluation.files.names import BUNDLE, SUMS, media_type

DDI = "{ddi:codebook:2_5}"


@pytest.fixture(scope="module")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, unpacked as its reader would."""
    into = tmp_path_factory.mktemp("release")
    with zipfile.ZipFile(io.BytesIO(files[BUNDLE])) as bundle:
        assert bundle.testzip() is None
        bundle.extractall(into)
    return into / "2026-1"


def test_the_data_package_is_valid_and_so_are_the_rows(folder: Path) -> None:
    report = frictionless.validate(folder / "datapackage.json")
    assert report.valid, report.flatten(["title", "message"])
    assert len(report.tasks) == 2


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("0101,f,23", "0101,f,24", "hash-count"),
        ("0101,f", "0101,x", "constraint-error"),
        (",23,", ",2x,", "type-error"),
    ],
)
def test_a_changed_row_is_found(folder: Path, tmp_path: Path, before: str, after: str, fault: str) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    path = copy / "cells.csv"
    path.write_text(path.read_text().replace(before, after))
    report = frictionless.validate(copy / "datapackage.json")
    assert fault in {row[0] for row in report.flatten(["type"])}


def test_the_data_package_says_what_values_and_gaps_mean(files: dict[str, bytes]) -> None:
    package = json.loads(files["datapackage.json"])
    cells = package["resources"][0]
    fields = {each["name"]: each for each in cells["schema"]["fields"]}
    assert fields["sex"]["categories"][1] == {"value": "m", "label": "Men", "label_da": "Mænd"}
    assert cells["schema"]["missingValues"][0]["value"] == ""
    assert cells["schema"]["missingValues"][0]["label"]
    assert cells["schema"]["primaryKey"] == ["place_code", "sex"]
    assert package["disclosure_control"] == {"noise_standard_deviation": 1.73, "smallest_published": 5}
    assert package["periods"][0]["end"] == "2026-06-30"
    for each in package["files"]:
        content = files[each["path"]]
        assert (each["bytes"], each["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")


def test_ddi_has_each_variable_of_each_file(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files["codebook.ddi.xml"])  # noqa: S314 - written by ourselves
    assert [each.tag.removeprefix(DDI) for each in root] == ["stdyDscr", "fileDscr", "fileDscr", "dataDscr"]
    variables = root.findall(f"{DDI}dataDscr/{DDI}var")
    assert [each.get("name") for each in variables][:5] == ["place_code", "sex", "n", "mean", "status"]
    labels = {each.get("{http://www.w3.org/XML/1998/namespace}lang"): each.text for each in variables[1][:2]}
    assert labels == {"en": "Sex", "da": "Køn"}
    ids = [each.get("ID") for each in root.iter() if each.get("ID")]
    assert len(ids) == len(set(ids))
    checksums = root.findall(f"{DDI}fileDscr/{DDI}notes[@type='checksum']")
    assert checksums[0].text == hashlib.sha256(files["cells.csv"]).hexdigest()


def test_every_file_is_in_the_sums_as_sha256sum_reads_them(files: dict[str, bytes], folder: Path) -> None:
    lines = {line[66:]: line[:64] for line in files[SUMS].decode().splitlines()}
    assert lines.keys() == files.keys() - {SUMS, BUNDLE}
    assert all(hashlib.sha256(files[name]).hexdigest() == digest for name, digest in lines.items())
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "--ignore-missing", SUMS], cwd=folder, check=True)


def test_the_python_reader_reads_with_labels_and_checks(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    script = (
        "import json, read; read.verify(); print(json.dumps([read.table('cells', 'da'), read.label('cells', 'n')]))"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=copy, check=True, capture_output=True, text=True)
    table, label = json.loads(said.stdout)
    assert table["sex"] == ["Kvinder", "Mænd", "Alle"]
    assert table["place_code"] == ["København"] * 3
    assert table["n"] == [23, None, 31]
    assert label == "Antal (med støj)"
    (copy / "cells.jsonl").write_text("{}")
    broken = subprocess.run([sys.executable, "-c", script], cwd=copy, capture_output=True, text=True, check=False)
    assert "cells.jsonl is not as it was published" in broken.stderr


def test_the_stata_script_names_every_table(files: dict[str, bytes]) -> None:
    assert b"foreach table in cells codes {" in files["read.do"]


def test_each_file_has_its_media_type(files: dict[str, bytes]) -> None:
    kinds = {name: media_type(name) for name in files}
    assert kinds["cells.csv.gz"] == "application/gzip"
    assert kinds["cells.csv"] == "text/csv; charset=utf-8"
    assert kinds["cells.parquet"] == "application/vnd.apache.parquet"
    assert kinds[SUMS].startswith("text/plain")
