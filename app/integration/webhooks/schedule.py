"""When a delivery that failed is tried again, and how long an endpoint that fails is left alone."""

from datetime import datetime, timedelta

RETRIES = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""After the first attempt, the second and so on: more than three days in all."""
MOST_ATTEMPTS = len(RETRIES) + 1
JITTER = 0.2
"""A wait is longer by up to this part of it, never shorter: what failed together does not come again together."""
LONGEST_ASKED = timedelta(hours=24)
"""What a receiver may ask for by Retry-After; and never sooner than the schedule."""

REST_AFTER = 3
"""Failures in a row, of whichever deliveries, after which an endpoint rests as a whole."""
FIRST_REST = timedelta(seconds=10)
LONGEST_REST = timedelta(minutes=5)


def next_attempt(attempts: int, at: datetime, retry_after: timedelta | None, chance: float) -> datetime | None:
    """When to try again after so many attempts, the last of which failed at `at`; None where that was the last.

    Args:
        attempts: made so far.
        at: when the last one failed.
        retry_after: what the receiver asked for.
        chance: from 0 to 1, for the jitter.
    """
    if attempts >= MOST_ATTEMPTS:
        return None
    wait = RETRIES[attempts - 1]
    if retry_after is not None:
        wait = max(wait, min(retry_after, LONGEST_ASKED))
    return at + wait * (1 + JITTER * chance)


def rest_after(failures: int, at: datetime) -> datetime | None:
    """Until when an endpoint is left alone that has failed so often in a row; None: not at all."""
    if failures < REST_AFTER:
        return None
    rest = FIRST_REST
    for _ in range(REST_AFTER, failures):
        rest = min(rest * 2, LONGEST_REST)
        if rest == LONGEST_REST:
            break
    return at + rest
