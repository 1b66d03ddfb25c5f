"""Pseudonyms: keyed by the programme's secret, under a key of each declaration and extract.

Nobody who has not the secret, which only the builder's process reads, gets from a pseudonym to a citizen's id or can
tell whether two pseudonyms of different extracts are one person's.
"""

import hmac
from dataclasses import dataclass, field
from uuid import UUID

_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Those of one extract."""

    _key: bytes = field(repr=False)

    @classmethod
    def of(cls, secret: bytes, agreement_id: UUID, extract_id: UUID) -> "Pseudonyms":
        """The key is derived, and stands nowhere."""
        return cls(hmac.digest(secret, b"pseudonyms 1" + agreement_id.bytes + extract_id.bytes, "sha256"))

    def __call__(self, citizen_id: UUID) -> str:
        """The citizen's, in this extract."""
        return hmac.digest(self._key, citizen_id.bytes, "sha256").hex()[:_LENGTH]
