"""The key ring: every secret of an installation, in one file that only its owner may read.

A signing key lives through these states: **published** (others may fetch it, nothing is signed
with it yet), **signing** (exactly one), **retired** (tokens it signed live on for a while). One that
others may know is **revoked**: nothing it signed is believed any more.
Master keys wrap the data keys of citizens; the last is current and none is ever removed, since
what was encrypted under it would be lost. Rotation: publish, wait until those who cache the
JWKS have seen it, promote.
"""

import base64
import hmac
import json
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, Self

import structlog
from cryptography.hazmat.primitives.asymmetric.ec import (
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from pydantic import ValidationError

from app.auth._keycontent import (
    SECRET_BYTES,
    Content,
    Passwords,
    Purpose,
    SigningEntry,
    load_private,
    new_master,
    new_secret,
    new_signing,
    public_jwk,
)
from app.auth._keyfile import (
    Identity,
    KeyRingError,
    digest_of,
    identity_of,
    read_private,
    write_private,
)

__all__ = ["KeyRing", "KeyRingError", "KeyRingFile", "MasterKey", "Purpose", "SigningKey"]

RETIRED_ACCEPTED: Final = timedelta(minutes=15)
"""A retired key verifies this long: a token lives 10 minutes, the rest is for slow clocks."""

JWKS_CACHED: Final = timedelta(minutes=5)
"""How long others may keep our key set (`Cache-Control` of `/.well-known/jwks.json`)."""

RECHECK_SECONDS: Final = 1.0
"""How long a rotation may take to act in a running server."""

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key that tokens are signed with; its repr does not show it."""

    kid: str
    private_key: EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class MasterKey:
    """A key that wraps data keys: 32 bytes for AES-256-GCM; its repr does not show them."""

    id: str
    key: bytes

    def __repr__(self) -> str:
        return f"MasterKey(id={self.id!r})"


class KeyRing:
    """All keys of an installation. Changes act on the object; `save` makes them last."""

    def __init__(self, content: Content, *, read_from: str | None = None, clock: Clock = _now) -> None:
        """Use `generate` or `load`; `save` may replace the file with that digest."""
        self._content = content
        self._read_from = read_from
        self._clock = clock
        self._private: dict[str, EllipticCurvePrivateKey] = {}
        self._public: dict[str, EllipticCurvePublicKey] = {}
        for entry in content.signing:
            self._take(entry)

    def _take(self, entry: SigningEntry) -> None:
        private_key = load_private(entry.private_pem)
        self._private[entry.kid] = private_key
        self._public[entry.kid] = private_key.public_key()

    def __repr__(self) -> str:
        return f"KeyRing(purpose={self.purpose!r}, signing={self.signing_key.kid!r})"

    @classmethod
    def generate(cls, purpose: Purpose, *, clock: Clock = _now) -> Self:
        """Make a new ring with one signing key, one master key and fresh secrets."""
        now = clock()
        content = Content(
            purpose=purpose,
            signing=[new_signing("signing", now)],
            master=[new_master(now)],
            index_secret=new_secret(),
            cursor_secret=new_secret(),
            database_passwords=Passwords(
                case=secrets.token_urlsafe(SECRET_BYTES),
                evaluator=secrets.token_urlsafe(SECRET_BYTES),
                answerer=secrets.token_urlsafe(SECRET_BYTES),
                builder=secrets.token_urlsafe(SECRET_BYTES),
                deliverer=secrets.token_urlsafe(SECRET_BYTES),
            ),
        )
        return cls(content, clock=clock)

    @classmethod
    def load(cls, path: Path, *, clock: Clock = _now) -> Self:
        """Read a ring.

        Raises:
            KeyRingError: it is missing, open to other users or damaged; says what to do.
        """
        return cls._parse(path, read_private(path)[0], clock)

    @classmethod
    def _parse(cls, path: Path, content: bytes, clock: Clock) -> Self:
        advice = f"The key ring {path} is damaged: restore it from the backup."
        try:
            parsed = Content.model_validate_json(content)
        except ValidationError as error:
            first = error.errors(include_input=False, include_context=False, include_url=False)[0]
            place = ".".join(str(step) for step in first["loc"]) or "file"
            raise KeyRingError(f"{advice} ({place}: {first['type']})") from None
        try:
            return cls(parsed, read_from=digest_of(content), clock=clock)
        except ValueError:
            raise KeyRingError(f"{advice} (private_pem: not a P-256 key)") from None

    def save(self, path: Path) -> None:
        """Write the ring, readable by its owner only, whole or not at all.

        Raises:
            KeyRingError: the file is not the one this ring was read from, or cannot be written.
        """
        document = self._content.model_dump(mode="json", exclude_none=True)
        written = (json.dumps(document, indent=2) + "\n").encode()
        write_private(path, written, replaces=self._read_from)
        self._read_from = digest_of(written)

    @property
    def purpose(self) -> Purpose:
        """What the ring was made for; a demo's must never serve production."""
        return self._content.purpose

    @property
    def signing_key(self) -> SigningKey:
        """The one key that new tokens are signed with."""
        kid = next(entry.kid for entry in self._content.signing if entry.state == "signing")
        return SigningKey(kid, self._private[kid])

    @property
    def verification_keys(self) -> Mapping[str, EllipticCurvePublicKey]:
        """Public keys by `kid` that tokens may be signed with at this moment."""
        expired = self._clock() - RETIRED_ACCEPTED
        return MappingProxyType(
            {
                entry.kid: self._public[entry.kid]
                for entry in self._content.signing
                if entry.state != "revoked" and (entry.retired_at is None or entry.retired_at > expired)
            }
        )

    def jwks(self) -> dict[str, list[dict[str, str]]]:
        """Return the public keys as a JWK set (RFC 7517) for `/.well-known/jwks.json`."""
        keys = self.verification_keys.items()
        return {"keys": [public_jwk(kid, key) for kid, key in keys]}

    @property
    def master_keys(self) -> Mapping[str, MasterKey]:
        """All master keys by id, oldest first: what an old one wrapped must stay readable."""
        entries = self._content.master
        keys = {entry.id: MasterKey(entry.id, base64.b64decode(entry.key)) for entry in entries}
        return MappingProxyType(keys)

    @property
    def current_master(self) -> MasterKey:
        """The master key that new data keys are wrapped with."""
        return self.master_keys[self._content.master[-1].id]

    @property
    def index_secret(self) -> bytes:
        """32 bytes, the root of the blind indexes' keys; changing it makes each index useless."""
        return base64.b64decode(self._content.index_secret)

    @property
    def cursor_secret(self) -> bytes:
        """32 bytes that paging cursors are encrypted with."""
        return base64.b64decode(self._content.cursor_secret)

    @property
    def database_passwords(self) -> Mapping[Literal["case", "evaluator", "answerer", "builder", "deliverer"], str]:
        """Password of each login of the application; url-safe, so they fit into a URL."""
        passwords = self._content.database_passwords
        return MappingProxyType(
            {
                "case": passwords.case,
                "evaluator": passwords.evaluator,
                "answerer": passwords.answerer or self._derived("database password of app_answerer"),
                "builder": passwords.builder,
                "deliverer": passwords.deliverer or self._derived("database password of app_deliverer"),
            }
        )

    def _derived(self, purpose: str) -> str:
        """A secret that an older ring does not hold: the file need not be rewritten for it."""
        return base64.urlsafe_b64encode(hmac.digest(self.index_secret, purpose.encode(), "sha256")).decode().rstrip("=")

    def publish_next(self) -> str:
        """Add a key that others can fetch before anything is signed with it; return its kid."""
        entry = new_signing("published", self._clock())
        self._content.signing.append(entry)
        self._take(entry)
        return entry.kid

    def promote(self) -> str:
        """Sign with the oldest published key from now on, retire the present one; return the kid.

        Raises:
            KeyRingError: no key is published.
        """
        published = [entry for entry in self._content.signing if entry.state == "published"]
        if not published:
            raise KeyRingError(
                "No key is published. Publish one first, and give those who cache our keys the time to fetch it."
            )
        for entry in self._content.signing:
            if entry.state == "signing":
                entry.state, entry.retired_at = "retired", self._clock()
        published[0].state = "signing"
        return published[0].kid

    @property
    def seen_in(self) -> timedelta:
        """How long to wait until all who cache our keys have the one that `promote` takes; zero when they have."""
        published = [entry for entry in self._content.signing if entry.state == "published"]
        if not published:
            return timedelta(0)
        return max(timedelta(0), published[0].created_at + JWKS_CACHED - self._clock())

    def rotate(self) -> str:
        """Publish and promote at once. For development: who cached our keys refuses for a while."""
        self.publish_next()
        return self.promote()

    def replace_compromised(self) -> str:
        """Sign with a new key, and believe none of the others from now on; return its kid.

        All of them: they lie in one file, so whoever has one may have each, the published one too.
        """
        for entry in self._content.signing:
            if entry.state != "revoked":
                entry.retired_at = entry.retired_at or self._clock()
                entry.state = "revoked"
        entry = new_signing("signing", self._clock())
        self._content.signing.append(entry)
        self._take(entry)
        return entry.kid

    def add_master_key(self) -> str:
        """Add a master key, current from now on; what older ones wrapped stays readable."""
        entry = new_master(self._clock())
        self._content.master.append(entry)
        return entry.id


class KeyRingFile:
    """The ring of a running server, read again when the file was replaced.

    When a new version cannot be read the last good one stays in use, since a slip of an
    operator must not sign everybody out; `problem` then says what is wrong, which is logged
    once and shown by readiness.
    """

    def __init__(
        self,
        path: Path,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        clock: Clock = _now,
    ) -> None:
        self.path = path
        self.problem: str | None = None
        self._monotonic = monotonic
        self._clock = clock
        self._ring: KeyRing | None = None
        self._identity: Identity | None = None
        self._checked_at = 0.0

    def current(self) -> KeyRing:
        """Return the ring; looks at the file at most once a second.

        Raises:
            KeyRingError: there has been no readable ring yet.
        """
        moment = self._monotonic()
        if self._ring is not None and moment - self._checked_at < RECHECK_SECONDS:
            return self._ring
        self._checked_at = moment
        try:
            self._ring = self._read_if_changed(self._ring)
            self.problem = None
        except KeyRingError as error:
            if self._ring is None:
                raise
            if str(error) != self.problem:  # once, not once a second
                structlog.get_logger("app.keys").error("key_file_unreadable", problem=str(error))
            self.problem = str(error)
        return self._ring

    def _read_if_changed(self, ring: KeyRing | None) -> KeyRing:
        if ring is not None and self._identity == _identity_now(self.path):
            return ring
        content, identity = read_private(self.path)
        fresh = KeyRing._parse(self.path, content, self._clock)  # noqa: SLF001 - one module
        self._identity = identity
        return fresh


def _identity_now(path: Path) -> Identity | None:
    try:
        return identity_of(path.stat())
    except OSError:
        return None  # reading it will say why
