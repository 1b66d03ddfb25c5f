"""The case system's own side: what it still has to tell the platform, and its copy of what the platform has told it.

A SQLite file stands for the database of a real case system. What matters is only which writes share a transaction.
"""

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

JSON = dict[str, Any]

_TABLES = """
CREATE TABLE IF NOT EXISTS task (
  number INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  reference TEXT NOT NULL,
  action TEXT,                -- NULL: write the record as `body` says; else what is done with it, once
  body TEXT NOT NULL,
  key TEXT NOT NULL,          -- the Idempotency-Key, made with the task and the same at every attempt
  outcome TEXT                -- NULL until answered; `done`, or the problem document that a person has to look at
);
CREATE TABLE IF NOT EXISTS copy (
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  record TEXT,                -- NULL once it is not ours to see any more: nothing of it is kept
  PRIMARY KEY (collection, id)
);
CREATE TABLE IF NOT EXISTS place (only INTEGER PRIMARY KEY CHECK (only = 1), after TEXT NOT NULL);
"""


@dataclass(frozen=True)
class Task:
    """Something to tell the platform."""

    number: int
    collection: str
    reference: str
    action: str | None
    body: JSON
    key: str


class Store:
    """The file. It holds people's data: it is made for its owner alone."""

    def __init__(self, path: Path) -> None:
        path.touch(mode=0o600)
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.executescript(_TABLES)

    def close(self) -> None:
        """Close it."""
        self._file.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing, whatever happens in between."""
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")

    # --- outward ------------------------------------------------------------------------------------

    def add(self, collection: str, reference: str, body: JSON, action: str | None = None) -> None:
        """Remember to tell; in a real system in the transaction in which a caseworker saves the record."""
        row = (collection, reference, action, json.dumps(body), str(uuid.uuid4()))
        self._file.execute("INSERT INTO task (collection, reference, action, body, key) VALUES (?, ?, ?, ?, ?)", row)

    def next_task(self) -> Task | None:
        """The first that is not answered: a later one may rest on it."""
        row = self._file.execute(
            "SELECT number, collection, reference, action, body, key FROM task WHERE outcome IS NULL ORDER BY number"
        ).fetchone()
        return None if row is None else Task(*row[:4], json.loads(row[4]), row[5])

    def answered(self, task: Task, outcome: str) -> None:
        """It has been told, or refused."""
        self._file.execute("UPDATE task SET outcome = ? WHERE number = ?", (outcome, task.number))

    def refused(self) -> list[tuple[str, str, JSON]]:
        """What a person has to look at: collection, reference, problem document."""
        rows = self._file.execute("SELECT collection, reference, outcome FROM task WHERE outcome LIKE '{%'")
        return [(collection, reference, json.loads(problem)) for collection, reference, problem in rows]

    # --- inward -------------------------------------------------------------------------------------

    def place(self) -> str | None:
        """Up to where the platform's changes are taken in."""
        row = self._file.execute("SELECT after FROM place").fetchone()
        return None if row is None else str(row[0])

    def take_in(self, records: Iterable[tuple[str, str, JSON | None]], place: str, *, anew: bool = False) -> None:
        """Records as they are now (None: not ours to see), and the place they lead to, in one transaction.

        Args:
            anew: they are all that there is; what is not among them is not ours to see any more.
        """
        rows = [
            (collection, id_, None if record is None else json.dumps(record)) for collection, id_, record in records
        ]
        with self.transaction():
            if anew:
                self._file.execute("UPDATE copy SET record = NULL")
            self._file.executemany("INSERT OR REPLACE INTO copy VALUES (?, ?, ?)", rows)
            self._file.execute("INSERT OR REPLACE INTO place VALUES (1, ?)", (place,))

    def copies(self, collection: str) -> dict[str, JSON | None]:
        """What the platform has told, by id."""
        rows = self._file.execute("SELECT id, record FROM copy WHERE collection = ?", (collection,))
        return {id_: None if record is None else json.loads(record) for id_, record in rows}
