"""Writing what a case system holds under its own reference: a new record, a change, or nothing at all.

Every record goes through its slice's own verbs, so that each rule holds as on the ordinary routes. Whoever keeps a
record in a system of its own is the source of what it sends: `If-Match` is optional here (decision 0033).
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.boundary.policy import Operation
from app.common.conditional import not_modified, require_match
from app.common.errors import AgreementNotInForce, PreconditionFailed, RoleCannot
from app.gate.desk import Desk
from app.gate.external_references import record_of
from app.gate.resources import Tagged
from app.integration.references.bodies import Named, as_given, given_in, nullable, pointing_into
from app.integration.references.errors import NeverChanges

Shown = Callable[[Any], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Upserted:
    """What became of it."""

    record_id: UUID
    created: bool
    changed: bool
    """Whether anything was written, a new record included."""
    answer: BaseModel
    etag: str

    @property
    def version(self) -> int | None:
        """The record's version as its answer shows it; None where the answer shows none."""
        return getattr(self.answer, "version", None)


@dataclass(frozen=True)
class Verbs:
    """A slice's own ways to read, create and change a record."""

    category: str
    new: type[BaseModel]
    create: Callable[[Desk, Any], Awaitable[Tagged[Any]]]
    get: Callable[[Desk, UUID], Awaitable[Tagged[Any]]]
    patch: type[BaseModel] | None = None
    """None where nothing of it changes but by actions of its own."""
    amend: Callable[[Desk, UUID, Any], Awaitable[Tagged[Any]]] | None = None
    named: Sequence[Named] = ()
    shown: Shown = dict
    """The members of the answer by the names that the body has for them."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Members that are categories of their own: to tell whether one differs is to read it."""
    locked: bool = True
    """Whether a change begins by holding the record, as the slice's own does."""

    async def upsert(self, desk: Desk, reference: str, body: BaseModel) -> Upserted:
        """Create the record, change it, or leave it.

        Raises:
            PreconditionFailed: the caller's If-Match or If-None-Match does not hold.
            NeverChanges: what differs is fixed.
        """
        with pointing_into(body):
            return await self._upsert(desk, reference, body)

    async def _upsert(self, desk: Desk, reference: str, body: BaseModel) -> Upserted:
        record_id = await record_of(desk, self.category, reference)
        given = await given_in(desk, reference, body, self.named)
        if record_id is None:
            require_preconditions(desk, None)
            return done(desk, await self._create(desk, {**given, "external_reference": reference}), created=True)
        require_cell(desk, self.category, Operation.READ if self.patch is None else Operation.UPDATE)
        for name, category in self.parts.items():
            if given.get(name) is not None:
                require_cell(desk, category, Operation.READ)
        present = await self.get(desk, record_id)
        require_preconditions(desk, present.etag)
        if not self._changes(body, given, present):
            return done(desk, present)
        if self.locked:
            await desk.find(self.category, record_id, lock=True)
        present = await self.get(desk, record_id)
        require_preconditions(desk, present.etag)
        changes = self._changes(body, given, present)
        if not changes or self.amend is None or self.patch is None:
            return done(desk, present)
        with seen(desk, present.etag):
            return done(desk, await self.amend(desk, record_id, _view(self.patch, changes)), changed=True)

    async def _create(self, desk: Desk, given: Mapping[str, Any]) -> Tagged[Any]:
        """A new record, with what only a change may say of it."""
        made = await self.create(desk, _view(self.new, given))
        later = {name: value for name, value in given.items() if name not in self.new.model_fields}
        if not later or self.amend is None or self.patch is None:
            return made
        with seen(desk, made.etag):
            return await self.amend(desk, made.view.id, _view(self.patch, later))

    def _changes(self, body: BaseModel, given: Mapping[str, Any], present: Tagged[Any]) -> dict[str, Any]:
        """What is to be changed; what is left to us (null, of a member that is never empty) differs from nothing."""
        known = self.shown(present.view)
        differing = {name: value for name, value in given.items() if known[name] != value}
        changes: dict[str, Any] = {}
        fixed: list[str] = []
        for name, value in differing.items():
            if self.patch is not None and name in self.patch.model_fields:
                if value is not None or nullable(self.patch, name):
                    changes[name] = value
            elif value is not None:
                fixed.append(as_given(body, name))
        if fixed:
            raise NeverChanges(sorted(fixed))
        return changes


def _view(view: type[BaseModel], members: Mapping[str, Any]) -> Any:
    """The slice's own view, of members that were validated as part of the body."""
    own = {name: value for name, value in members.items() if name in view.model_fields}
    return view.model_construct(_fields_set={*own}, **own)


def done(desk: Desk, answer: Tagged[Any], *, created: bool = False, changed: bool = False) -> Upserted:
    """Tell what became of it, to the log as well."""
    record_id: UUID = answer.view.id
    desk.did("create" if created else "update" if changed else "read", record_id)
    return Upserted(record_id, created, created or changed, answer.view, answer.etag)


def require_preconditions(desk: Desk, etag: str | None) -> None:
    """If-Match and If-None-Match, where they are given (RFC 9110 § 13).

    Args:
        etag: of the present record; None where there is none.

    Raises:
        PreconditionFailed: one of them does not hold.
    """
    wanted = (desk.if_match or "").strip()
    if etag is None:
        if wanted:
            raise PreconditionFailed
        return
    if wanted and wanted != "*":
        require_match(wanted, etag)
    if desk.if_none_match is not None and not_modified(desk.if_none_match, etag):
        raise PreconditionFailed


def require_cell(desk: Desk, category: str, operation: Operation) -> None:
    """What the gate asks of the ordinary route, where it depends on whether the record is there.

    Raises:
        RoleCannot: the role never does it.
        InsufficientScope: the token was not given for it.
        AgreementNotInForce: it needs one.
    """
    if not desk.policy[category].allows(desk.role, operation):
        raise RoleCannot
    desk.require_scope(category, operation)
    if desk.policy[category].needs_agreement(desk.role, operation) and not desk.principal.covered:
        raise AgreementNotInForce


@contextmanager
def seen(desk: Desk, etag: str) -> Iterator[None]:
    """Let a verb change the record from this version, which is held."""
    asked, desk.if_match = desk.if_match, etag
    try:
        yield
    finally:
        desk.if_match = asked
