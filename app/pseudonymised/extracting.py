"""Making extracts, as the builder's login: read at one moment, pseudonymise, seal, write. All of one, or nothing.

An extract is held while it is made, so a process that ends leaves it waiting for the next. That it was begun is counted
before that, so that an extract which ends every process over it is given up.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import structlog

from app.boundary.triggers import RULE_BROKEN
from app.common.jwe import seal
from app.evaluation.disclosure.declared import declared
from app.evaluation.secret import SecretMissingError, read_secret
from app.pseudonymised.beside import tell_of_a_few
from app.pseudonymised.pseudonyms import Pseudonyms
from app.pseudonymised.rows_sql import ROWS
from app.pseudonymised.states import PseudonymisedExtractError
from app.pseudonymised.views import OpenedRow

Connection = "asyncpg.Connection[asyncpg.Record]"
STATEMENT_TIMEOUT_MS = 600_000
MOST_ATTEMPTS = 3
"""An extract that has ended three processes is the fault of none of them."""
logger = structlog.get_logger(__name__)

_BEGUN = """
UPDATE pseudonymised_extract SET attempts = attempts + 1, updated_at = clock_timestamp(), version = version + 1
WHERE id = (
  SELECT id FROM pseudonymised_extract WHERE status = 'waiting' ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
)
RETURNING id
"""
_HELD = "SELECT * FROM pseudonymised_extract WHERE id = $1 AND status = 'waiting' FOR UPDATE SKIP LOCKED"
_DECLARATION = "SELECT recipient_key, valid_until FROM recipient_declaration WHERE agreement_id = $1"
_RECORD = """
INSERT INTO pseudonymised_record (id, created_at, updated_at, version, project_id, organisation_id, extract_id,
  agreement_id, recipient_id, declared_until, sealed)
VALUES ($1, $2, $2, 1, $3, $4, $5, $6, $7, $8, $9)
"""
_SUBJECT = """
INSERT INTO pseudonymised_subject (id, created_at, updated_at, version, project_id, organisation_id, citizen_id, track,
  record_id)
VALUES ($1, $2, $2, 1, $3, $4, $5, $6, $7)
"""
_BUILT = """
UPDATE pseudonymised_extract SET status = 'built', taken_at = $2, updated_at = clock_timestamp(), version = version + 1
WHERE id = $1
"""
_FAIL = """
UPDATE pseudonymised_extract SET status = 'failed', error = $2, updated_at = clock_timestamp(), version = version + 1
WHERE id = $1 AND status = 'waiting'
"""


class _FailedError(Exception):
    def __init__(self, error: PseudonymisedExtractError) -> None:
        super().__init__(error)
        self.error = error


async def once(url: str, secret_path: Path) -> bool:
    """Make an extract that waits; False where there is none."""
    async with _connected(url) as connection:
        extract: UUID | None = await connection.fetchval(_BEGUN)
        if extract is None:
            return False
        try:
            async with connection.transaction():
                row = await connection.fetchrow(_HELD, extract)
                if row is not None:  # another process may be at it by now
                    await _make(connection, url, dict(row), secret_path)
        except _FailedError as failed:
            await connection.execute(_FAIL, extract, failed.error)
            logger.warning("pseudonymised_extract_failed", extract_id=str(extract), error=failed.error)
        except Exception as error:
            if connection.is_closed():
                raise
            await connection.execute(_FAIL, extract, PseudonymisedExtractError.BROKEN)
            # The kind alone: a message may hold values of rows.
            logger.error("pseudonymised_extract_broken", extract_id=str(extract), kind=type(error).__name__)  # noqa: TRY400
    return True


@asynccontextmanager
async def _connected(url: str) -> Any:
    settings = {"application_name": "pseudonymiser", "jit": "off", "TimeZone": "UTC"}
    connection = await asyncpg.connect(
        url, server_settings={**settings, "statement_timeout": str(STATEMENT_TIMEOUT_MS)}
    )
    try:
        yield connection
    finally:
        await connection.close()


async def _make(connection: Any, url: str, extract: Mapping[str, Any], secret_path: Path) -> None:
    if extract["attempts"] > MOST_ATTEMPTS:
        raise _FailedError(PseudonymisedExtractError.INTERRUPTED)
    declaration = await connection.fetchrow(_DECLARATION, extract["agreement_id"])
    if declaration is None:
        raise _FailedError(PseudonymisedExtractError.NOT_DECLARED)
    try:
        secret = read_secret(secret_path)
    except SecretMissingError as error:
        raise _FailedError(PseudonymisedExtractError.SECRET_MISSING) from error
    taken_at, citizens = await _snapshot(url, extract)
    pseudonym = Pseudonyms.of(secret, extract["agreement_id"], extract["id"])
    of = (extract["project_id"], extract["organisation_id"])
    under = (extract["id"], extract["agreement_id"], extract["recipient_id"], declaration["valid_until"])
    records, subjects, jwk = [], [], json.loads(declaration["recipient_key"])
    for citizen in citizens:
        record = uuid4()
        sealed = seal(jwk, _opened(citizen, pseudonym(citizen["citizen_id"]), extract["id"]).model_dump(mode="json"))
        records.append((record, taken_at, *of, *under, sealed))
        subjects.append((uuid4(), taken_at, *of, citizen["citizen_id"], citizen["track"], record))
    # Of whom no course is told, no answers are.
    answering = [str(each["citizen_id"]) for each in citizens if each["course_status"] is not None]
    if await tell_of_a_few(connection, extract["recipient_id"], answering):
        raise _FailedError(PseudonymisedExtractError.BESIDE_RELEASE)
    with _declared_still():
        await connection.executemany(_RECORD, records)
        await connection.executemany(_SUBJECT, subjects)
        # A trigger looks through it, and takes out whoever has withdrawn since.
        await connection.execute(_BUILT, extract["id"], taken_at)


@contextmanager
def _declared_still() -> Iterator[None]:
    """The policies and the trigger let nothing be written under what has ended or was suspended meanwhile."""
    try:
        yield
    except asyncpg.PostgresError as error:
        if error.sqlstate not in {asyncpg.InsufficientPrivilegeError.sqlstate, RULE_BROKEN}:
            raise
        raise _FailedError(PseudonymisedExtractError.NOT_DECLARED) from error


async def _snapshot(url: str, extract: Mapping[str, Any]) -> tuple[datetime, list[Mapping[str, Any]]]:
    async with (
        _connected(url) as connection,
        connection.transaction(isolation="repeatable_read", readonly=True),
    ):
        taken_at: datetime = await connection.fetchval("SELECT now()")
        found = await connection.fetch(ROWS, extract["project_id"], extract["organisation_id"], extract["recipient_id"])
    return taken_at, [dict(each) for each in found]


def _opened(citizen: Mapping[str, Any], pseudonym: str, extract_id: UUID) -> OpenedRow:
    told = {name: value for name, value in citizen.items() if name not in {"citizen_id", "age"}}
    return OpenedRow(pseudonym=pseudonym, extract_id=extract_id, age_group=_age_group(citizen["age"]), **told)


def _age_group(age: int | None) -> str | None:
    """The group of the releases' ladder; none below it."""
    if age is None:
        return None
    groups = (each.code for each in declared().ladders.age if each.since <= age <= (each.to or age))
    return next(groups, None)
