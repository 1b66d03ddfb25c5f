"""Who signs in with what in the demo: one file of the data folder, readable by its owner only.

The database keeps hashes, so the file is the only place where the secrets stand. When it is lost, or belongs to
another database than the one at hand, every demo client gets a new secret (`app.demo.loading`).
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FILE_NAME = "demo-credentials.json"


@dataclass(frozen=True, slots=True)
class Credential:
    """What a demo client signs in with."""

    organisation_type: str
    organisation_name: str
    organisation_id: str
    track: str | None
    roles: list[str]
    client_id: str
    client_secret: str

    def as_json(self) -> dict[str, Any]:
        """As `python -m app credentials --json` prints it."""
        return asdict(self)


def path_in(data_dir: Path) -> Path:
    """Where the credentials of this installation lie."""
    return data_dir / FILE_NAME


def read(path: Path) -> list[Credential] | None:
    """The credentials, or `None` when there is no file that can be used."""
    try:
        return [Credential(**each) for each in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return None


def write(path: Path, credentials: Sequence[Credential]) -> None:
    """Write the file whole or not at all, with mode 0600."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump([each.as_json() for each in credentials], file, ensure_ascii=False, indent=2)
        file.write("\n")
    beside.replace(path)
