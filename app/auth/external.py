"""Tokens of other issuers: verified as strictly as our own, and then held against what is registered here.

In this order: size, shape, canonical base64url, strict JSON; the issuer, one of the configured; the header, exact, with
an algorithm of that issuer; the `kid`, among that issuer's keys; the signature; every claim that is read. Then, in the
database, the client that is registered for this issuer and subject, of the organisation that the token names. Nobody is
created by signing in, and what the token says of functions only takes away (docs/decisions/0037-external-issuers.md).
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import Final

import httpx
import structlog

from app.auth import _claims
from app.auth._compact import JsonObject, RefusedError, open_compact
from app.auth._jwks import SIGNATURES
from app.auth.issuers import ClaimPath, Issuer
from app.auth.key_sets import FetchedKeys, Keys, NoKeysError, StaticKeys
from app.auth.scopes import scopes_of_client
from app.auth.tokens import MAX_SUBJECT_CHARACTERS, AccessClaims, InvalidToken
from app.boundary.policy import ROLES, Policy
from app.common.cpr import normalise_cvr
from app.common.errors import Unauthenticated, Unavailable
from app.common.problem import Bilingual, InvalidValue
from app.database.driver import Driver

MOST_VALUES: Final = 200
"""Of the role claim: an employee of a large organisation is in many groups."""

NO_KEYS: Final = Bilingual(
    "The keys of the identity provider cannot be had just now. Keep the token, and try again later.",
    "Identitetsudbyderens nøgler kan ikke hentes lige nu. Behold tokenet, og prøv igen senere.",
)

# Nothing is entered with this; what it finds is held against the database once more where the request's data are read
# (`app.auth.principal`), so that what changes in between is seen.
_FIND = """
    SELECT c.client_id, c.staff_id, c.scopes, o.id, o.type,
           CASE WHEN s.id IS NULL THEN c.track ELSE s.track END AS track,
           CASE WHEN s.id IS NULL THEN c.functions
                ELSE ARRAY(SELECT unnest(c.functions) INTERSECT SELECT unnest(s.functions)) END AS functions
    FROM client AS c
    JOIN organisation AS o ON o.id = c.organisation_id
    LEFT JOIN staff AS s ON s.id = c.staff_id
    WHERE c.external_issuer = $1 AND c.external_subject = $2 AND $3 IN (o.cvr, o.id::text)
      AND c.enabled AND o.status = 'active' AND (c.staff_id IS NULL OR s.active)
    """


@dataclass(frozen=True, slots=True)
class ExternalClaims:
    """What a verified token of another issuer says. Times are whole seconds since 1970 (UTC)."""

    issuer: Issuer
    subject: str
    organisation: str
    """A CVR number, or an organisation's id here."""
    roles: frozenset[str]
    """Values of the role claim."""
    issued_at: int
    expires_at: int
    token_id: str

    @property
    def client_key(self) -> str:
        """The one client that it can be, for counting."""
        return f"{self.issuer.name} {self.subject}"


class ExternalTokens:
    """The other issuers of a process, with their keys."""

    def __init__(
        self,
        issuers: Iterable[Issuer],
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.issuers: Mapping[str, Issuer] = {each.issuer: each for each in issuers}
        self._keys: dict[str, Keys] = {
            issuer: FetchedKeys(each, transport=transport, monotonic=monotonic) if each.jwks_url else StaticKeys(each)
            for issuer, each in self.issuers.items()
        }

    async def close(self) -> None:
        """Leave no fetch under way."""
        for each in self._keys.values():
            await each.close()

    async def verify(self, token: str, *, now: float) -> ExternalClaims:
        """Verify a token at `now` (seconds since 1970).

        Raises:
            InvalidToken: whatever is wrong with it.
            Unavailable: its issuer's keys cannot be had, so that it may well be good: who holds it is to keep it.
        """
        issuer = None
        try:
            opened = open_compact(token, signatures=SIGNATURES)
            issuer = self.issuers[_claims.equal(opened.claims, "iss", self.issuers)]
            kid = _claims.key_id_of(opened, types=issuer.types, algorithms=issuer.algorithms)
            key = await self._keys[issuer.issuer].find(kid)
            if key is None:
                raise RefusedError("kid")  # noqa: TRY301 - one way out for every refusal
            key.check(opened)
            return _read(opened.claims, issuer, now)
        except RefusedError as refused:
            if issuer is not None:
                _tell(issuer, refused.reason)
            raise InvalidToken(refused.reason) from None
        except NoKeysError as missing:
            raise Unavailable(NO_KEYS, retry_after=ceil(missing.wait)) from None


def _tell(issuer: Issuer, reason: str) -> None:
    """The answer never says why, so the operator's log has to: a code, and nothing that the token said."""
    structlog.get_logger("app.issuers").info("issuer_token_refused", issuer=issuer.name, reason=reason)


def _read(claims: JsonObject, issuer: Issuer, now: float) -> ExternalClaims:
    if claims.get("aud") != issuer.audience and claims.get("aud") != [issuer.audience]:
        raise RefusedError("claim_aud")  # among others as well, another service could play it to us
    if "nbf" in claims:
        _claims.past(claims, "nbf", now)
    issued_at, expires_at = _claims.past(claims, "iat", now), _claims.future(claims, "exp", now)
    if not 0 < expires_at - issued_at <= issuer.max_lifetime_seconds:
        raise RefusedError("lifetime")
    if not _values(claims, issuer.claims.assurance) & issuer.assurance_values:
        raise RefusedError("assurance")
    identity = f"{issuer.issuer}\n{_text(claims, issuer.claims.token_id)}"
    return ExternalClaims(
        issuer=issuer,
        subject=_text(claims, issuer.claims.subject),
        organisation=_organisation(claims, issuer),
        roles=_values(claims, issuer.claims.role),
        issued_at=issued_at,
        expires_at=expires_at,
        token_id=sha256(identity.encode()).hexdigest(),
    )


def _at(claims: JsonObject, path: ClaimPath) -> object:
    found: object = claims
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _text(claims: JsonObject, path: ClaimPath) -> str:
    return _claims.text({"mapped": _at(claims, path)}, "mapped", _claims.VISIBLE, MAX_SUBJECT_CHARACTERS)


def _values(claims: JsonObject, path: ClaimPath) -> frozenset[str]:
    """The text of a claim, or each of a list of texts."""
    found = _at(claims, path)
    listed = found if isinstance(found, list) else [found]
    texts = [each for each in listed if isinstance(each, str)]
    if len(listed) > MOST_VALUES or len(texts) != len(listed):
        raise RefusedError("claim_mapped")
    return frozenset(texts)


def _organisation(claims: JsonObject, issuer: Issuer) -> str:
    unit = _at(claims, issuer.claims.unit) if issuer.claims.unit else None
    if isinstance(unit, str) and unit in issuer.units:
        return issuer.units[unit]
    value = _text(claims, issuer.claims.organisation)
    if issuer.organisations:
        if value not in issuer.organisations:
            raise RefusedError("organisation")
        return issuer.organisations[value]
    try:
        return normalise_cvr(value)
    except InvalidValue:
        raise RefusedError("organisation") from None


async def registered(driver: Driver, told: ExternalClaims, policy: Policy) -> AccessClaims:
    """The claims that our own token of the same client would have, bounded by what the issuer confirms.

    Raises:
        Unauthenticated: there is no such client, it or its organisation is disabled, or nothing is left to it.
    """
    row = await driver.fetchrow(_FIND, told.issuer.issuer, told.subject, told.organisation)
    if row is None or row["type"] not in ROLES:
        _tell(told.issuer, "no_such_client")
        raise Unauthenticated(token_presented=True)
    functions = frozenset(row["functions"]) & told.issuer.functions(told.roles, row["track"])
    scope = scopes_of_client(policy, row["type"], frozenset(row["scopes"]), functions)
    if not functions or not scope:
        _tell(told.issuer, "functions")
        raise Unauthenticated(token_presented=True)
    return AccessClaims(
        issuer=told.issuer.issuer,
        subject=str(row["staff_id"] or row["client_id"]),  # as `app.auth.principal` holds against it
        audience=told.issuer.audience,
        issued_at=told.issued_at,
        expires_at=told.expires_at,
        token_id=told.token_id,
        client_id=row["client_id"],
        organisation_id=row["id"],
        organisation_type=row["type"],
        scope=scope,
        roles=functions,
        track=row["track"],
        narrowed=True,
    )
