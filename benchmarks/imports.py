r"""W5: an import of new citizens, beside `\copy` of the very rows that it wrote into the same tables."""

import asyncio
import json
import os
import subprocess
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

import httpx

from app.database.columns import table_of

CLIENT = "police-integration"
TABLES = ("citizen", "external_reference", "data_key", "citizen_identity", "citizen_cpr", "citizen_residence")
"""What a citizen with identity, number and municipality is made of, in the order of their foreign keys."""
_OTHERS = {
    **dict.fromkeys(("id", "citizen_id", "record_id"), "md5({0}::text)::uuid"),
    "reference": "{0} || '/copied'",
    "blind_index": "sha256({0})",
}
"""What makes a row another one, so that it can be copied in again; the ids stay those of each other."""


@dataclass(slots=True)
class Imports:
    """Files of so many citizens, whom nobody has."""

    issuer: str
    credential: dict[str, str]
    rows: int
    uri: str
    """Of the superuser, for psql."""
    psql: Path
    folder: Path
    _next: int = field(default=0)

    def round(self) -> tuple[float, float]:
        r"""Seconds of an import while nothing else is asked, and of `\copy`; without the upload and the file."""
        name = f"W5-{uuid4().hex[:6]}"
        return asyncio.run(self._import(name)), self._copy(name)

    async def _import(self, name: str) -> float:
        async with httpx.AsyncClient(base_url=self.issuer, timeout=120) as http:
            signed_in = await http.post(
                "/oauth/token",
                data={"grant_type": "client_credentials"},
                auth=(self.credential["client_id"], self.credential["client_secret"]),
            )
            headers = {"Authorization": f"Bearer {signed_in.json()['access_token']}"}
            projects = (await http.get("/v1/projects", headers=headers)).json()["items"]
            sent = await http.post(
                "/v1/imports",
                params={"collection": "citizens", "mode": "commit"},
                content="".join(self._row(name, projects[0]["id"]) for _ in range(self.rows)).encode(),
                headers={**headers, "Content-Type": "application/jsonl", "Idempotency-Key": name},
            )
            if sent.status_code != httpx.codes.ACCEPTED:
                raise RuntimeError(sent.text)
            while True:
                job: dict[str, Any] = (await http.get(sent.headers["location"], headers=headers)).json()
                if job["finished_at"] is not None:
                    break
                await asyncio.sleep(0.5)
        if job["counts"]["created"] != self.rows:
            raise RuntimeError(f"not all were created: {job['status']}, {job['counts']}")
        finished, started = (datetime.fromisoformat(job[each]) for each in ("finished_at", "started_at"))
        return (finished - started).total_seconds()

    def _row(self, name: str, project_id: str) -> str:
        number = self._next
        self._next += 1
        day, month, year = 1 + number % 28, 1 + number // 28 % 12, 1858 + number // 336 % 42  # nobody alive
        identity = {
            "given_name": "Ågot",
            "family_name": "Sørensen",
            "birth_date": f"{year}-{month:02}-{day:02}",
            "cpr": f"{day:02}{month:02}{year % 100:02}{5 + number // 14112 // 900 % 4}{100 + number // 14112 % 900}",
            "municipality_code": "0751",
            "address_protection": "none",
        }
        row = {"external_reference": f"{name}/{number}", "project_id": project_id, "track": "victim"}
        return json.dumps({**row, "identity": identity}, ensure_ascii=False) + "\n"

    def _copy(self, name: str) -> float:
        out, back = [], []
        for table in TABLES:
            names = [each.name for each in table_of(table).columns]
            made = ", ".join(_OTHERS.get(each, "{0}").format(each) for each in names)
            of = "id" if table == "citizen" else "citizen_id"
            these = f"SELECT record_id FROM external_reference WHERE reference LIKE '{name}/%'"
            path = self.folder / f"{table}.copy"
            out.append(f"\\copy (SELECT {made} FROM {table} WHERE {of} IN ({these})) TO '{path}'")
            back.append(f"\\copy {table} ({', '.join(names)}) FROM '{path}'")
        self._run(out)
        began = datetime.now().astimezone()
        self._run(back)
        return (datetime.now().astimezone() - began).total_seconds()

    def _run(self, commands: list[str]) -> None:
        script = self.folder / "copy.sql"
        script.write_text("\n".join(commands), encoding="utf-8")
        command = [str(self.psql), "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", str(script), self.uri]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PGTZ": "UTC"})
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])


def told(rows: int, citizens: int, measured: list[tuple[float, float]]) -> list[str]:
    """The line of the table."""
    ours, theirs = (median(each) for each in zip(*measured, strict=True))
    ratio = median(our / their for our, their in measured)
    name = f"W5 import of {rows} (\\copy)"
    return [name, str(citizens), f"{rows / ours:.0f} rows", "", "", f"{rows / theirs:.0f} rows", f"{1 / ratio:.2f}"]
