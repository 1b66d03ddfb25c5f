"""What the file of the key ring holds: its schema, and the making of new entries."""

import base64
import hashlib
import json
import secrets
from datetime import datetime
from typing import Annotated, Final, Literal, Self

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

SECRET_BYTES: Final = 32

Purpose = Literal["demo", "production"]


def _check_secret(value: str) -> str:
    if len(base64.b64decode(value, validate=True)) != SECRET_BYTES:
        raise ValueError("not 32 bytes")
    return value


Secret = Annotated[str, Field(repr=False), AfterValidator(_check_secret)]


class _Strict(BaseModel):
    # Errors of validation never quote what was read: it is a secret.
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class SigningEntry(_Strict):
    """One signing key. Its private half is kept after retirement, so that its public one is."""

    kid: str = Field(min_length=1, max_length=128)
    state: Literal["published", "signing", "retired", "revoked"]
    created_at: AwareDatetime
    retired_at: AwareDatetime | None = None
    private_pem: str = Field(repr=False)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.state in {"retired", "revoked"}) != (self.retired_at is not None):
            raise ValueError("retired_at belongs to a retired or revoked key")
        return self


class MasterEntry(_Strict):
    """One master key, 32 bytes in base64."""

    id: str = Field(min_length=1, max_length=64)
    created_at: AwareDatetime
    key: Secret


class Passwords(_Strict):
    """The passwords of the application's logins."""

    case: str = Field(min_length=20, repr=False)
    evaluator: str = Field(min_length=20, repr=False)
    answerer: str | None = Field(default=None, min_length=20, repr=False)
    """Absent from rings made before there was this login; it then follows from the index secret."""
    builder: str = Field(min_length=20, repr=False)
    deliverer: str | None = Field(default=None, min_length=20, repr=False)
    """Absent likewise."""


class Content(_Strict):
    """The whole file."""

    purpose: Purpose
    signing: list[SigningEntry]
    master: list[MasterEntry] = Field(min_length=1)
    index_secret: Secret
    cursor_secret: Secret
    database_passwords: Passwords

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if [entry.state for entry in self.signing].count("signing") != 1:
            raise ValueError("exactly one key must be signing")
        if len({entry.kid for entry in self.signing}) != len(self.signing):
            raise ValueError("each kid must be unique")
        if len({entry.id for entry in self.master}) != len(self.master):
            raise ValueError("each master key must have its own id")
        return self


def new_secret() -> str:
    """Return 32 random bytes in base64."""
    return base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode("ascii")


def new_master(now: datetime) -> MasterEntry:
    """Return a fresh master key."""
    return MasterEntry(id=secrets.token_hex(8), created_at=now, key=new_secret())


def new_signing(state: Literal["published", "signing"], now: datetime) -> SigningEntry:
    """Return a fresh P-256 key, named by its thumbprint."""
    private_key = generate_private_key(SECP256R1())
    pem = private_key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode("ascii")
    kid = _thumbprint(private_key.public_key())
    return SigningEntry(kid=kid, state=state, created_at=now, private_pem=pem)


def load_private(pem: str) -> EllipticCurvePrivateKey:
    """Parse a PKCS8 P-256 key; `ValueError` for anything else, an encrypted one included."""
    try:
        key = serialization.load_pem_private_key(pem.encode(), password=None)
    except (TypeError, ValueError) as error:  # TypeError: it has a passphrase
        raise ValueError("not a private key") from error
    if not isinstance(key, EllipticCurvePrivateKey) or not isinstance(key.curve, SECP256R1):
        raise ValueError("not a P-256 key")  # noqa: TRY004 - of the file's content, not of a type
    return key


def _coordinates(key: EllipticCurvePublicKey) -> dict[str, str]:
    numbers = key.public_numbers()
    x, y = (
        base64.urlsafe_b64encode(number.to_bytes(32, "big")).rstrip(b"=").decode("ascii")
        for number in (numbers.x, numbers.y)
    )
    return {"crv": "P-256", "kty": "EC", "x": x, "y": y}


def _thumbprint(key: EllipticCurvePublicKey) -> str:
    """Name a key by its content (RFC 7638), so that one name never means two keys."""
    canonical = json.dumps(_coordinates(key), separators=(",", ":"), sort_keys=True).encode()
    digest = hashlib.sha256(canonical).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def public_jwk(kid: str, key: EllipticCurvePublicKey) -> dict[str, str]:
    """Return the public JWK (RFC 7517): what anybody may know."""
    return {**_coordinates(key), "kid": kid, "use": "sig", "alg": "ES256"}
