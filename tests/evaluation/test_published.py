"""A release that was really built, checked, approved and published, as the evaluator gets it."""

import asyncio
import hashlib
import io
import json
import zipfile
from pathlib import Path

import frictionless
import polars as pl
import pyreadstat
import pytest

from app.evaluation.job import Builder
from app.installation import Installation
from tests.evaluation.programme import Parties, invented, lay_out
from tests.evaluation.support import PATH, since
from tests.evaluation.test_lifecycle import CITIZENS, approved, built, drafted
from tests.support.world import World

_YEAR = 1989
"""No other test's."""


@pytest.fixture
async def year(installation: Installation, parties: Parties) -> int:
    assert installation.superuser is not None
    await lay_out(installation.superuser, parties, _YEAR, invented(_YEAR, CITIZENS))
    return _YEAR


async def test_what_was_published_arrives_whole_labelled_and_valid(
    world: World, builder: Builder, year: int, parties: Parties, tmp_path: Path
) -> None:
    operator, vive = await world.party("operator-operator"), await world.party("vive-integration")
    _, cursor = await since(vive)
    release = await approved(world, await built(world, builder, await drafted(world, year)))
    assert (await since(vive, cursor))[0] == []
    assert (await operator.act(f"/v1/releases/{release['id']}/publish")).status_code == 200

    found, cursor = await since(vive, cursor)
    assert [each["id"] for each in found] == [release["id"]]
    path = f"{PATH}/{release['id']}"
    manifest = (await vive.get(path)).json()
    assert set(manifest["approvals"]["controller_ids"]) == {str(parties.police), str(parties.ngo)}
    assert manifest["approvals"]["approved_at"]
    assert "most" not in json.dumps(manifest["parameters"]["noise"])

    bundle = await vive.get(f"{path}/bundle.zip")
    zipfile.ZipFile(io.BytesIO(bundle.content)).extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    named = {each["name"]: each for each in manifest["files"]}
    for unpacked in folder.iterdir():
        assert hashlib.sha256(unpacked.read_bytes()).hexdigest() == named[unpacked.name]["sha256"]
    report = await asyncio.to_thread(frictionless.validate, folder / "datapackage.json")
    assert report.valid, report.flatten(["title", "message"])

    package = json.loads((folder / "datapackage.json").read_text())
    assert package["periods"] == [{"code": str(year), "start": f"{year}-01-01", "end": f"{year}-12-31"}]
    places = next(f for f in package["resources"][0]["schema"]["fields"] if f["name"] == "place_code")["categories"]
    assert {each["label_da"] for each in places} >= {"Interventionsmodellen i Østjylland"}
    for resource in package["resources"]:
        _same_in_every_format(folder, resource["name"])
    page = await vive.get(f"{path}/report.html", accept_language="da")
    assert f"Anonymiserede tal: y{year}" in page.text

    await operator.act(f"/v1/releases/{release['id']}/recall", {"reason": "Fejl i kilden."})
    assert (await vive.get(path)).status_code == 410
    (tombstone,), _ = await since(vive, cursor)
    assert (tombstone["status"], tombstone["recall_reason"]) == ("recalled", "Fejl i kilden.")


def _same_in_every_format(folder: Path, name: str) -> None:
    frame = pl.read_parquet(folder / f"{name}.parquet")
    assert pl.read_csv(folder / f"{name}.csv", schema=frame.schema).equals(frame)
    assert pl.read_ndjson(folder / f"{name}.jsonl", schema=frame.schema).equals(frame)
    read, meta = pyreadstat.read_dta(folder / f"{name}.dta", user_missing=True, output_format="polars")
    assert read.columns == frame.columns
    assert all(meta.column_labels)
    for column, kind in frame.schema.items():
        if kind != pl.String:
            assert [None if each == "a" else each for each in read[column]] == frame[column].to_list()
        elif column in meta.variable_value_labels:
            labels = meta.variable_value_labels[column]
            assert len(set(labels.values())) == len(labels)
            assert [labels[each] is not None for each in read[column]]
        else:
            assert read[column].to_list() == frame[column].to_list()
