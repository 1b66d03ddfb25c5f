"""Instruments in versions: what is measured is the programme's data, not code (R36)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.common.errors import ForbiddenTransition, InvalidContent
from app.common.problem import FieldError
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, matched, page_of, require_transition, tagged
from app.measurements.errors import FormWithoutWording, fixed_by_code
from app.measurements.instrument_views import InstrumentIn, InstrumentList, InstrumentOut, InstrumentTerms
from app.measurements.shipped import shipped
from app.measurements.states import INSTRUMENT_TRANSITIONS, InstrumentStatus
from app.measurements.tables import Instrument

INSTRUMENTS = table_of(Instrument.__tablename__)
PUBLISHED = frozenset({"who5", "brief_inspire_o"})
"""Those whose words are published elsewhere, and may lie before the citizen on paper."""


async def get(desk: Desk, instrument_id: UUID) -> Tagged[InstrumentOut]:
    """One version."""
    return tagged(InstrumentOut, "instrument", await desk.find("instrument", instrument_id))


async def page(desk: Desk, query: InstrumentList) -> Page[InstrumentOut]:
    """Versions, newest first."""
    return await page_of(desk, "instrument", query, InstrumentOut)


async def draft(desk: Desk, new: InstrumentIn) -> Tagged[InstrumentOut]:
    """The draft of a new version, numbered on from those of the same code.

    Raises:
        InvalidContent: it scores otherwise than the shipped instrument of this code.
    """
    _require_comparable(new.code, new)
    await desk.alone("instrument", new.code)  # two at a time would count to the same number
    latest = await desk.row(
        select(func.coalesce(func.max(INSTRUMENTS.c.instrument_version), 0).label("number")).where(
            INSTRUMENTS.c.code == new.code, desk.readable("instrument")
        )
    )
    row = {
        **fresh(),
        **new.model_dump(mode="json"),
        "instrument_version": (latest["number"] if latest else 0) + 1,
        "status": InstrumentStatus.DRAFT,
        "activated_at": None,
        "retired_at": None,
        "supersedes_id": None,
    }
    await desk.insert("instrument", row)
    desk.event.record_id = row["id"]
    return tagged(InstrumentOut, "instrument", row)


async def replace(desk: Desk, instrument_id: UUID, terms: InstrumentTerms) -> Tagged[InstrumentOut]:
    """Write a draft anew, e.g. with the wording of its items."""
    row = await matched(desk, "instrument", instrument_id)
    if row["status"] != InstrumentStatus.DRAFT:
        raise ForbiddenTransition(state=row["status"], allowed=sorted(INSTRUMENT_TRANSITIONS[row["status"]]))
    _require_comparable(row["code"], terms)
    return tagged(InstrumentOut, "instrument", await desk.update("instrument", row, terms.model_dump(mode="json")))


def _require_comparable(code: str, terms: InstrumentTerms) -> None:
    """Hold a version of a shipped instrument to its scoring: releases compare scores across versions by the code.

    Wording, labels and waves are free. A published instrument's scale, items, bands and relevant change are part of it.
    """
    known = next((each for each in shipped() if each.code == code), None)
    if known is None:
        return
    kept = {
        "scoring": known.scoring == terms.scoring,
        "requires_evaluation_consent": known.requires_evaluation_consent == terms.requires_evaluation_consent,
    }
    if code in PUBLISHED:
        same = ("scale_min", "scale_max", "relevant_change")
        kept |= {name: getattr(known, name) == getattr(terms, name) for name in same}
        kept["bands"] = [(each.code, each.at_most) for each in known.bands] == [
            (each.code, each.at_most) for each in terms.bands
        ]
        kept["items"] = [each.id for each in known.items] == [each.id for each in terms.items]
    if changed := [name for name, same in kept.items() if not same]:
        raise InvalidContent(errors=[fixed_by_code(name) for name in changed])


def _require_worded(row: Mapping[Any, Any]) -> None:
    """Refuse a form of one's own that asks nothing: an item without words in any language.

    Raises:
        FormWithoutWording: naming each such item.
    """
    if row["code"] in PUBLISHED:
        return
    bare = [place for place, item in enumerate(row["items"]) if not (item["wording_da"] or item["wording_en"])]
    if bare:
        raise FormWithoutWording(
            errors=[
                FieldError(f"/items/{place}", "wording_missing", "There is no wording.", "Ordlyden mangler.")
                for place in bare
            ]
        )


async def activate(desk: Desk, instrument_id: UUID) -> Tagged[InstrumentOut]:
    """Take a draft into use; the version in use before it retires in the same moment.

    Raises:
        FormWithoutWording: a form of one's own has an item without words.
    """
    row = await matched(desk, "instrument", instrument_id)
    require_transition(INSTRUMENT_TRANSITIONS, InstrumentStatus(row["status"]), InstrumentStatus.ACTIVE)
    _require_worded(row)
    await desk.alone("instrument", row["code"])
    former = await desk.row(
        select(INSTRUMENTS).where(
            INSTRUMENTS.c.code == row["code"],
            INSTRUMENTS.c.status == InstrumentStatus.ACTIVE,
            desk.readable("instrument"),
        )
    )
    now = utc_now()
    if former is not None:
        await desk.update("instrument", former, {"status": InstrumentStatus.RETIRED, "retired_at": now})
    changes = {
        "status": InstrumentStatus.ACTIVE,
        "activated_at": now,
        "supersedes_id": former["id"] if former else None,
    }
    return tagged(InstrumentOut, "instrument", await desk.update("instrument", row, changes))


async def retire(desk: Desk, instrument_id: UUID) -> Tagged[InstrumentOut]:
    """Assign it no more; what is assigned can still be answered."""
    row = await matched(desk, "instrument", instrument_id)
    require_transition(INSTRUMENT_TRANSITIONS, InstrumentStatus(row["status"]), InstrumentStatus.RETIRED)
    changes = {"status": InstrumentStatus.RETIRED, "retired_at": utc_now()}
    return tagged(InstrumentOut, "instrument", await desk.update("instrument", row, changes))
