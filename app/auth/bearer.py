"""The bearer token of a request (RFC 6750): in the Authorization header, once, and nowhere else."""

import time
from collections.abc import Mapping
from typing import Protocol

from app.auth.external import ExternalClaims, ExternalTokens
from app.auth.keys import KeyRingFile
from app.auth.tokens import AccessClaims, InvalidToken, VerifiedTokens
from app.common.errors import Unauthenticated


class HasTokens(Protocol):
    """What is needed of the process's services."""

    @property
    def keys(self) -> KeyRingFile:
        """The key ring."""

    @property
    def tokens(self) -> VerifiedTokens:
        """The tokens verified before."""

    @property
    def external(self) -> ExternalTokens:
        """The issuers believed beside us."""


def bearer_claims(headers: Mapping[str, str], services: HasTokens) -> AccessClaims:
    """What the token says.

    Raises:
        Unauthenticated: none, or one that is not accepted; the answer does not say why.
    """
    try:
        return services.tokens.verify(_token(headers), services.keys.current().verification_keys, now=time.time())
    except InvalidToken as error:
        raise Unauthenticated(token_presented=True) from error


async def any_bearer_claims(headers: Mapping[str, str], services: HasTokens) -> AccessClaims | ExternalClaims:
    """What the token says, ours or that of another issuer that is believed.

    Raises:
        Unauthenticated: none, or one that is not accepted; the answer does not say why.
    """
    try:
        return bearer_claims(headers, services)
    except Unauthenticated:
        if not services.external.issuers:
            raise
    try:
        return await services.external.verify(_token(headers), now=time.time())
    except InvalidToken as error:
        raise Unauthenticated(token_presented=True) from error


def _token(headers: Mapping[str, str]) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated
    return token.strip(" ")
