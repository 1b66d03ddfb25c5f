"""The SQL that a migration froze in files beside itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from app.common.statements import together

SEPARATOR = "\n--;;\n"


def frozen(migration_file: str, direction: Literal["up", "down"]) -> Iterator[str]:
    """The statements of `<revision>_boundary.<direction>.sql` beside the migration, many at a time."""
    path = Path(migration_file)
    revision = path.name.split("_", 1)[0]
    kept = path.with_name(f"{revision}_boundary.{direction}.sql").read_text(encoding="utf-8")
    return together(kept.strip().split(SEPARATOR))
