"""Instalments and notices over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.grants import payments as service
from app.grants.budget_views import (
    InstalmentIn,
    InstalmentList,
    InstalmentOut,
    InstalmentPatch,
    NoticeIn,
    NoticeList,
    NoticeOut,
    PaymentIn,
)

router = GatedRouter(prefix="/v1/grants", tags=["Grants"])


@router.post("/{grant_id}/instalments", status_code=201, operation_id="createGrantInstalment")
async def plan(
    grant_id: UUID, new: InstalmentIn, response: Response, desk: Annotated[Desk, needs("grant_instalment", CREATE)]
) -> InstalmentOut:
    """The agency plans an instalment (rate); all together are at most the grant, else 409 `programme-rule`."""
    created = await service.plan(desk, grant_id, new)
    return answer(response, created, location=f"/v1/grants/{grant_id}/instalments/{created.view.id}")


@router.get("/{grant_id}/instalments", operation_id="listGrantInstalments")
async def page(
    grant_id: UUID,
    query: Annotated[InstalmentList, Query()],
    desk: Annotated[Desk, needs("grant_instalment", READ, action="list")],
) -> Page[InstalmentOut]:
    """The grant's instalments, newest first."""
    return await service.instalments(desk, grant_id, query)


@router.get("/{grant_id}/instalments/{instalment_id}", operation_id="getGrantInstalment")
async def get(
    grant_id: UUID, instalment_id: UUID, response: Response, desk: Annotated[Desk, needs("grant_instalment", READ)]
) -> InstalmentOut:
    """An instalment."""
    return answer(response, await service.instalment(desk, grant_id, instalment_id))


@router.patch("/{grant_id}/instalments/{instalment_id}", operation_id="patchGrantInstalment")
async def replan(
    grant_id: UUID,
    instalment_id: UUID,
    changes: InstalmentPatch,
    response: Response,
    desk: Annotated[Desk, needs("grant_instalment", UPDATE)],
) -> InstalmentOut:
    """Change what is planned; what is paid stays as it is."""
    return answer(response, await service.replan(desk, grant_id, instalment_id, changes))


@router.post("/{grant_id}/instalments/{instalment_id}/pay", operation_id="payGrantInstalment")
async def pay(
    grant_id: UUID,
    instalment_id: UUID,
    given: PaymentIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_instalment", UPDATE, action="pay")],
) -> InstalmentOut:
    """The agency has paid it: planned -> paid. No money is moved by this.

    On a day from the grant's on, until today; else 422.
    """
    return answer(response, await service.pay(desk, grant_id, instalment_id, given))


@router.post("/{grant_id}/notices", status_code=201, operation_id="createGrantNotice")
async def notify(
    grant_id: UUID, new: NoticeIn, response: Response, desk: Annotated[Desk, needs("grant_notice", CREATE)]
) -> NoticeOut:
    """Tell the agency that the project began, that something material changed, or that money was paid back.

    It bears today's date as the day of notification: the deadlines (`/deadlines`) are held against it. A project begins
    from the day of the grant on, and money is paid back from the first payment on; else 422 `too_early`.
    """
    created = await service.notify(desk, grant_id, new)
    return answer(response, created, location=f"/v1/grants/{grant_id}/notices/{created.view.id}")


@router.get("/{grant_id}/notices", operation_id="listGrantNotices")
async def notices(
    grant_id: UUID,
    query: Annotated[NoticeList, Query()],
    desk: Annotated[Desk, needs("grant_notice", READ, action="list")],
) -> Page[NoticeOut]:
    """What the agency was told, newest first."""
    return await service.notices(desk, grant_id, query)


@router.get("/{grant_id}/notices/{notice_id}", operation_id="getGrantNotice")
async def notice(
    grant_id: UUID, notice_id: UUID, response: Response, desk: Annotated[Desk, needs("grant_notice", READ)]
) -> NoticeOut:
    """A notice (meddelelse)."""
    return answer(response, await service.notice(desk, grant_id, notice_id))
