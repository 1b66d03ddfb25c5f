"""One request through every gate.

1. the route's declaration (`cells`): which cell of the boundary it needs; the request's form (`requests`)
2. the token (`app.auth`): who asks, 401; how often, 429 (`rates`); then the media types, 406 and 415, and the whole
   body: whoever sends it slowly waits alone, before a connection is taken
3. one transaction, in the asker's role (`app.auth.principal`): client, organisation, agreement as they are now
4. the cell: may this role ever (403), does the token carry the scope (403), is an agreement in force (403); where
   several open a route, the first that passes
5. once only (`idempotency`), for what writes
6. the handler: every statement carries its where-clause, and PostgreSQL's policies judge it again
7. the log (`app.audit`), the first answer, one commit. What fails is rolled back; a denial is logged alone.
"""

from collections.abc import AsyncIterator, Callable, Coroutine
from enum import Enum
from typing import Any, ClassVar
from uuid import UUID

from fastapi.routing import APIRoute, APIRouter
from sqlalchemy import literal, select
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Receive, Scope, Send

from app.audit import events
from app.auth.bearer import any_bearer_claims
from app.auth.external import ExternalClaims, registered
from app.auth.principal import Principal, enter
from app.auth.tokens import AccessClaims
from app.common.conditional import not_modified
from app.common.errors import MethodNotAllowed, NotFound, RoleCannot
from app.common.languages import preferred_language
from app.common.problem import Problem
from app.database.columns import table_of
from app.database.engines import Login
from app.gate import by_link, idempotency
from app.gate.admission import denial_of, require_way
from app.gate.cells import ByLink, Cell, Open, SignedIn, Taker, declaration_of
from app.gate.database_errors import as_problems
from app.gate.desk import Desk
from app.gate.offered import SERVED, Served, in_words
from app.gate.requests import NOT_OURS, StrictRequest, check_media, check_no_body, check_path, check_query, query_names
from app.gate.service import Services

NOT_MODIFIED = 304
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class GatedRoute(APIRoute):
    """The route class of every router in the product."""

    _methods_of: ClassVar[dict[str, set[str]]] = {}

    def __init__(self, path: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(path, *args, **kwargs)
        for method in self.methods or ():
            declared, named = declaration_of(self.dependant, path), str(self.operation_id)
            SERVED[named] = Served(method, path, in_words(named), declared)
        self._methods_of.setdefault(path, set()).update(self.methods or ())

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse another method with all that the path has: Starlette names only those of one route."""
        if scope["method"] not in (self.methods or ()):
            raise MethodNotAllowed(headers={"Allow": ", ".join(sorted(self._methods_of[self.path]))})
        await super().handle(scope, receive, send)

    def get_route_handler(self) -> Handler:
        """Wrap the handler in the gates that its declaration asks for."""
        handler = super().get_route_handler()
        declared = declaration_of(self.dependant, self.path)
        known = query_names(self.dependant)
        uploads = declared.uploads if isinstance(declared, Cell) else ()
        takes_body = self.body_field is not None or bool(uploads)

        async def through(request: Request) -> Response:
            strict = StrictRequest(request.scope, request.receive)
            if isinstance(declared, ByLink):
                # Whatever a messenger or a calendar has hung on the link on its way is not the holder's fault.
                return await by_link.through(strict, declared, handler)
            check_query(strict, known)
            if isinstance(declared, Open):
                return await handler(strict)
            return await _Passage(strict, declared, self.path, handler, takes_body=takes_body).go()

        return through


class GatedRouter(APIRouter):
    """The router of every slice: its routes are gated, and it is passed over at once where the path is another's."""

    def __init__(self, *, prefix: str = "", tags: list[str | Enum], route_class: type[GatedRoute] = GatedRoute) -> None:
        super().__init__(prefix=prefix, tags=tags, route_class=route_class)
        self._fixed = prefix.partition("{")[0]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As the framework does, route by route, but only below the prefix."""
        path: str = scope["path"].removeprefix(scope.get("root_path", ""))
        return super().matches(scope) if path.startswith(self._fixed) else (Match.NONE, {})


class _Passage:
    """One request on its way."""

    def __init__(
        self, request: Request, declared: Cell | SignedIn, route: str, handler: Handler, *, takes_body: bool
    ) -> None:
        self.request = request
        self.declared = declared
        self.route = f"{request.method} {route}"
        self.handler = handler
        self.takes_body = takes_body
        self.services: Services = request.app.state.services
        self.request_id: str = request.scope["state"].get("request_id", "-")

    async def go(self) -> Response:
        told = await any_bearer_claims(self.request.headers, self.services)
        if isinstance(told, AccessClaims):
            self.request.scope["state"]["client_id"] = told.client_id  # for the access log, of a 429 as well
        state, besides = self.request.scope["state"], self.declared.rates if isinstance(self.declared, Cell) else ()
        if "again" not in state:  # a request that waits passes several times, and is one request
            self.services.rates.ask(state, told.client_key, *besides)
        if isinstance(self.declared, Cell) and self.declared.taker is not None:
            return await self._taking(self.declared, self.declared.taker, told)
        if isinstance(self.declared, Cell):
            await check_media(self.request, self.declared.media, self.declared.uploads)
        else:
            await check_media(self.request)
        await self.request.body()
        return await self._with(told)

    async def _taking(self, declared: Cell, taker: Taker, told: AccessClaims | ExternalClaims) -> Response:
        """A body that is taken as it comes, of nobody who would be refused; asked again when it is there."""
        await check_media(self.request, declared.media, declared.uploads, streamed=True)
        self.key = idempotency.required(self.request.headers.get("idempotency-key"))
        await self._with(told, admitted=False)
        with as_problems():
            claims = await self._claims(told)
        url = self.request.url
        self.sent = idempotency.sending(f"{url.path}?{url.query}", self.services.keys.current())

        async def pieces() -> AsyncIterator[bytes]:
            async for piece in self.request.stream():
                self.sent.update(piece)
                yield piece

        taken = await taker(self.request, claims, pieces())
        try:
            self.request.scope["state"]["taken"] = taken
            return await self._with(told)
        finally:
            taken.close()

    async def _with(self, told: AccessClaims | ExternalClaims, *, admitted: bool = True) -> Response:
        """One transaction; of whoever is still to be let in, only whether they are."""
        response = Response()
        with as_problems():
            claims = await self._claims(told)
            login: Login = "evaluator" if claims.organisation_type == "evaluator" else "case"
            async with self.services.databases.transaction(login, claims.organisation_type) as transaction:
                principal = await enter(transaction.driver, claims)
                self._remember(principal)
                event = self._event()
                desk = Desk(transaction, principal, self.services.policy, self.services.keys.current(), event)
                try:
                    with as_problems():
                        self._judge(principal, event)
                        await self._require_seen(desk)
                        if not admitted:
                            await self._require_room(desk)
                            return response
                        response = await self._answer(desk)
                        if self._logged() and not self._waits_on():
                            await events.write(transaction.driver, principal, self.request_id, event)
                        await transaction.commit()
                except Problem as problem:
                    await transaction.rollback()
                    await self._log_denial(desk, claims, problem)
                    raise
        return response

    async def _claims(self, told: AccessClaims | ExternalClaims) -> AccessClaims:
        if isinstance(told, AccessClaims):
            return told
        async with self.services.databases.transaction("case") as transaction:
            return await registered(transaction.driver, told, self.services.policy)

    def _remember(self, principal: Principal) -> None:
        """For the access log."""
        state = self.request.scope["state"]
        state["client_id"] = principal.client_id
        state["organisation_id"] = str(principal.organisation_id)

    def _event(self) -> events.Event:
        if isinstance(self.declared, Cell):
            return events.Event(self.declared.action, self.declared.category)
        return events.Event("read", "me")

    def _asked_for(self) -> UUID | None:
        """The record that the path names, whether there is such a one or not."""
        for name, value in reversed(self.request.path_params.items()):
            if name == NOT_OURS:
                continue
            try:
                return UUID(str(value))
            except ValueError:
                continue
        return None

    def _logged(self) -> bool:
        return isinstance(self.declared, Cell)

    def _waits_on(self) -> bool:
        """Whether it waits once more. When it was woken tells when something happened that is not the caller's."""
        state = self.request.scope["state"]
        return "again" in state and "waits" in state

    def _judge(self, principal: Principal, event: events.Event) -> None:
        """The cell, or of several that open the route the first that neither role, token nor agreement bars."""
        if not isinstance(self.declared, Cell):
            return
        policy, only = self.services.policy, self.declared.only
        try:
            if only and principal.organisation_type not in only:
                raise RoleCannot
            require_way(policy, principal, self.declared.operation, self.declared.ways, event)
        except Problem:
            if policy[self.declared.category].unseen_without:
                raise NotFound from None
            raise

    async def _require_seen(self, desk: Desk) -> None:
        """What is there for those alone to whom something else is (`unseen_without`) is there for nobody else.

        Who lacks role, scope or agreement has had the same 404 from `_judge`.
        """
        name = self.services.policy[self.declared.category].unseen_without if isinstance(self.declared, Cell) else None
        if name is None:
            return
        table = table_of(self.services.policy[name].table)
        if await desk.row(select(literal(1)).select_from(table).where(desk.readable(name)).limit(1)) is None:
            raise NotFound

    async def _require_room(self, desk: Desk) -> None:
        """What would be refused whatever the body says need not be sent; a first answer is there all the same."""
        room = self.declared.room if isinstance(self.declared, Cell) else None
        if room is not None and not await idempotency.answered(desk, self.route, self.key):
            await room(desk, self.services.settings)

    async def _answer(self, desk: Desk) -> Response:
        check_path(self.request)
        if not self.takes_body:
            await check_no_body(self.request)
        desk.language = preferred_language(self.request.headers.get("accept-language"))
        desk.if_match = self.request.headers.get("if-match")
        desk.if_none_match = self.request.headers.get("if-none-match")
        self.request.scope["state"]["desk"] = desk
        if self.request.method != "POST" or not isinstance(self.declared, Cell) or self.declared.safe:
            return self._conditional(await self.handler(self.request))
        if self.declared.taker is not None:
            this = idempotency.Attempt(self.route, self.key, self.sent.digest())
        else:
            this = idempotency.attempt(
                self.route,
                self.request.headers.get("idempotency-key"),
                self.request.url.path,
                await self.request.body(),
                desk.keys,
            )
        if first := await idempotency.first_answer(desk, this):
            return Response(first.body, first.status, {**first.headers, "Idempotency-Replayed": "true"})
        response = await self.handler(self.request)
        answer = idempotency.Answer(
            response.status_code, dict(response.headers), desk.kept_answer or bytes(response.body)
        )
        await idempotency.keep(desk, this, answer)
        return response

    def _conditional(self, response: Response) -> Response:
        etag = response.headers.get("etag")
        if response.status_code == NOT_MODIFIED:  # the handler has looked itself, before it read anything
            return response
        if self.request.method == "GET" and etag and not_modified(self.request.headers.get("if-none-match"), etag):
            kept = {name: response.headers[name] for name in ("cache-control", "vary") if name in response.headers}
            return Response(status_code=NOT_MODIFIED, headers={"ETag": etag, **kept})
        return response

    async def _log_denial(self, desk: Desk, claims: Any, problem: Problem) -> None:
        """A refusal is logged in a transaction of its own: its effect was rolled back."""
        code = denial_of(problem)
        if not self._logged() or code is None:
            return
        await desk.transaction.begin()
        principal = await enter(desk.driver, claims)
        desk.event.subjects.clear()
        desk.event.record_id = desk.event.record_id or self._asked_for()
        desk.event.outcome = "denied"
        desk.event.code = code
        await events.write(desk.driver, principal, self.request_id, desk.event)
        await desk.transaction.commit()
