"""All files of a release, in the order in which one wants to read of them."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from app.evaluation.files import plain
from app.evaluation.files.codebook import Table, codes_table
from app.evaluation.files.columnar import parquet
from app.evaluation.files.datapackage import datapackage
from app.evaluation.files.ddi import ddi
from app.evaluation.files.names import BUNDLE, COMPRESSED, SUMS
from app.evaluation.files.release import Release
from app.evaluation.files.stata import dta

_READERS: Final = Path(__file__).with_name("readers")


def files_of(release: Release, tables: Sequence[Table], reports: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The bytes of each file by its name; the bundle has the others in it, besides the compressed twins.

    Args:
        reports: the pages that go along (`app.evaluation.report`).
    """
    every = (*tables, codes_table(tuple(tables)))
    files: dict[str, bytes] = {}
    for table in every:
        files |= _data(table)
    files |= _readers(every)
    files |= reports or {}
    files["disclosure.json"] = _pretty(release.parameters)
    files["codebook.ddi.xml"] = ddi(release, every, files)
    files["datapackage.json"] = datapackage(release, every, files)
    files[SUMS] = _sums(files)
    files[BUNDLE] = _bundle(release.name, files)
    return files


def _data(table: Table) -> Iterator[tuple[str, bytes]]:
    yield f"{table.name}.csv", plain.csv(table.frame)
    yield f"{table.name}.csv.gz", plain.csv_gz(table.frame)
    yield f"{table.name}.csv.zst", plain.csv_zst(table.frame)
    yield f"{table.name}.jsonl", plain.json_lines(table.frame)
    yield f"{table.name}.parquet", parquet(table)
    yield f"{table.name}.dta", dta(table)


def _readers(tables: Sequence[Table]) -> Iterator[tuple[str, bytes]]:
    names = " ".join(each.name for each in tables)
    for path in sorted(_READERS.iterdir()):
        if path.suffix in {".py", ".R", ".do"}:
            yield path.name, path.read_text(encoding="utf-8").replace("{tables}", names).encode()


def _pretty(parameters: Mapping[str, object]) -> bytes:
    return (json.dumps(parameters, ensure_ascii=False, indent=1) + "\n").encode()


def _sums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def _bundle(folder: str, files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        for name, content in files.items():
            if name.endswith(COMPRESSED):
                continue
            entry = zipfile.ZipInfo(f"{folder}/{name}")  # of 1980, as all entries without a time
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            bundle.writestr(entry, content, compresslevel=9)
    return out.getvalue()
