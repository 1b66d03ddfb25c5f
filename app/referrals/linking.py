"""What becomes of referrals under way when more is known of the other side (the wall, rule 5)."""

from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.citizens.screening import identifies_counterpart, watches, words_along
from app.database.columns import table_of
from app.gate.desk import Desk
from app.referrals import service
from app.referrals.envelope import REFERRALS
from app.referrals.states import ReferralStatus

_UNANSWERED = (ReferralStatus.SENT, ReferralStatus.RECEIVED)


@watches
async def recall_identifying(desk: Desk, citizen_id: UUID) -> None:
    """Recall what was sent about the citizen, and not answered yet, in words that now point at the other side."""
    # Held: an answer given at this moment comes either before, and stands, or after, and finds it recalled.
    under_way = await desk.rows(
        select(REFERRALS.c.id)
        .where(
            REFERRALS.c.citizen_id == citizen_id,
            REFERRALS.c.organisation_id == desk.organisation_id,
            REFERRALS.c.status.in_(_UNANSWERED),
            desk.readable("referral"),
            desk.may("referral", Operation.UPDATE),
        )
        .order_by(REFERRALS.c.id)
        .with_for_update()
    )
    for each in under_way:
        along = await words_along(desk, citizen_id, await _laid_down(desk, each["id"]))
        texts = {"/summary": await service.summary(desk, each["id"]) or "", **along}
        if await identifies_counterpart(desk, citizen_id, texts):
            await service.take_back(desk, each["id"])


async def _laid_down(desk: Desk, referral_id: UUID) -> set[str]:
    disclosures = table_of("disclosure")
    rows = await desk.rows(
        select(disclosures.c.category).where(disclosures.c.referral_id == referral_id, desk.readable("disclosure"))
    )
    return {row["category"] for row in rows}
