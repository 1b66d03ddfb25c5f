"""The sandbox release: invented people in the same tables, to write and try scripts on before there are real figures.

It is in no database: it is made when it is first asked for, the same every time, and is always there. Its secret is no
secret, since nobody is behind its numbers.
"""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from threading import Lock
from typing import Any, Final
from uuid import UUID, uuid5

from app.evaluation.evaluator_views import Approvals, ManifestFile, ReleaseEntry, ReleaseManifest
from app.evaluation.files.names import media_type
from app.evaluation.states import ReleaseKind, ReleaseStatus

ID: Final = UUID("5a4db0c5-0000-4000-8000-000000000000")
NAME: Final = "sandbox"
_SEED: Final = 1
_YEARS: Final = (2023, 2024)
_CITIZENS: Final = 1000
_SECRET: Final = b"nobody stands behind these numbers"
_SINCE: Final = datetime(2025, 4, 1, tzinfo=UTC)
_making = Lock()


@dataclass(frozen=True, slots=True)
class SandboxFile:
    """A file with its bytes."""

    file: ManifestFile
    content: bytes


@dataclass(frozen=True, slots=True)
class _Made:
    parameters: Mapping[str, Any]
    files: Mapping[str, SandboxFile]


def entry() -> ReleaseEntry:
    """How it stands in the feed."""
    return ReleaseEntry.model_validate(_ENTRY)


async def manifest() -> ReleaseManifest:
    """As of any release; nobody had to approve it."""
    made = await asyncio.to_thread(_made)
    return ReleaseManifest.model_validate(
        {
            **_ENTRY,
            "taken_at": None,
            "approvals": Approvals(checked_at=None, approved_at=None, controller_ids=[]),
            "parameters": dict(made.parameters),
            "project_ids": [],
            "files": [made.files[name].file for name in sorted(made.files)],
        }
    )


async def file(name: str) -> SandboxFile | None:
    """One of its files."""
    return (await asyncio.to_thread(_made)).files.get(name)


def _made() -> _Made:
    """Made once in a process, however many ask at the same time."""
    with _making:
        return _make()


@lru_cache(maxsize=1)
def _make() -> _Made:
    # Loaded here: what builds takes a second and much memory, and a server may never be asked for it.
    from app.evaluation.disclosure.build import build
    from app.evaluation.disclosure.declared import declared
    from app.evaluation.disclosure.ladders import PROJECT
    from app.evaluation.files.programme import names_of, tables_of
    from app.evaluation.files.release import Release
    from app.evaluation.files.words import Words
    from app.evaluation.files.writing import files_of
    from app.evaluation.report.page import reports_of
    from app.evaluation.synthetic import Shape, synthetic

    microdata = synthetic(_SEED, Shape(citizens=_CITIZENS, years=_YEARS))
    built = build(microdata, declared(), _SECRET, NAME, _YEARS)
    projects = [code for level, code, _ in microdata.places.iter_rows() if level == PROJECT]
    about = Release(
        id=str(ID),
        name=NAME,
        words=Words("Øvelsesudgivelse: opdigtede tal", "Sandbox release: invented figures"),
        snapshot_at=microdata.taken_at.isoformat(),
        parameters=built.parameters,
        sandbox=True,
    )
    names = names_of({code: f"Opdigtet projekt {code}" for code in projects})
    tables = tables_of(built.published(), declared(), names)
    written = files_of(about, tables, reports_of(about, tables))
    return _Made(built.parameters, {name: _file(name, content) for name, content in written.items()})


def _file(name: str, content: bytes) -> SandboxFile:
    digest = hashlib.sha256(content).hexdigest()
    about = ManifestFile(
        id=uuid5(ID, name), name=name, media_type=media_type(name), size_bytes=len(content), sha256=digest
    )
    return SandboxFile(about, content)


_ENTRY: Final[Mapping[str, Any]] = {
    "id": ID,
    "name": NAME,
    "kind": ReleaseKind.SANDBOX,
    "status": ReleaseStatus.PUBLISHED,
    "starts_on": date(_YEARS[0], 1, 1),
    "ends_on": date(_YEARS[-1], 12, 31),
    "final": False,
    "supersedes_id": None,
    "published_at": _SINCE,
    "recalled_at": None,
    "recall_reason": None,
}
