"""Signatures by Standard Webhooks (v1: HMAC-SHA256 over id, time and body), so that any of its libraries verifies them.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

PREFIX = "whsec_"
SECRET_BYTES = 32
"""The specification asks for 24 to 64."""


def new_secret() -> str:
    """A secret as the receiver is told it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """`v1,` and the signature under one secret."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = hmac.digest(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256)
    return f"v1,{base64.b64encode(signed).decode()}"


def headers_of(secrets_in_use: Iterable[str], message_id: UUID, at: datetime, body: bytes) -> dict[str, str]:
    """The headers of one attempt; a signature for each secret, separated by spaces."""
    timestamp = int(at.timestamp())
    return {
        "webhook-id": str(message_id),
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signature(each, str(message_id), timestamp, body) for each in secrets_in_use),
    }


def body_of(*, change_id: UUID, happened_at: datetime, collection: str, record_id: UUID, kind: str) -> bytes:
    """What is told of a change: ids, and nothing else."""
    moment = happened_at.isoformat().replace("+00:00", "Z")
    data = {"change_id": str(change_id), "collection": collection, "record_id": str(record_id), "kind": kind}
    told = {"type": f"{collection}.{kind}", "timestamp": moment, "data": data}
    return json.dumps(told, separators=(",", ":")).encode()
