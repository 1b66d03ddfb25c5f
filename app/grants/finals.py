"""What final accounts rest on stays as it is while they are handed in: other accounts, their vouchers, the budget."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.database.columns import table_of
from app.gate.desk import Desk
from app.grants.reading import Held, held
from app.grants.states import HANDED_IN_ACCOUNTS, AccountKind

ACCOUNTS = table_of("grant_account")


async def others_of(desk: Desk, it: Held, account_id: UUID | None = None) -> Sequence[Mapping[Any, Any]]:
    """The grant's accounts that the asker reads, besides these: their ids, kinds and states."""
    wanted = [ACCOUNTS.c.grant_id == it.row["id"], desk.readable("grant_account")]
    if account_id is not None:
        wanted.append(ACCOUNTS.c.id != account_id)
    return await desk.rows(select(ACCOUNTS.c.id, ACCOUNTS.c.kind, ACCOUNTS.c.status).where(*wanted))


async def accounts_alone(desk: Desk, grant_id: UUID) -> None:
    """Hold what final accounts rest on to the end of the transaction; taken before any row of the grant is locked."""
    await desk.alone("accounts", grant_id)


async def settling(desk: Desk, grant_id: UUID, *, match: bool = False) -> Held:
    """The grant, held with its accounts: what final ones rest on does not change beside them."""
    await held(desk, grant_id)
    await accounts_alone(desk, grant_id)
    return await held(desk, grant_id, lock=True, match=match)


async def require_unsettled(desk: Desk, it: Held, account_id: UUID | None = None) -> None:
    """Refuse to change what final accounts rest on.

    Raises:
        ExpenseRule: other accounts than these are final, and handed in; returned, they let it be mended.
    """
    for each in await others_of(desk, it, account_id):
        if each["kind"] == AccountKind.FINAL and each["status"] in HANDED_IN_ACCOUNTS:
            raise it.rules["final_accounts"].refusal()
