"""What a build computes, apart from the database and in a process of its own: tables, the attack on them, files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import polars as pl

from app.evaluation.attack.audit import audit
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import declared
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.files.names import media_type
from app.evaluation.files.plain import csv
from app.evaluation.files.programme import names_of, tables_of
from app.evaluation.files.release import Release
from app.evaluation.files.words import Words
from app.evaluation.files.writing import files_of
from app.evaluation.report.page import reports_of
from app.evaluation.synthetic import Shape, synthetic

SANDBOX_SEED = 20220901
MOST_FINDINGS = 200
"""How many of the attacker's findings the internal report names; it counts them all."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which release is to be made."""

    release_id: str
    name: str
    starts_on: date
    ends_on: date
    final: bool
    sandbox: bool
    supersedes: tuple[str, ...]
    """The recalled release in whose place it comes, the one that that came in place of, and so on."""
    projects: Mapping[str, str]
    """Names of the projects, by id."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years of its period."""
        return tuple(range(self.starts_on.year, self.ends_on.year + 1))


@dataclass(frozen=True, slots=True)
class File:
    """A file to be kept; `project` of a project's part."""

    name: str
    media_type: str
    content: bytes
    project: str | None = None


def invented(order: Order) -> Microdata:
    """The people of a sandbox release."""
    return synthetic(SANDBOX_SEED, Shape(years=order.years))


def tables(
    microdata: Microdata, secret: bytes, order: Order, earlier: Sequence[Built], withheld: Mapping[str, str]
) -> Built:
    """The release's tables, with the ledger."""
    before = {each.release: each for each in earlier}
    taken_back = before[order.supersedes[0]] if order.supersedes and not order.sandbox else None
    return build(
        microdata,
        declared(),
        secret,
        order.name,
        order.years,
        earlier,
        final=order.final,
        supersedes=taken_back,
        withheld=withheld,
    )


def attacked(built: Built, earlier: Sequence[Built], microdata: Microdata) -> list[dict[str, Any]]:
    """What the attacker finds: nothing, or the release goes nowhere."""
    return [
        {
            "attack": each.attack,
            "release": each.release,
            "table": each.table,
            "cell": dict(each.cell),
            "what": each.what,
        }
        for each in audit(built, earlier, declared(), microdata)
    ]


def files(built: Built, order: Order, taken_at: datetime) -> list[File]:
    """The release's files, and each project's part of its tables."""
    of = Release(
        id=order.release_id,
        name=order.name,
        words=Words(f"Udgivelse {order.name}", f"Release {order.name}"),
        snapshot_at=taken_at.isoformat(timespec="seconds"),
        periods=tuple({"code": str(year), "start": f"{year}-01-01", "end": f"{year}-12-31"} for year in order.years),
        supersedes=order.supersedes,
        parameters=built.parameters,
        sandbox=order.sandbox,
    )
    published = tables_of(built.published(), declared(), names_of(order.projects))
    whole = files_of(of, published, reports_of(of, published))
    made = [File(name, media_type(name), content) for name, content in whole.items()]
    return [*made, *_parts(built, order)]


def _parts(built: Built, order: Order) -> list[File]:
    """Of each table the rows of one project, which its partners may read."""
    found = []
    for project in order.projects:
        for name, frame in built.published().items():
            own = frame.filter((pl.col("place_level") == "project") & (pl.col("place_code") == project))
            if not own.is_empty():
                found.append(File(f"{name}.csv", media_type(f"{name}.csv"), csv(own), project))
    return found
