"""`GET /v1/me`: who the caller is here, and which rows of the boundary apply to them."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from app.boundary.policy import Operation
from app.database.columns import Track
from app.gate.cells import signed_in
from app.gate.desk import Desk
from app.gate.route import GatedRouter
from app.organisations.states import Function, OrganisationType

router = GatedRouter(prefix="/v1/me", tags=["Sign-in"])


class OrganisationBrief(BaseModel):
    """The caller's organisation."""

    id: UUID
    type: OrganisationType
    name: str


class BoundaryRow(BaseModel):
    """One cell of the boundary table that the caller's organisation has, as far as the token's scopes reach."""

    category: str
    label_da: str
    label_en: str
    operations: list[Operation]
    conditions: list[str] = Field(description="All must hold; see the boundary page of the documentation.")
    consent_scope: str | None
    legal_basis: str


class Me(BaseModel):
    """The caller, as the database knows them at this moment."""

    organisation: OrganisationBrief
    client_id: str
    staff_id: UUID | None = Field(description="The user behind the client; null for a case system.")
    track: Track | None = Field(description="The one side that the user works in; null where not bound to one.")
    roles: list[Function]
    scopes: list[str]
    agreement_in_force: bool = Field(description="Whether a databehandleraftale of the organisation is in force.")
    boundary: list[BoundaryRow]


@router.get("", operation_id="getMe")
async def me(desk: Annotated[Desk, signed_in("Everyone may know who they are here.")]) -> Me:
    """Who the caller is, what their token carries, and what the boundary lets their organisation do."""
    principal = desk.principal
    return Me(
        organisation=OrganisationBrief(
            id=principal.organisation_id,
            type=OrganisationType(principal.organisation_type),
            name=principal.organisation_name,
        ),
        client_id=principal.client_id,
        staff_id=principal.staff_id,
        track=Track(principal.track) if principal.track else None,
        roles=sorted(Function(each) for each in principal.functions),
        scopes=sorted(principal.scopes),
        agreement_in_force=principal.covered,
        boundary=_rows(desk),
    )


def _rows(desk: Desk) -> list[BoundaryRow]:
    return [
        BoundaryRow(
            category=category.name,
            label_da=category.label_da,
            label_en=category.label_en,
            operations=operations,
            conditions=[*category.every.get(desk.role, ()), *cell.when, *cell.check],
            consent_scope=category.scope,
            legal_basis=cell.basis,
        )
        for category in desk.policy.routed.values()
        for cell in category.cells
        if cell.role == desk.role
        and (
            operations := [each for each in Operation if each in cell.operations and desk.carries(category.name, each)]
        )
    ]
