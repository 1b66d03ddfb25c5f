"""Writing the asker's own rows of a citizen's categories; the verbs and what they refuse stand in `service`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from app.boundary.policy import Operation
from app.citizens.errors import PassedOn, UnderAge
from app.citizens.refusals import refused
from app.citizens.states import AddressProtection
from app.citizens.stem import about
from app.citizens.vault import OpenKey, cpr_index, own_key
from app.citizens.views import AddressIn, BackgroundIn, ContactIn, IdentityIn
from app.common.days import is_adult
from app.common.errors import NotFound, RoleCannot
from app.common.workdays import danish_date
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk


async def write_identity(desk: Desk, stem: Mapping[Any, Any], new: IdentityIn) -> bool:
    """Identity, the CPR number and the municipality, each a category of its own; whether any is new.

    Raises:
        UnderAge: somebody of this birth date could not have signed what was signed.
    """
    await _require_adult_signer(desk, stem, new.birth_date)
    key = await own_key(desk, stem)
    changed = await _put_block(
        desk,
        "identity",
        stem,
        {"address_protection": new.address_protection, "interpreter_language": new.interpreter_language},
        key,
        given_name=new.given_name,
        family_name=new.family_name,
        birth_date=new.birth_date.isoformat(),
    )
    if new.cpr:
        changed |= await _put_cpr(desk, stem, key, new.cpr)
    if new.municipality_code:
        fields = {"municipality_code": new.municipality_code, "protection": new.address_protection}
        changed |= await _put_block(desk, "residence", stem, fields)
    elif (known := await _own_block(desk, "residence", stem)) and known["protection"] != new.address_protection:
        await desk.update("residence", known, {"protection": new.address_protection})
        await _protect_superseded(desk, stem, new.address_protection)
        changed = True
    return changed


async def _require_adult_signer(desk: Desk, stem: Mapping[Any, Any], born: date) -> None:
    """A birth date that comes after the signature must still be an adult's (R17)."""
    consents = table_of("consent")
    signed = await desk.rows(
        select(consents.c.signed_at).where(
            consents.c.citizen_id == stem["id"], consents.c.signed_at.is_not(None), desk.readable("consent")
        )
    )
    if any(not is_adult(born, danish_date(each["signed_at"])) for each in signed):
        raise UnderAge


async def _put_cpr(desk: Desk, stem: Mapping[Any, Any], key: OpenKey, cpr: str) -> bool:
    """A changed CPR number is a new row; the old one is kept and found still. Its version goes on from there."""
    index = cpr_index(desk, desk.organisation_id, cpr)
    old = await _own_block(desk, "cpr", stem)
    if old is not None and old["blind_index"] == index:
        return False
    if old is not None:
        if not desk.policy["cpr"].allows(desk.role, Operation.UPDATE):
            raise RoleCannot
        await desk.update("cpr", old, {"superseded_at": utc_now()})
    base = about(desk, stem)
    row = {**base, **key.seal("citizen_cpr", base["id"], cpr=cpr), "blind_index": index}
    if old is not None:
        row["version"] = old["version"] + 1
    await _insert_own(desk, "cpr", stem, row)
    return True


async def write_contact(desk: Desk, stem: Mapping[Any, Any], new: ContactIn) -> bool:
    """Contact, and what makes it safe; whether any of it is new."""
    key = await own_key(desk, stem)
    return await _put_block(
        desk,
        "contact",
        stem,
        {
            "safe_channels": [*new.safe_channels],
            "safe_hours": [each.model_dump() for each in new.safe_hours],
            "never_leave_message": new.never_leave_message,
            "shared_device": new.shared_device,
        },
        key,
        phone=new.phone,
        email=new.email,
        code_phrase=new.code_phrase,
    )


async def write_address(desk: Desk, stem: Mapping[Any, Any], new: AddressIn) -> bool:
    """The address; whether it is new."""
    key = await own_key(desk, stem)
    return await _put_block(
        desk,
        "address",
        stem,
        {"source": new.source, "protection": new.protection},
        key,
        lines="\n".join(new.lines),
        postcode=new.postcode,
    )


async def write_background(desk: Desk, stem: Mapping[Any, Any], new: BackgroundIn) -> None:
    """Background."""
    await _put_block(desk, "background", stem, {"birth_year": new.birth_year, "sex": new.sex})


async def _own_block(desk: Desk, category: str, stem: Mapping[Any, Any]) -> Mapping[Any, Any] | None:
    table = table_of(desk.policy[category].table)
    query = select(table).where(
        table.c.citizen_id == stem["id"], table.c.organisation_id == desk.organisation_id, desk.readable(category)
    )
    if "superseded_at" in table.c:
        query = query.where(table.c.superseded_at.is_(None))
    return await desk.row(query)


async def _put_block(
    desk: Desk,
    category: str,
    stem: Mapping[Any, Any],
    fields: Mapping[str, Any],
    key: OpenKey | None = None,
    **sealed: str | None,
) -> bool:
    """Write one's own row of a category: a new one, or a change of the one there is; whether there was any.

    What is as it was keeps its ciphertext, and a row of which all is stays as it is: that another category was written
    with it is no change of this one, of which a recipient would be told.
    """
    table = desk.policy[category].table
    old = await _own_block(desk, category, stem)
    operation = Operation.CREATE if old is None else Operation.UPDATE
    if not desk.policy[category].allows(desk.role, operation):
        raise RoleCannot
    desk.require_scope(category, operation)
    base = about(desk, stem)
    row_id = old["id"] if old is not None else base["id"]
    values = {**fields, **(key.seal(table, row_id, **sealed) if key else {})}
    if old is not None and key:
        values |= {name: old[name] for name, plain in sealed.items() if key.open(table, old, name) == plain}
    if old is None:
        await _insert_own(desk, category, stem, {**base, **values})
        return True
    changed = any(old[name] != value for name, value in values.items())
    try:
        if changed:
            await desk.update(category, old, values)
            if category == "residence":
                await _keep_superseded(desk, stem, old, values["protection"])
        else:
            await _require_changeable(desk, category, old)
    except NotFound as error:
        cells = desk.policy[category].cells_for(desk.role, Operation.UPDATE)
        if any("not_passed_on" in cell.when for cell in cells):
            raise PassedOn from error
        raise await refused(desk, category, Operation.UPDATE, stem) from error
    return changed


async def _keep_superseded(
    desk: Desk, stem: Mapping[Any, Any], old: Mapping[Any, Any], protection: AddressProtection
) -> None:
    """The municipality as it was stays beside the new one: those whom it was passed on to go on reading it.

    Not where the protection changes as well: what one may know of it is another from then on.
    """
    if old["protection"] != protection:
        await _protect_superseded(desk, stem, protection)
        return
    then = {name: old[name] for name in ("created_at", "updated_at", "version", "municipality_code", "protection")}
    kept = {**about(desk, stem), **then, "superseded_at": utc_now()}
    await desk.insert("residence", kept, shown=False)  # the log names the change alone


async def _protect_superseded(desk: Desk, stem: Mapping[Any, Any], protection: AddressProtection) -> None:
    """What earlier recipients read is protected as the current municipality is."""
    table = table_of(desk.policy["residence"].table)
    query = select(table).where(
        table.c.citizen_id == stem["id"],
        table.c.organisation_id == desk.organisation_id,
        table.c.superseded_at.is_not(None),
        desk.readable("residence"),
    )
    for each in await desk.rows(query):
        await desk.update("residence", each, {"protection": protection})


async def _require_changeable(desk: Desk, category: str, row: Mapping[Any, Any]) -> None:
    """Refuse what an update of the row would be refused, where there is nothing to change."""
    table = table_of(desk.policy[category].table)
    may = select(table.c.id).where(table.c.id == row["id"], desk.may(category, Operation.UPDATE))
    if await desk.row(may) is None:
        raise NotFound


async def _insert_own(desk: Desk, category: str, stem: Mapping[Any, Any], row: Mapping[str, Any]) -> None:
    try:
        await desk.insert(category, row)
    except NotFound as error:
        raise await refused(desk, category, Operation.CREATE, stem) from error
