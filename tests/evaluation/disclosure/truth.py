"""Who belongs to a cell, said a second time: plainly, person by person, from the design and not from the builder."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

Person = Mapping[str, Any]
Cell = Mapping[str, Any]

DAYS = {
    "identified": "identified_on",
    "consented": "consented_on",
    "passed_on": "passed_on_on",
    "contacted": "contacted_on",
    "started": "started_on",
    "ended": "ended_on",
    "followed_up": "followed_up_on",
}
MEANS = {
    "who5": ("who5_start", "who5_end"),
    "recovery": ("recovery_start", "recovery_end"),
    "benefit": ("benefit",),
    "sessions": ("sessions",),
    "hours": ("hours",),
    "moments": ("who5_start", "who5_end", "recovery_start", "recovery_end", "benefit", "sessions", "hours"),
}


def change(start: float | None, end: float | None) -> str | None:
    if start is None or end is None:
        return None
    return "le_m10" if end - start <= -10 else "ge_p10" if end - start >= 10 else "between"


def band(start: float | None) -> str | None:
    if start is None:
        return None
    return "le28" if start <= 28 else "29_50" if start <= 50 else "gt50"


def days_to_contact(person: Person) -> str | None:
    if person["passed_on_on"] is None:
        return None
    if person["contacted_on"] is None:
        return "none"
    days = (person["contacted_on"] - person["passed_on_on"]).days
    return "le7" if days <= 7 else "8_14" if days <= 14 else "15_30" if days <= 30 else "gt30"


def ending(person: Person) -> str | None:
    if person["ended_on"] is None:
        return None
    left = ("citizen_stops", "no_show", "consent_withdrawn")
    return "planned" if person["closing"] == "planned" else "dropout" if person["closing"] in left else "other"


def _both(one: str | None, other: str | None) -> str | None:
    return f"{one}_{other}" if one and other else None


def _benefit(person: Person) -> str | None:
    given = person["benefit"]
    return None if given is None else "1_2" if given <= 2 else "3" if given <= 3 else "4_5"


def _sessions(person: Person) -> str | None:
    held = person["sessions"]
    return None if not held else "1_4" if held <= 4 else "5_9" if held <= 9 else "10_plus"


OUTCOMES: Mapping[str, Callable[[Person], str | None]] = {
    "who5_band_change": lambda one: _both(band(one["who5_start"]), change(one["who5_start"], one["who5_end"])),
    "who5_change": lambda one: change(one["who5_start"], one["who5_end"]),
    "recovery_change": lambda one: change(one["recovery_start"], one["recovery_end"]),
    "benefit": _benefit,
    "sessions": _sessions,
    "ending": ending,
    "follow_up": lambda one: "yes" if one["followed_up_on"] else "no",
}


def in_period(day: date | None, period: str) -> bool:
    if day is None:
        return False
    if "Q" in period:
        return period == f"{day.year}Q{(day.month - 1) // 3 + 1}"
    if "H" in period:
        return period == f"{day.year}H{1 if day.month <= 6 else 2}"
    first, _, last = period.partition("-")
    return int(first) <= day.year <= int(last or first)


def at_place(person: Person, cell: Cell, others: Iterable[str]) -> bool:
    match cell["place_level"]:
        case "programme":
            return bool(person["programme"] == cell["place_code"])
        case "project":
            return bool(person["project"] == cell["place_code"])
        case "others":
            return person["project"] in others
        case _:
            return bool(person["municipality"] == cell["place_code"])


def of_group(person: Person, cell: Cell) -> bool:
    if cell["track"] not in ("all", person["track"]) or cell["sex"] not in ("all", person["sex"]):
        return False
    if cell["age_group"] == "all":
        return True
    age = person["age"]
    return age is not None and cell["age_group"] == ("18-29" if age <= 29 else "30-44" if age <= 44 else "45+")


def category_of(person: Person, cell: Cell) -> tuple[date | None, str | None]:
    """The day that places somebody in a period, and the category within the measure."""
    measure = cell["measure"]
    if cell["table"] == "contact_time":
        return person["passed_on_on"], days_to_contact(person)
    if measure == "referrer":
        return person["identified_on"], "police" if person["referrer"] == "police" else "other"
    if cell["table"].startswith("flow"):
        return person[DAYS[measure]], "all"
    if cell.get("file", "cells") == "cells":
        return person["ended_on"], OUTCOMES[measure](person)
    return person["ended_on"], "all" if all(person[each] is not None for each in MEANS[measure]) else None


def who(persons: Iterable[Person], cell: Cell, others: Iterable[str] = ()) -> set[str]:
    """Everybody whom the cell is about."""
    found = set()
    for person in persons:
        day, category = category_of(person, cell)
        fits = category == cell.get("category", "all") and in_period(day, cell["period"])
        if fits and at_place(person, cell, others) and of_group(person, cell):
            found.add(person["person"])
    return found
