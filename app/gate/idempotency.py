"""A repeatable write happens once: its first answer is kept in the transaction of its effect.

Scoped to organisation, client and route. Two requests with one key at the same moment: the second is told so
(409) and gets the first's answer when it comes again. A replay looks again whether the caller may still see
every record that the first answer showed, and is still told whose they are; if not, there is nothing to replay (404).
"""

import hmac
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from sqlalchemy import func, literal, select

from app.audit.events import Subject
from app.auth.keys import KeyRing
from app.boundary.policy import Operation
from app.common.encryption import FieldCipher
from app.common.errors import (
    IdempotencyInFlight,
    IdempotencyKeyMalformed,
    IdempotencyKeyMissing,
    IdempotencyKeyReused,
    NotFound,
)
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk

_KEY = re.compile(r"[\x21-\x7e]{1,128}")
_KEPT_HEADERS = ("content-type", "etag", "location", "content-language")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request with a key."""

    route: str
    key: str
    request_hash: bytes


def attempt(route: str, key: str | None, path: str, body: bytes, keys: KeyRing) -> Attempt:
    """Name the attempt.

    What was sent is kept as a keyed hash: an erased number could be guessed from a plain one.

    Raises:
        IdempotencyKeyMissing: absent.
        IdempotencyKeyMalformed: empty, longer than 128 characters, or not printable ASCII.
    """
    hashing = sending(path, keys)
    hashing.update(body)
    return Attempt(route, required(key), hashing.digest())


def required(key: str | None) -> str:
    """The key of a request that must have one.

    Raises:
        IdempotencyKeyMissing, IdempotencyKeyMalformed: as `attempt`.
    """
    if key is None:
        raise IdempotencyKeyMissing
    if not _KEY.fullmatch(key):
        raise IdempotencyKeyMalformed
    return key


def sending(path: str, keys: KeyRing) -> hmac.HMAC:
    """The keyed hash of what is sent to a path; update it with the body."""
    secret = hmac.digest(keys.index_secret, b"idempotency requests 1", "sha256")
    return hmac.new(secret, path.encode() + b"\0", "sha256")


async def answered(desk: Desk, route: str, key: str) -> bool:
    """Whether the caller has used this key; what was sent with it is not looked at."""
    table, principal = table_of("idempotency"), desk.principal
    first = select(literal(1)).where(
        table.c.organisation_id == principal.organisation_id,
        table.c.client_id == principal.client_id,
        table.c.route == route,
        table.c.key == key,
    )
    return await desk.row(first) is not None


async def first_answer(desk: Desk, this: Attempt) -> Answer | None:
    """The answer to replay, or None when this attempt is the first (and now holds the key).

    Raises:
        IdempotencyInFlight: the first is being answered at this moment.
        IdempotencyKeyReused: the first had another body.
        NotFound: the caller may no longer see what the first answer showed.
    """
    table = table_of("idempotency")
    principal = desk.principal
    lock = f"{principal.organisation_id}/{principal.client_id}/{this.route}/{this.key}"
    row = await desk.row(
        select(func.pg_try_advisory_xact_lock(func.hashtextextended(lock, 0)).label("held"), *table.c)
        .select_from(select(literal(1)).subquery())
        .outerjoin(
            table,
            (table.c.organisation_id == principal.organisation_id)
            & (table.c.client_id == principal.client_id)
            & (table.c.route == this.route)
            & (table.c.key == this.key),
        )
    )
    if row is None or not row["held"]:
        raise IdempotencyInFlight
    if row["id"] is None:
        return None
    if not hmac.compare_digest(row["request_hash"], this.request_hash):
        raise IdempotencyKeyReused
    kept = json.loads(_open(desk, row["id"], "headers", row["headers"]))
    shown = [_subject(each) for each in kept["shown"]]
    await _still_visible(desk, shown, row["record_id"] if kept.get("own") else None)
    if await _hidden(desk, shown) - set(kept["hidden"]):
        raise NotFound
    desk.did("replay", row["record_id"])
    desk.event.subjects.extend(shown)
    return Answer(row["status"], kept["headers"], _open(desk, row["id"], "body", row["body"]).encode())


async def keep(desk: Desk, this: Attempt, answer: Answer) -> None:
    """Keep the first answer.

    Raises:
        IdempotencyInFlight: another attempt came first after all.
    """
    row_id = uuid4()
    # Of another category than the route's own, what was written need not have been shown; what a role may write and
    # never read (a contact for the evaluator) was not.
    may_read = {name for name, each in desk.policy.categories.items() if each.allows(desk.role, Operation.READ)}
    subjects = [
        each
        for each in desk.event.subjects
        if each.category in may_read and (each.access == "read" or each.category == desk.event.category)
    ]
    shown = sorted({_named(each) for each in subjects})
    hidden = sorted(await _hidden(desk, subjects))
    headers = {name: value for name, value in answer.headers.items() if name in _KEPT_HEADERS}
    own = desk.event.category in may_read and (desk.event.category, desk.event.record_id) in desk.touched
    told = {"headers": headers, "shown": shown, "hidden": hidden, "own": own}
    row = {
        "id": row_id,
        "organisation_id": desk.organisation_id,
        "client_id": desk.principal.client_id,
        "track": desk.principal.track,
        "route": this.route,
        "key": this.key,
        "request_hash": this.request_hash,
        "status": answer.status,
        "headers": _seal(desk, row_id, "headers", json.dumps(told)),
        "body": _seal(desk, row_id, "body", answer.body.decode()),
        "category": desk.event.category,
        "record_id": desk.event.record_id,
        "created_at": utc_now(),
    }
    try:
        await desk.insert("idempotency", row, shown=False)
    except asyncpg.UniqueViolationError as error:
        # The first was answered between this one's look and its turn; it is there to be replayed now.
        raise IdempotencyInFlight from error


def _named(subject: Subject) -> tuple[str, ...]:
    citizen_id = str(subject.citizen_id) if subject.citizen_id else ""
    return subject.category, str(subject.record_id), str(subject.controller_id), citizen_id, subject.track or ""


def _subject(named: list[str]) -> Subject:
    """What the first answer showed, the replay shows again."""
    category, record_id, controller_id, citizen_id, track = named
    return Subject(
        category, UUID(record_id), UUID(controller_id), UUID(citizen_id) if citizen_id else None, track or None
    )


async def _still_visible(desk: Desk, shown: list[Subject], own: UUID | None) -> None:
    """Every record of a citizen's that was shown, and the route's own, whatever it is."""
    by_category: dict[str, set[UUID]] = {desk.event.category: {own}} if own else {}
    for each in shown:
        by_category.setdefault(each.category, set()).add(each.record_id)
    for category, ids in by_category.items():
        table = table_of(desk.policy[category].table)
        visible = desk.readable if category == desk.event.category else desk.shown
        query = select(func.count()).select_from(table).where(table.c.id.in_(ids), visible(category))
        row = await desk.row(query)
        if row is None or row["count"] != len(ids):
            raise NotFound


async def _hidden(desk: Desk, shown: Sequence[Subject]) -> set[str]:
    """Of which of the citizens and referrals it is withheld whose records they are (the wall, rule 11)."""
    others = [each for each in shown if each.controller_id != desk.organisation_id]
    citizens, referrals = table_of("citizen"), table_of("referral")
    found: set[str] = set()
    if people := {each.citizen_id for each in others if each.citizen_id}:
        protected = select(citizens.c.id).where(
            citizens.c.id.in_(people), citizens.c.specially_protected, desk.readable("citizen")
        )
        found |= {str(row["id"]) for row in await desk.rows(protected)}
    if sent := {each.record_id for each in others if each.category == "referral"}:
        withheld = select(referrals.c.id).where(
            referrals.c.id.in_(sent), referrals.c.sender_withheld, desk.readable("referral")
        )
        found |= {str(row["id"]) for row in await desk.rows(withheld)}
    if questions := {each.record_id for each in shown if each.category == "match_question"}:
        asked = table_of("match_question")
        withheld = select(asked.c.id).where(
            asked.c.id.in_(questions), asked.c.asker_withheld, desk.readable("match_question")
        )
        found |= {str(row["id"]) for row in await desk.rows(withheld)}
    return found


def _place(desk: Desk, row_id: UUID, column: str) -> dict[str, Any]:
    return {
        "table": "idempotency",
        "column": column,
        "row_id": row_id,
        "organisation_id": desk.organisation_id,
        "key_id": "idempotency",
    }


def _cipher(desk: Desk) -> FieldCipher:
    return FieldCipher(hmac.digest(desk.keys.index_secret, b"idempotency answers 1", "sha256"))


def _seal(desk: Desk, row_id: UUID, column: str, plain: str) -> bytes:
    return _cipher(desk).encrypt(plain, **_place(desk, row_id, column))


def _open(desk: Desk, row_id: UUID, column: str, sealed: bytes) -> str:
    return _cipher(desk).decrypt(sealed, **_place(desk, row_id, column))
