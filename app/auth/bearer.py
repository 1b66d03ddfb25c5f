"""The bearer token of a request (RFC 6750): in the Authorization header, once, and nowhere else."""

import time
from collections.abc import Mapping
from typing import Protocol

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


def bearer_claims(headers: Mapping[str, str], services: HasTokens) -> AccessClaims:
    """What the token says.

    Raises:
        Unauthenticated: none, or one that is not accepted; the answer does not say why.
    """
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated
    try:
        return services.tokens.verify(token.strip(" "), services.keys.current().verification_keys, now=time.time())
    except InvalidToken as error:
        raise Unauthenticated(token_presented=True) from error
