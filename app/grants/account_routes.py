"""Accounts and vouchers over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.grants import account_service as service
from app.grants import vouchers
from app.grants.account_views import (
    AccountDecisionIn,
    AccountIn,
    AccountList,
    AccountOut,
    AccountPatch,
    StatementOut,
    VoucherIn,
    VoucherList,
    VoucherOut,
    VoucherPatch,
)
from app.grants.states import AccountStatus

router = GatedRouter(prefix="/v1/grants", tags=["Grants"])


@router.post("/{grant_id}/accounts", status_code=201, operation_id="createGrantAccount")
async def create(
    grant_id: UUID, new: AccountIn, response: Response, desk: Annotated[Desk, needs("grant_account", CREATE)]
) -> AccountOut:
    """Open the accounts (regnskab) of a year, or the final ones.

    While final ones are submitted or approved 409 `programme-rule`, as of whatever else they rest on: no other accounts
    are opened, submitted or returned, no voucher is entered, no budget changed. Returned, they let it be mended.
    """
    created = await service.create(desk, grant_id, new)
    return answer(response, created, location=f"/v1/grants/{grant_id}/accounts/{created.view.id}")


@router.get("/{grant_id}/accounts", operation_id="listGrantAccounts")
async def page(
    grant_id: UUID,
    query: Annotated[AccountList, Query()],
    desk: Annotated[Desk, needs("grant_account", READ, action="list")],
) -> Page[AccountOut]:
    """The grant's accounts, newest first; for the agency those that were submitted."""
    return await service.page(desk, grant_id, query)


@router.get("/{grant_id}/accounts/{account_id}", operation_id="getGrantAccount")
async def get(
    grant_id: UUID, account_id: UUID, response: Response, desk: Annotated[Desk, needs("grant_account", READ)]
) -> AccountOut:
    """Accounts, with what an auditor must do by the size of the grant, and until when they are kept."""
    return answer(response, await service.get(desk, grant_id, account_id))


@router.patch("/{grant_id}/accounts/{account_id}", operation_id="patchGrantAccount")
async def patch(
    grant_id: UUID,
    account_id: UUID,
    changes: AccountPatch,
    response: Response,
    desk: Annotated[Desk, needs("grant_account", UPDATE)],
) -> AccountOut:
    """Say who audited them (revisor), with the report, while they are open."""
    return answer(response, await service.patch(desk, grant_id, account_id, changes))


@router.post("/{grant_id}/accounts/{account_id}/submit", operation_id="submitGrantAccount")
async def submit(
    grant_id: UUID,
    account_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("grant_account", UPDATE, action="submit")],
) -> AccountOut:
    """Hand them in; 409 `programme-rule` where they are not audited as the grant's size asks for (§§ 23, 26).

    Likewise where an expenditure stands in no line of the budget in force (§ 17), the year's equipment in all accounts
    that are handed in passes its limit, or credit notes leave less than nothing.
    """
    return answer(response, await service.submit(desk, grant_id, account_id))


@router.post("/{grant_id}/accounts/{account_id}/approve", operation_id="approveGrantAccount")
async def approve(
    grant_id: UUID,
    account_id: UUID,
    given: AccountDecisionIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_account", UPDATE, action="approve")],
) -> AccountOut:
    """The agency approves them; from final ones on, what was not used is paid back within 14 days.

    Final ones are approved after all others, else 409 `programme-rule`.
    """
    return answer(response, await service.settle(desk, grant_id, account_id, AccountStatus.APPROVED, given))


@router.post("/{grant_id}/accounts/{account_id}/return", operation_id="returnGrantAccount")
async def return_(
    grant_id: UUID,
    account_id: UUID,
    given: AccountDecisionIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_account", UPDATE, action="return")],
) -> AccountOut:
    """The agency sends them back to be mended; while final ones are handed in, those first."""
    return answer(response, await service.settle(desk, grant_id, account_id, AccountStatus.RETURNED, given))


@router.get(
    "/{grant_id}/accounts/{account_id}/statement",
    operation_id="getGrantStatement",
    openapi_extra={"x-statuses": [409]},
)
async def statement(
    grant_id: UUID,
    account_id: UUID,
    desk: Annotated[
        Desk,
        needs("grant_account", READ, action="reconcile", also=("grant", "grant_budget", "grant_voucher", "cost")),
    ],
) -> StatementOut:
    """The accounts by year and category against the budget in force, and against the booked costs (afstemning).

    The final accounts are over the whole grant, the annual ones' vouchers included. Approved ones are held against the
    budget as it was when they were approved (`budget_as_of`). For the agency 409 of accounts that
    it returned, until they are handed in anew.
    """
    return await service.statement(desk, grant_id, account_id)


@router.post("/{grant_id}/accounts/{account_id}/vouchers", status_code=201, operation_id="createGrantVoucher")
async def enter(
    grant_id: UUID,
    account_id: UUID,
    new: VoucherIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_voucher", CREATE)],
) -> VoucherOut:
    """Enter an expenditure (bilag) in a line of the budget in force; else 409 `programme-rule` (§ 17).

    Its number is used with its day once in all of the grant's accounts, what was cancelled apart: else 409
    `already-given`.
    """
    created = await vouchers.create(desk, grant_id, account_id, new)
    location = f"/v1/grants/{grant_id}/accounts/{account_id}/vouchers/{created.view.id}"
    return answer(response, created, location=location)


@router.get("/{grant_id}/accounts/{account_id}/vouchers", operation_id="listGrantVouchers")
async def entered(
    grant_id: UUID,
    account_id: UUID,
    query: Annotated[VoucherList, Query()],
    desk: Annotated[Desk, needs("grant_voucher", READ, action="list")],
) -> Page[VoucherOut]:
    """The vouchers of accounts, newest first."""
    return await vouchers.page(desk, grant_id, account_id, query)


@router.get("/{grant_id}/accounts/{account_id}/vouchers/{voucher_id}", operation_id="getGrantVoucher")
async def voucher(
    grant_id: UUID,
    account_id: UUID,
    voucher_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("grant_voucher", READ)],
) -> VoucherOut:
    """An expenditure."""
    return answer(response, await vouchers.get(desk, grant_id, account_id, voucher_id))


@router.patch("/{grant_id}/accounts/{account_id}/vouchers/{voucher_id}", operation_id="patchGrantVoucher")
async def change(
    grant_id: UUID,
    account_id: UUID,
    voucher_id: UUID,
    *,
    changes: VoucherPatch,
    response: Response,
    desk: Annotated[Desk, needs("grant_voucher", UPDATE)],
) -> VoucherOut:
    """Change or cancel an expenditure, while the accounts are open; nothing is deleted."""
    return answer(response, await vouchers.patch(desk, grant_id, account_id, voucher_id, changes))
