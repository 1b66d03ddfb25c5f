"""Many new citizens in a few statements: what `service.register` does of one, for all rows of a batch.

Each category is one statement, under the same clauses and policies. Where one row is refused, all are: whoever wants to
know which and why registers them one by one.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

import asyncpg

from app.boundary.policy import Operation
from app.citizens.blocks import write_contact
from app.citizens.screening import hold_circle, more_is_known
from app.citizens.service import found_by
from app.citizens.states import CitizenStatus
from app.citizens.stem import about, of_asker
from app.citizens.vault import OpenKey, cpr_index, new_key
from app.citizens.views import CitizenIn
from app.common.errors import Conflict, RoleCannot
from app.gate.desk import Desk
from app.gate.external_references import refer_all
from app.organisations.project_service import require_open_to

Row = dict[str, Any]


class _New(NamedTuple):
    """One of them."""

    told: CitizenIn
    stem: Row
    key: OpenKey | None


async def register_all(desk: Desk, people: Sequence[tuple[str, CitizenIn]]) -> list[UUID]:
    """Register citizens, each under a reference, as the asker's own.

    Returns:
        Their ids, in order.

    Raises:
        Problem: as `service.register` of one of them; nothing of any is to be kept then.
    """
    for project_id, track in dict.fromkeys((told.project_id, told.track) for _, told in people):
        await require_open_to(desk, project_id, track)
    stems = [_stem(desk, told) for _, told in people]
    numbers = {
        stem["id"]: cpr_index(desk, desk.organisation_id, told.identity.cpr)
        for stem, (_, told) in zip(stems, people, strict=True)
        if told.identity and told.identity.cpr
    }
    if numbers:
        # New records are nobody's to write to yet: their numbers are all that others could be at.
        await hold_circle(desk, [], sorted({*numbers.values()}))
    await desk.insert_all("citizen", stems, ["/project_id"] * len(stems))
    referred = [{**stem, "external_reference": of} for stem, (of, _) in zip(stems, people, strict=True)]
    await refer_all(desk, "citizen", referred)
    keys: list[tuple[Row, OpenKey] | None] = [
        new_key(desk, stem) if told.identity or told.contact or told.address else None
        for stem, (_, told) in zip(stems, people, strict=True)
    ]
    await _write(desk, "data_key", [each[0] for each in keys if each])
    new = [_New(told, stem, key[1] if key else None) for (_, told), stem, key in zip(people, stems, keys, strict=True)]
    await _write_blocks(desk, new, numbers)
    if numbers:
        await more_is_known(desk, *numbers)
    return [stem["id"] for stem in stems]


def _stem(desk: Desk, told: CitizenIn) -> Row:
    return {
        **of_asker(desk, told.project_id, told.track),
        "identified_by": told.identified_by or found_by(desk),
        "status": CitizenStatus.ACTIVE,
        "specially_protected": any(each and each.specially_protected for each in (told.identity, told.address)),
    }


async def _write_blocks(desk: Desk, new: Sequence[_New], numbers: Mapping[UUID, bytes]) -> None:
    makers: dict[str, Callable[[_New, Row], Row | None]] = {
        "identity": _identity,
        "cpr": lambda each, base: _cpr(each, base, numbers.get(each.stem["id"])),
        "residence": _residence,
        "address": _address,
        "background": _background,
    }
    for category, make in makers.items():
        rows = [
            {**base, **values} for each in new if (values := make(each, base := about(desk, each.stem))) is not None
        ]
        if rows and category != "cpr":  # a number goes with the identity that it stands in
            desk.require_scope(category, Operation.CREATE)
        await _write(desk, category, rows)
    for each in new:
        if each.told.contact:  # with lists, which no statement takes a list of
            await write_contact(desk, each.stem, each.told.contact)


async def _write(desk: Desk, category: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    if not desk.policy[category].allows(desk.role, Operation.CREATE):
        raise RoleCannot
    try:
        await desk.insert_all(category, rows, [""] * len(rows))
    except asyncpg.UniqueViolationError as error:
        raise Conflict from error


def _sealed(each: _New, table: str, base: Row, **fields: str) -> Row:
    return each.key.seal(table, base["id"], **fields) if each.key else {}


def _identity(each: _New, base: Row) -> Row | None:
    told = each.told.identity
    if told is None:
        return None
    names = {"given_name": told.given_name, "family_name": told.family_name, "birth_date": told.birth_date.isoformat()}
    return {
        "address_protection": told.address_protection,
        "interpreter_language": told.interpreter_language,
        **_sealed(each, "citizen_identity", base, **names),
    }


def _cpr(each: _New, base: Row, index: bytes | None) -> Row | None:
    told = each.told.identity
    if told is None or told.cpr is None or index is None:
        return None
    return {**_sealed(each, "citizen_cpr", base, cpr=told.cpr), "blind_index": index}


def _residence(each: _New, _base: Row) -> Row | None:
    told = each.told.identity
    if told is None or not told.municipality_code:
        return None
    return {"municipality_code": told.municipality_code, "protection": told.address_protection}


def _address(each: _New, base: Row) -> Row | None:
    told = each.told.address
    if told is None:
        return None
    sealed = _sealed(each, "citizen_address", base, lines="\n".join(told.lines), postcode=told.postcode)
    return {"source": told.source, "protection": told.protection, **sealed}


def _background(each: _New, _base: Row) -> Row | None:
    told = each.told.background
    return None if told is None else {"birth_year": told.birth_year, "sex": told.sex}
