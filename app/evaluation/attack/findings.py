"""What an attack found, as the builder, the disclosure officer and the internal report read it."""

from dataclasses import dataclass

Coordinates = tuple[tuple[str, str], ...]
"""The cell's column and code, pair by pair: what a published row says of itself besides its figures."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure that an attack got through to. Names no person: a finding is read by more people than the ledger."""

    attack: str
    release: str
    table: str
    cell: Coordinates
    what: str

    def __str__(self) -> str:
        where = ", ".join(f"{column} {code}" for column, code in self.cell if code != "all")
        return f"{self.attack}: {self.release}/{self.table} ({where}): {self.what}"


Findings = list[Finding]
"""Empty means that the release may leave the state `built`."""
