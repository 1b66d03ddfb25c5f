"""Records by their keeper's own references, over HTTP: the same two routes for every collection."""

from typing import Annotated, Any

from fastapi import Response
from pydantic import TypeAdapter, ValidationError

from app.common.citizen_text import CaseReference
from app.common.errors import InvalidContent, NotFound
from app.common.validation_errors import field_error
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, needs
from app.gate.desk import Desk
from app.gate.external_references import hold_reference, record_of
from app.gate.resources import Tagged
from app.gate.route import GatedRouter
from app.integration.references.registry import COLLECTIONS, Collection

_PATH = "/by-reference/{external_reference:path}"
_REFERENCE: TypeAdapter[str] = TypeAdapter(CaseReference)
_PUT = """Write the record that has this reference in one's own case system: new (201), changed or already so (200).

What is left out stays as it is. Sent again, nothing is written and the ETag stays. What never changes and differs is
409 `never-changes`; what its present state forbids is the same 409 as on the record's own route. States change by the
actions on the id. The reference is the caller's own: another organisation's is as good as never given.
"""
_GET = """The record that has this reference in one's own case system, as under its id."""


def _named(value: str) -> str:
    """The reference in the path.

    Raises:
        InvalidContent: it is none: too long, invisible, or with what looks like a CPR number.
    """
    try:
        return _REFERENCE.validate_python(value)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        raise InvalidContent(errors=[field_error(each, "/external_reference") for each in found]) from None


def router_of(of: Collection) -> GatedRouter:
    """The routes of one collection."""
    router = GatedRouter(prefix=f"/v1/{of.name}", tags=[of.tag])

    async def put(
        external_reference: str,
        body: Any,
        response: Response,
        desk: Annotated[Desk, needs(of.category, CREATE, also=of.also, mirrors=True)],
    ) -> Any:
        reference = _named(external_reference)
        await hold_reference(desk, of.category, reference)
        done = await of.upsert(desk, reference, body)
        if done.created:
            response.status_code = 201
        location = f"/v1/{of.name}/{done.record_id}" if done.created else None
        return answer(response, Tagged(done.answer, done.etag), location=location)

    async def get(
        external_reference: str, response: Response, desk: Annotated[Desk, needs(of.category, READ, also=of.also)]
    ) -> Any:
        record_id = await record_of(desk, of.category, _named(external_reference))
        if record_id is None:
            raise NotFound
        return answer(response, await of.get(desk, record_id))

    put.__annotations__["body"] = of.body
    router.put(
        _PATH,
        operation_id=f"put{of.noun}ByReference",
        description=_PUT,
        response_model=of.answer,
        responses={201: {"model": of.answer, "description": "New."}},
    )(put)
    router.get(
        _PATH,
        operation_id=f"get{of.noun}ByReference",
        description=_GET,
        response_model=of.answer,
        openapi_extra={"x-statuses": [422]},
    )(get)
    return router


ROUTERS = tuple(router_of(each) for each in COLLECTIONS.values())
