"""Who may see the asker's own data on a citizen, by which consent and referral."""

from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, false, func, or_, select

from app.boundary.asker import Asker
from app.boundary.conditions import WORDS
from app.boundary.policy import Operation
from app.database.columns import table_of
from app.gate.desk import Desk
from app.journey.events import CITIZEN_ID
from app.journey.explanation_views import RecipientAccess


def _covered(desk: Desk, passed: FromClause) -> ColumnElement[bool]:
    """Whether the recipient's agreement and the asker's own cover what was passed on: the words of their cells."""
    recipient = Asker(passed.c.recipient_id, desk.asker.track, desk.asker.staff, desk.asker.functions, desk.asker.link)
    branches = {
        category.name: and_(*(WORDS[word](passed, recipient, category) for word in ("agreed", "controller_agreed")))
        for category in desk.policy.categories.values()
        if any("disclosed" in cell.when and Operation.READ in cell.operations for cell in category.cells)
    }
    return case(branches, value=passed.c.category, else_=false())


def _statement(desk: Desk) -> Select[Any]:
    row, organisation = table_of("disclosure").alias("passed_on"), table_of("organisation")
    passed = (
        select(*(column for column in row.c if column.name != "organisation_id"))
        .add_columns(
            row.c.source_organisation_id.label("organisation_id"),
            (row.c.organisation_id == desk.asker.organisation).label("sent_here"),
        )
        .where(
            row.c.citizen_id == CITIZEN_ID,
            row.c.source_organisation_id == desk.asker.organisation,
            row.c.opened_at.is_not(None),
            desk.readable("disclosure", row),
        )
        .subquery("passed")
    )
    stands = and_(passed.c.ended_at.is_(None), or_(passed.c.valid_until.is_(None), passed.c.valid_until > func.now()))
    return (
        select(
            passed.c.recipient_id,
            organisation.c.name,
            passed.c.category,
            # Under which consent another passed it on, and whether it referred, is that one's business (rule 9).
            case((passed.c.sent_here, passed.c.consent_id)).label("consent_id"),
            case((passed.c.sent_here, passed.c.referral_id)).label("referral_id"),
            passed.c.referral_id.label("opened_by"),
            passed.c.opened_at,
            func.least(passed.c.ended_at, passed.c.valid_until).label("until"),
            and_(stands, _covered(desk, passed)).label("open"),
        )
        .select_from(passed.join(organisation, organisation.c.id == passed.c.recipient_id))
        .where(desk.readable("organisation"))
        .order_by(passed.c.opened_at.desc(), passed.c.referral_id, stands.desc(), passed.c.category)
    )


async def seen_by(desk: Desk, citizen_id: UUID) -> list[RecipientAccess]:
    """Everyone to whom the asker's own data were opened, the latest first; what was only sent is not yet open."""
    rows = await desk.fetch("seen-by", _statement, citizen_id=citizen_id)
    return [_access(list(group)) for _, group in groupby(rows, key=lambda each: (each["opened_by"], each["open"]))]


def _access(rows: list[Any]) -> RecipientAccess:
    first = rows[0]
    return RecipientAccess(
        organisation_id=first["recipient_id"],
        name=first["name"],
        categories=sorted({row["category"] for row in rows}),
        open=first["open"],
        since=first["opened_at"],
        until=first["until"],
        consent_id=first["consent_id"],
        referral_id=first["referral_id"],
    )
