"""How a route declares its cell of the boundary.

    async def get_citizen(citizen_id: UUID, desk: Annotated[Desk, needs("citizen", READ)]) -> ...

The declaration is a dependency, so it stands in the handler's signature, where the desk comes from; the gate
reads it before anything else of the request is looked at. A route without one does not start.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant

from app.auth.scopes import scope_of
from app.auth.tokens import AccessClaims
from app.boundary.policy import Operation, load
from app.gate.desk import Desk
from app.gate.rates import RateName
from app.settings import Settings


class Taken(Protocol):
    """A body that was taken as it came; the handler finds it at `request.state.taken`."""

    def close(self) -> None:
        """Let go of it: the request has ended."""


Taker = Callable[[Request, AccessClaims, AsyncIterator[bytes]], Awaitable[Taken]]
"""Takes a body piece by piece, for a caller who was let in, before a transaction is begun."""

Room = Callable[[Desk, Settings], Awaitable[None]]
"""Refuses what would be refused whatever the body says, so that nobody sends it in vain."""

CREATE, READ, UPDATE = Operation.CREATE, Operation.READ, Operation.UPDATE


@dataclass(frozen=True)
class Cell:
    """What a route needs; called as a dependency, it hands over the desk that the gate has laid ready.

    Async, like the other declarations: the framework sends what is not by way of a thread.
    """

    category: str
    operation: Operation
    action: str
    """What the log calls it."""
    safe: bool
    """Reads without effect, whatever the method: no Idempotency-Key."""
    media: tuple[str, ...] = ()
    """What it can answer with besides JSON."""
    changes: bool = False
    """It changes a versioned resource, and so takes If-Match."""
    also: tuple[str, ...] = ()
    """Other categories that the answer cannot do without: the token must be given for reading them as well."""
    uploads: tuple[str, ...] = ()
    """What it takes in place of JSON: a raw body, with a limit of its own."""
    otherwise: tuple[str, ...] = ()
    """Categories that open it as well, each by itself: what an answer shows of each is still that category's cell."""
    rates: tuple[RateName, ...] = ()
    """What it counts against besides the client's requests."""
    mirrors: bool = False
    """It writes what the caller's own system is the source of: If-Match is optional (decision 0033)."""
    limit: str = "attachment_limit_bytes"
    """The setting that is that limit."""
    taker: Taker | None = None
    """Takes the body as it comes, where it may be too large to hold; its query is part of what a key stands for."""
    room: Room | None = None
    """What is asked before a body is taken, except of who comes again for an answer."""
    only: tuple[str, ...] = ()
    """Of the roles that the cells open it to, those that it is made for; all of them where none is named."""

    @property
    def ways(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The categories that open it, with the scopes that the token must carry for each."""
        also = tuple(scope_of(each, Operation.READ) for each in self.also)
        return tuple((each, (scope_of(each, self.operation), *also)) for each in (self.category, *self.otherwise))

    async def __call__(self, request: Request) -> Desk:
        """The desk that the gate has laid ready for this request."""
        desk: Desk = request.scope["state"]["desk"]
        return desk


@dataclass(frozen=True)
class SignedIn:
    """Any valid token; no category of data is touched."""

    reason: str

    async def __call__(self, request: Request) -> Desk:
        """The desk that the gate has laid ready for this request."""
        desk: Desk = request.scope["state"]["desk"]
        return desk


@dataclass(frozen=True)
class ByLink:
    """No token, but a link's secret in the path, which opens one cell of a machine's role."""

    category: str
    operation: Operation
    role: str

    async def __call__(self, request: Request) -> Desk:
        """The desk that the gate has laid ready for who holds the link."""
        desk: Desk = request.scope["state"]["desk"]
        return desk


@dataclass(frozen=True)
class Open:
    """No token at all."""

    reason: str

    async def __call__(self) -> None:
        """Nothing to hand over."""


Declaration = Cell | SignedIn | ByLink | Open


def needs(
    category: str,
    operation: Operation,
    *,
    action: str | None = None,
    safe: bool | None = None,
    media: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    changes: bool | None = None,
    uploads: tuple[str, ...] = (),
    otherwise: tuple[str, ...] = (),
    rates: tuple[RateName, ...] = (),
    limit: str = "attachment_limit_bytes",
    taker: Taker | None = None,
    room: Room | None = None,
    mirrors: bool = False,
    only: tuple[str, ...] = (),
) -> Any:
    """Declare the cell; the handler gets a `Desk`.

    Args:
        category: as in `policy.toml`.
        operation: what the route does with it.
        action: what the log calls it, where that is more than the operation (a transition, a search).
        safe: whether it is free of effects; follows from the operation unless given.
        media: media types that it can answer with besides JSON.
        also: categories without which there is no answer, and which the token must be given for as well.
        changes: whether it takes If-Match; what updates does unless said otherwise.
        uploads: media types that it takes in place of JSON, as large as an attachment may be.
        mirrors: whether it writes what the caller's own system is the source of, so that If-Match is optional.
        only: the roles that the route is made for, where others that may do the same with the category have their own.
        otherwise: categories any one of which opens it as well, to a role or a token without the first.
        rates: what it counts against besides the client's requests (`app.gate.rates`).
        limit: the setting that bounds what it takes in place of JSON.
        taker: what takes that as it comes, unless it is held whole.
        room: what refuses it before it comes.
    """
    if unknown := {category, *also, *otherwise} - load().routed.keys():
        raise LookupError(unknown)
    free = operation is READ if safe is None else safe
    changing, name = operation is UPDATE if changes is None else changes, action or operation.value
    return Depends(
        Cell(
            *(category, operation, name, free, media, changing, also, uploads, otherwise, rates, mirrors, limit, taker),
            room=room,
            only=only,
        )
    )


def signed_in(reason: str) -> Any:
    """Declare that any valid token will do; say why. The handler gets a `Desk`."""
    return Depends(SignedIn(reason))


def by_link(category: str, operation: Operation, role: str) -> Any:
    """Declare the cell of a machine's role (`app.auth.link_holder`); the path has a `{secret}`.

    The handler gets a `Desk`.
    """
    if not load()[category].allows(role, operation):
        raise LookupError(category)
    return Depends(ByLink(category, operation, role))


def open_to_all(reason: str) -> Any:
    """Declare that no token is needed; say why."""
    return Depends(Open(reason))


class UndeclaredRouteError(RuntimeError):
    """A route that does not say what it needs must not be served."""


def declaration_of(dependant: Dependant, path: str) -> Declaration:
    """The one declaration among a route's dependencies.

    Raises:
        UndeclaredRouteError: none, or more than one.
    """
    found = [each.call for each in dependant.dependencies if isinstance(each.call, Cell | SignedIn | ByLink | Open)]
    if len(found) != 1:
        message = f"{path} declares {len(found)} cells; a route declares one (see app/gate/cells.py)"
        raise UndeclaredRouteError(message)
    return found[0]
