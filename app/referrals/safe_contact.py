"""When and how a citizen can be reached without danger, as they said it. Pure, no database."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.common.workdays import COPENHAGEN

_MIDNIGHT = "23:59"


def is_safe_hour(safe_hours: Sequence[Mapping[str, Any]], moment: datetime) -> bool:
    """Whether the moment lies within the citizen's safe hours by the clock in Denmark.

    Hours run from `from_time` to `to_time`, both included to the second; `23:59` means until midnight. No hours
    at all means that none is safe.
    """
    local = moment.astimezone(COPENHAGEN)
    clock = f"{local:%H:%M:%S}"
    return any(
        each["weekday"] == local.isoweekday() and f"{each['from_time']}:00" <= clock <= _end(each["to_time"])
        for each in safe_hours
    )


def _end(to_time: str) -> str:
    return f"{to_time}:59" if to_time == _MIDNIGHT else f"{to_time}:00"
