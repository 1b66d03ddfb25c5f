"""The SQL that a migration froze in files beside itself."""

from pathlib import Path
from typing import Literal

SEPARATOR = "\n--;;\n"


def frozen(migration_file: str, direction: Literal["up", "down"]) -> list[str]:
    """The statements of `<revision>_boundary.<direction>.sql` beside the migration."""
    path = Path(migration_file)
    revision = path.name.split("_", 1)[0]
    return path.with_name(f"{revision}_boundary.{direction}.sql").read_text(encoding="utf-8").strip().split(SEPARATOR)
