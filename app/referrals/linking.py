"""What becomes of referrals under way when the other side becomes known (the wall, rule 5)."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.citizens import incident_service as incidents
from app.citizens.incident_views import PairLinkIn, PairLinkOut
from app.citizens.screening import for_the_organisation, hold_words, identifies_counterpart, words_along
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.resources import Tagged
from app.referrals import service
from app.referrals.envelope import REFERRALS
from app.referrals.states import ReferralStatus

_UNANSWERED = (ReferralStatus.SENT, ReferralStatus.RECEIVED)


async def link(desk: Desk, new: PairLinkIn) -> Tagged[PairLinkOut]:
    """Record the link, and recall what was sent in words that it shows to point at the other side."""
    await hold_words(desk, new.victim_id, new.perpetrator_id)
    made = await incidents.link(desk, new)
    # A colleague's referral counts as well.
    async with for_the_organisation(desk) as whole:
        await _recall_identifying(whole, (new.victim_id, new.perpetrator_id))
    return made


async def _recall_identifying(desk: Desk, citizen_ids: Collection[UUID]) -> None:
    # Held: an answer given at this moment comes either before, and stands, or after, and finds it recalled.
    under_way = await desk.rows(
        select(REFERRALS.c.id, REFERRALS.c.citizen_id)
        .where(
            REFERRALS.c.citizen_id.in_(citizen_ids),
            REFERRALS.c.organisation_id == desk.organisation_id,
            REFERRALS.c.status.in_(_UNANSWERED),
            desk.readable("referral"),
            desk.may("referral", Operation.UPDATE),
        )
        .order_by(REFERRALS.c.id)
        .with_for_update()
    )
    for each in under_way:
        along = await words_along(desk, each["citizen_id"], await _laid_down(desk, each["id"]))
        texts = {"/summary": await service.summary(desk, each["id"]) or "", **along}
        if await identifies_counterpart(desk, each["citizen_id"], texts):
            await service.take_back(desk, each["id"])


async def _laid_down(desk: Desk, referral_id: UUID) -> set[str]:
    disclosures = table_of("disclosure")
    rows = await desk.rows(
        select(disclosures.c.category).where(disclosures.c.referral_id == referral_id, desk.readable("disclosure"))
    )
    return {row["category"] for row in rows}
