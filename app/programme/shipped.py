"""The programme's own meeting plan (R13) and the first criteria of maturation, as they ship in `data/`."""

import csv
import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.programme.plan_views import PlanRow
from app.programme.states import MeetingParty, MeetingScope, MeetingType

_DATA = Path(__file__).with_name("data")


def _parties(listed: str) -> list[MeetingParty]:
    return [MeetingParty(each) for each in listed.split(";") if each]


@lru_cache
def meeting_plan() -> tuple[PlanRow, ...]:
    """The 16 rows, in the documents' order."""
    with (_DATA / "meeting_plan.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            PlanRow(
                number=int(row["row"]),
                when=row["when_da"],
                period_start=date.fromisoformat(row["period_start"]),
                period_end=date.fromisoformat(row["period_end"]),
                meeting_type=MeetingType(row["meeting_type"]),
                scope=MeetingScope(row["scope"]),
                required=_parties(row["required_participants"]),
                optional=_parties(row["optional_participants"]),
                organisers=_parties(row["organiser"]) or [MeetingParty.AGENCY],
                place=row["default_place_da"] or None,
                cancelled=False,
            )
            for row in csv.DictReader(file)
        )


@lru_cache
def maturation_gates() -> list[dict[str, Any]]:
    """What the first version of the criteria asks at each gate."""
    found: list[dict[str, Any]] = json.loads((_DATA / "maturation_gates.json").read_text(encoding="utf-8"))
    return found
