"""How often: the buckets that hold each caller to a rate.

GCRA (ITU-T I.371), a token bucket that keeps one number for each key: when the bucket will be full again. All of it is
in this process's memory and within its one event loop; nothing awaits, and no clock is read but the one given.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic_ns
from typing import Final

Clock = Callable[[], int]
"""Nanoseconds that only grow."""

SECOND: Final = 1_000_000_000
MOST_KEYS: Final = 10_000
"""Of each kind; beyond it the key that was longest not used is forgotten, as if it had never asked: about 2 MB."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a caller stands with one rate after asking."""

    policy: str
    """Of the `RateLimit-Policy` field (draft-ietf-httpapi-ratelimit-headers-10)."""
    name: str
    granted: bool
    left: int
    more_in: int
    """Seconds until there is one more; 0 where nothing is lacking."""

    @property
    def field(self) -> str:
        """Of the `RateLimit` field."""
        return f'"{self.name}";r={self.left};t={self.more_in}' if self.more_in else f'"{self.name}";r={self.left}'


class Buckets:
    """The buckets of one rate, by key: `quota` at once, and as many again in so many seconds, spread evenly."""

    def __init__(
        self, name: str, quota: int, seconds: int, *, clock: Clock = monotonic_ns, most: int = MOST_KEYS
    ) -> None:
        self.name = name
        self.policy = f'"{name}";q={quota};w={seconds}'
        self._clock = clock
        self._each = seconds * SECOND // quota
        self._whole = self._each * quota
        self._most = most
        # When each will be full again; those that are stand for all that never asked.
        self._full_at: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many keys are remembered."""
        return len(self._full_at)

    def take(self, key: str) -> Standing:
        """Take one, where there is one."""
        now = self._clock()
        # Taken out and put back at the end: the first in the dict is the longest unused.
        full_at = max(self._full_at.pop(key, now), now)
        there = self._whole - (full_at - now)
        granted = there >= self._each
        if granted:
            full_at, there = full_at + self._each, there - self._each
        self._full_at[key] = full_at
        if len(self._full_at) > self._most:
            del self._full_at[next(iter(self._full_at))]
        left = there // self._each
        return Standing(self.policy, self.name, granted, left, -(-((left + 1) * self._each - there) // SECOND))

    def give_back(self, key: str) -> None:
        """Put back one that was taken for what turned out not to count."""
        if key in self._full_at:
            self._full_at[key] -= self._each
