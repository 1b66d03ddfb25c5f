"""The citizen's data keys: every personal field is opened and sealed here.

A key belongs to one citizen and one controller. A recipient opens a disclosed field with the discloser's key,
which it can read exactly as long as it can read the citizen's stem.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, any_, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY

from app.auth.keys import MasterKey
from app.citizens.tables import DataKey
from app.common import encryption
from app.common.encryption import FieldCipher, blind_index
from app.database.columns import fresh, table_of
from app.gate.desk import Desk

KEYS = table_of(DataKey.__tablename__)
_IDS: Any = ARRAY(Uuid)  # SQLAlchemy's own annotations do not admit an ARRAY here


@dataclass(frozen=True, slots=True)
class OpenKey:
    """One controller's key on one citizen, unwrapped."""

    id: UUID
    organisation_id: UUID
    cipher: FieldCipher

    def seal(self, table: str, row_id: UUID, **fields: str | None) -> dict[str, bytes | None]:
        """Ciphertexts of the fields, by column; None stays None."""
        return {
            column: None
            if plain is None
            else self.cipher.encrypt(
                plain, table=table, column=column, row_id=row_id, organisation_id=self.organisation_id, key_id=self.id
            )
            for column, plain in fields.items()
        }

    def open(self, table: str, row: Mapping[Any, Any], column: str) -> str | None:
        """The plain text of one column of a row, whose bytes may come as PostgreSQL's hex."""
        sealed = row[column]
        if sealed is None:
            return None
        return self.cipher.decrypt(
            bytes.fromhex(sealed[2:]) if isinstance(sealed, str) else sealed,
            table=table,
            column=column,
            row_id=str(row["id"]),
            organisation_id=self.organisation_id,
            key_id=self.id,
        )


def unwrapped(desk: Desk, row: Mapping[Any, Any]) -> OpenKey:
    """The key in a `data_key` row (or in its JSON)."""
    key = unwrap(desk.keys.master_keys, row)
    return OpenKey(UUID(str(row["id"])), UUID(str(row["organisation_id"])), FieldCipher(key))


def unwrap(masters: Mapping[str, MasterKey], row: Mapping[Any, Any]) -> encryption.DataKey:
    """The bytes of the key.

    Raises:
        DecryptionFailed: no master key of these wrapped it.
    """
    wrapped = row["wrapped"]
    return encryption.unwrap_key(
        {name: each.key for name, each in masters.items()},
        bytes.fromhex(wrapped[2:]) if isinstance(wrapped, str) else wrapped,
        _bound_to(UUID(str(row["citizen_id"])), UUID(str(row["organisation_id"]))),
    )


async def keys_of(desk: Desk, citizen_ids: Iterable[UUID]) -> dict[tuple[UUID, UUID], OpenKey]:
    """The keys that the asker may use, by citizen and controller; one statement."""
    rows = await desk.fetch(
        "keys-of",
        lambda template: select(KEYS).where(
            KEYS.c.citizen_id == any_(bindparam("citizen_ids", type_=_IDS)), template.readable("data_key")
        ),
        citizen_ids=list(citizen_ids),
    )
    return {(row["citizen_id"], row["organisation_id"]): unwrapped(desk, row) for row in rows}


async def own_key(desk: Desk, citizen: Mapping[Any, Any]) -> OpenKey:
    """The asker's own key on a citizen, made when first needed.

    Args:
        citizen: any row about the citizen with `project_id` and `track`; the stem itself, or one of a category.
    """
    citizen_id = citizen.get("citizen_id", citizen["id"])
    rows = await desk.fetch(
        "own-key",
        lambda template: select(KEYS).where(
            KEYS.c.citizen_id == bindparam("citizen_id", type_=Uuid),
            KEYS.c.organisation_id == template.asker.organisation,
            template.readable("data_key"),
        ),
        citizen_id=citizen_id,
    )
    if rows:
        return unwrapped(desk, rows[0])
    row, key = new_key(desk, citizen)
    await desk.insert("data_key", row)
    return key


def new_key(desk: Desk, citizen: Mapping[Any, Any]) -> tuple[dict[str, Any], OpenKey]:
    """The row of the asker's own key on a citizen that it has none on, to be written, and the key."""
    citizen_id = citizen.get("citizen_id", citizen["id"])
    master = desk.keys.current_master
    plain = encryption.DataKey.generate()
    wrapped = encryption.wrap_key(master.key, master.id, plain, _bound_to(citizen_id, desk.organisation_id))
    row = {
        **fresh(),
        "project_id": citizen["project_id"],
        "organisation_id": desk.organisation_id,
        "citizen_id": citizen_id,
        "track": citizen["track"],
        "wrapped": wrapped,
    }
    return row, OpenKey(row["id"], desk.organisation_id, FieldCipher(plain))


def _bound_to(citizen_id: UUID, organisation_id: UUID) -> bytes:
    return f"data key of {citizen_id} at {organisation_id}".encode()


def cpr_index(desk: Desk, organisation_id: UUID, cpr: str) -> bytes:
    """What a CPR number is found by among this controller's; it differs from controller to controller."""
    return blind_index(desk.keys.index_secret, organisation_id=organisation_id, column="cpr", value=cpr)
