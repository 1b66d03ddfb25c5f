"""An endpoint's secrets at rest: under a data key of its own, which a master key of the key ring wraps."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from app.auth.keys import KeyRing
from app.common.encryption import DataKey, FieldCipher, unwrap_key, wrap_key

_TABLE = "webhook_endpoint"
_COLUMN = "secret"
"""Of the former one too, which was sealed as the present."""


def new_key(keys: KeyRing, endpoint_id: UUID, organisation_id: UUID) -> bytes:
    """A wrapped data key for an endpoint."""
    master = keys.current_master
    return wrap_key(master.key, master.id, DataKey.generate(), _bound_to(endpoint_id, organisation_id))


def sealed(keys: KeyRing, row: Mapping[Any, Any], secret: str) -> bytes:
    """A secret, sealed for this endpoint."""
    return _cipher(keys, row).encrypt(secret, **_place(row))


def secrets_of(keys: KeyRing, row: Mapping[Any, Any], at: datetime) -> list[str]:
    """What signs at that time: the secret, and during an overlap the one of before."""
    cipher, found = _cipher(keys, row), [row["secret"]]
    if row["former_secret"] is not None and row["former_until"] > at:
        found.append(row["former_secret"])
    return [cipher.decrypt(each, **_place(row)) for each in found]


def _cipher(keys: KeyRing, row: Mapping[Any, Any]) -> FieldCipher:
    masters = {name: each.key for name, each in keys.master_keys.items()}
    return FieldCipher(unwrap_key(masters, row["data_key"], _bound_to(row["id"], row["organisation_id"])))


def _place(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        "table": _TABLE,
        "column": _COLUMN,
        "row_id": row["id"],
        "organisation_id": row["organisation_id"],
        "key_id": row["id"],
    }


def _bound_to(endpoint_id: UUID, organisation_id: UUID) -> bytes:
    return f"webhook endpoint/{endpoint_id}/{organisation_id}".encode()
