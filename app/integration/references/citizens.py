"""A citizen under their reference: the stem, and each block that is given."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from app.boundary.policy import Operation
from app.citizens import service
from app.citizens.views import CitizenIn, CitizenOut
from app.gate.desk import Desk
from app.gate.external_references import record_of
from app.gate.resources import Tagged
from app.integration.references.bodies import given_in
from app.integration.references.errors import NeverChanges
from app.integration.references.upserting import Upserted, done, require_cell, require_preconditions, seen

_FIXED = ("project_id", "track", "identified_by")
_WRITES: Mapping[str, Any] = {
    "identity": service.put_identity,
    "contact": service.put_contact,
    "address": service.put_address,
    "background": service.put_background,
}
_KEPT: Mapping[str, str] = {"cpr": "cpr", "municipality_code": "residence"}
"""Members of identity that are categories of their own, and stay as they are where they are not given."""


async def upsert(desk: Desk, reference: str, body: CitizenIn) -> Upserted:
    """Register the citizen, replace the blocks that differ, or leave all as it is.

    Raises:
        PreconditionFailed: the caller's If-Match or If-None-Match does not hold.
        NeverChanges: project, track or who found the citizen is another.
    """
    record_id = await record_of(desk, "citizen", reference)
    await given_in(desk, reference, body, ())
    if record_id is None:
        require_preconditions(desk, None)
        made = await service.register(desk, body.model_copy(update={"external_reference": reference}))
        desk.event.record_id = made.view.id
        return done(desk, made, created=True)
    _require_cells(desk, body)
    present = await service.get(desk, record_id)
    require_preconditions(desk, present.etag)
    if fixed := [f"/{name}" for name in _FIXED if getattr(body, name) not in {None, getattr(present.view, name)}]:
        raise NeverChanges(fixed)
    if not _differing(desk, body, present):
        return done(desk, present)
    await service.hold(desk, record_id, body.identity)
    present = await service.get(desk, record_id)
    require_preconditions(desk, present.etag)
    differing = _differing(desk, body, present)
    for name in differing:
        with seen(desk, present.etag):
            present = await _WRITES[name](desk, record_id, getattr(body, name))
    return done(desk, present, changed=bool(differing))


def _require_cells(desk: Desk, body: CitizenIn) -> None:
    """To tell whether a block differs is to read it."""
    categories = ["citizen", *(name for name in _WRITES if getattr(body, name) is not None)]
    categories += [category for member, category in _KEPT.items() if getattr(body.identity, member, None) is not None]
    for each in categories:
        require_cell(desk, each, Operation.READ)


def _differing(desk: Desk, body: CitizenIn, present: Tagged[CitizenOut]) -> list[str]:
    return [name for name in _WRITES if not _same(desk, getattr(body, name), getattr(present.view, name))]


def _same(desk: Desk, given: BaseModel | None, known: Any) -> bool:
    if given is None:
        return True
    if known is None or known.source_organisation_id != desk.organisation_id:
        return False
    return all(
        value == getattr(known, name) or (name in _KEPT and value is None) for name, value in given.__dict__.items()
    )
