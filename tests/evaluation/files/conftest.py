"""A small release of invented numbers, with what tables of releases have: codes, keys, values that are not shown."""

import polars as pl
import pytest

from app.evaluation.files.codebook import Column, Kind, Table
from app.evaluation.files.release import Release
from app.evaluation.files.words import Words
from app.evaluation.files.writing import files_of

RELEASE = Release(
    id="018f0000-0000-7000-8000-000000000001",
    name="2026-1",
    words=Words("Anonymiserede tal, 1. udgivelse", "Anonymised figures, release 1"),
    snapshot_at="2026-07-01T00:00:00Z",
    periods=({"code": "2026-1", "start": "2026-01-01", "end": "2026-06-30"},),
    parameters={"noise_standard_deviation": 1.73, "smallest_published": 5},
)


def small_table() -> Table:
    sex = {"f": Words("Kvinder", "Women"), "m": Words("Mænd", "Men"), "all": Words("Alle", "All")}
    columns = (
        Column("place_code", Kind.KEY, Words("Sted", "Place"), {"0101": Words("København", "Copenhagen")}),
        Column("sex", Kind.CODE, Words("Køn", "Sex"), sex),
        Column("n", Kind.INTEGER, Words("Antal (med støj)", "Count (with noise)")),
        Column("mean", Kind.NUMBER, Words("Gennemsnit", "Mean")),
        Column(
            "status",
            Kind.CODE,
            Words("Status", "Status"),
            {"published": Words("Vises", "Published"), "suppressed": Words("Vises ikke", "Suppressed")},
        ),
    )
    frame = pl.DataFrame(
        {
            "place_code": ["0101", "0101", "0101"],
            "sex": ["f", "m", "all"],
            "n": [23, None, 31],
            "mean": [45.5, None, None],
            "status": ["published", "suppressed", "published"],
        }
    )
    return Table("cells", Words("Antal borgere", "Counts of citizens"), columns, frame)


@pytest.fixture(scope="session")
def table() -> Table:
    return small_table()


@pytest.fixture(scope="session")
def files(table: Table) -> dict[str, bytes]:
    return files_of(RELEASE, [table])
