"""Making, showing and revoking the link by which a citizen answers without an account."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import select

from app.auth.link_holder import ANSWERER, hash_of
from app.citizens.stem import about
from app.common.errors import ForbiddenTransition, NotFound
from app.common.problem import FieldError, Language
from app.consents.states import Scope
from app.courses.ground import valid_until
from app.database.columns import utc_now
from app.gate.desk import Desk
from app.gate.resources import Tagged, matched, require_transition, row_etag
from app.measurements import errors
from app.measurements.link_rows import LINKS, end_link
from app.measurements.link_views import LinkIn, LinkMade, LinkOut
from app.measurements.service import handed_out, require_consent, shown_to
from app.measurements.states import RESPONSE_TRANSITIONS, LinkStatus, ResponseStatus

SECRET_BYTES = 32
PATH = "/q"
"""Where the page lies; it says nothing."""

Row = Mapping[Any, Any]


async def make(desk: Desk, response_id: UUID, new: LinkIn, base: str) -> Tagged[LinkMade]:
    """Make the link that leads to the questionnaire, in place of any former one; the citizen has it by that.

    Args:
        base: what the outside calls this server.
    """
    row = await _about_to_ask(desk, response_id)
    instrument = await desk.find("instrument", row["instrument_id"])
    await require_consent(desk, instrument, row["citizen_id"])
    require_wording(instrument, new.language or "da")
    await end_link(desk, response_id)
    if row["status"] == ResponseStatus.ASSIGNED:
        await desk.update("questionnaire_response", row, handed_out())
    secret = secrets.token_urlsafe(SECRET_BYTES)
    link = {
        **about(desk, row),
        "response_id": row["id"],
        "instrument_id": row["instrument_id"],
        "secret_hash": hash_of(secret, ANSWERER),
        "language": new.language,
        "shown_to": shown_to(desk, instrument),
        "requires_consent": instrument["requires_evaluation_consent"],
        "expires_at": await _expiry(desk, instrument, row, new.days),
        "used_at": None,
        "ended_at": None,
    }
    await desk.insert("questionnaire_link", link)
    desk.event.record_id = row["id"]
    made = LinkMade(**_shown(link), url=f"{base}{PATH}/{secret}")
    desk.kept_answer = made.model_copy(update={"url": None}).model_dump_json().encode()
    return Tagged(made, row_etag("questionnaire_link", link))


async def get(desk: Desk, response_id: UUID) -> Tagged[LinkOut]:
    """The newest link of a response."""
    await desk.find("questionnaire_response", response_id)
    link = await _newest(desk, response_id)
    desk.saw("questionnaire_link", link)
    desk.event.record_id = response_id
    return _tagged(link)


async def revoke(desk: Desk, response_id: UUID) -> Tagged[LinkOut]:
    """End the open link."""
    await desk.find("questionnaire_response", response_id, lock=True)
    link = await matched(desk, "questionnaire_link", (await _newest(desk, response_id))["id"])
    desk.event.record_id = response_id
    status = status_of(link)
    if status is not LinkStatus.OPEN:
        raise ForbiddenTransition(state=status, allowed=[])
    return _tagged(await desk.update("questionnaire_link", link, {"ended_at": utc_now()}))


def status_of(link: Row) -> LinkStatus:
    """What has become of a link."""
    if link["used_at"] is not None:
        return LinkStatus.USED
    if link["ended_at"] is not None:
        return LinkStatus.ENDED
    return LinkStatus.OPEN if link["expires_at"] > utc_now() else LinkStatus.EXPIRED


def languages_of(instrument: Row) -> list[Language]:
    """The languages in which a citizen can read all of it, Danish first."""
    return [each for each in get_args(Language) if not _unworded(instrument, each)]


def require_wording(instrument: Row, language: Language) -> None:
    """Refuse a link to questions that have no words.

    Raises:
        WordingMissing: naming what there is none for.
    """
    if missing := _unworded(instrument, language):
        raise errors.WordingMissing(
            errors=[
                FieldError(pointer, "wording_missing", "There is no wording.", "Ordlyden mangler.")
                for pointer in missing
            ]
        )


def _unworded(instrument: Row, language: Language) -> list[str]:
    """JSON pointers into the instrument."""
    items = [
        f"/items/{place}/wording_{language}"
        for place, item in enumerate(instrument["items"])
        if not item[f"wording_{language}"]
    ]
    labelled = {each["value"] for each in instrument["scale_labels"]}
    ends = {instrument["scale_min"], instrument["scale_max"]}
    return items if ends <= labelled else [*items, "/scale_labels"]


async def _about_to_ask(desk: Desk, response_id: UUID) -> Row:
    """The response, held, where it waits for its answer: handed out, or about to be by the link."""
    row = await matched(desk, "questionnaire_response", response_id)
    if row["status"] != ResponseStatus.HANDED_OUT:
        require_transition(RESPONSE_TRANSITIONS, ResponseStatus(row["status"]), ResponseStatus.HANDED_OUT)
    return row


async def _expiry(desk: Desk, instrument: Row, row: Row, days: int) -> datetime:
    latest = utc_now() + timedelta(days=days)
    if not instrument["requires_evaluation_consent"]:
        return latest
    ends = await valid_until(desk, row["citizen_id"], Scope.EVALUATION_QUESTIONNAIRE)
    return latest if ends is None else min(latest, ends)


async def _newest(desk: Desk, response_id: UUID) -> Row:
    row = await desk.row(
        select(LINKS)
        .where(LINKS.c.response_id == response_id, desk.readable("questionnaire_link"))
        .order_by(LINKS.c.created_at.desc(), LINKS.c.id.desc())
        .limit(1)
    )
    if row is None:
        raise NotFound
    return row


def _shown(link: Row) -> dict[str, Any]:
    return {**{name: link[name] for name in LinkOut.model_fields if name != "status"}, "status": status_of(link)}


def _tagged(link: Row) -> Tagged[LinkOut]:
    return Tagged(LinkOut(**_shown(link)), row_etag("questionnaire_link", link))
