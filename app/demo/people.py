"""Invented people: names of nobody in particular, births of nobody alive."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

FIRST_BIRTH, LAST_BIRTH = date(1858, 1, 1), date(1899, 12, 31)

_WOMEN = ("Ågot", "Bodil", "Dagny", "Ellen", "Gunhild", "Inger", "Karen", "Solvej", "Thyra", "Ærta")
_MEN = ("Aksel", "Børge", "Einar", "Frode", "Gudmund", "Hjalmar", "Ivar", "Østen", "Sofus", "Valdemar")
_FAMILIES = ("Ågesen", "Bækgård", "Dalgård", "Højlund", "Kjærulf", "Lyngbæk", "Møgelvang", "Rønnow", "Sørvad", "Ørum")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who never was."""

    given_name: str
    family_name: str
    birth_date: date
    cpr: str
    phone: str

    @property
    def identity(self) -> dict[str, Any]:
        """As a party registers it."""
        return {
            "given_name": self.given_name,
            "family_name": self.family_name,
            "birth_date": self.birth_date.isoformat(),
            "cpr": self.cpr,
            "municipality_code": "0751",
            "address_protection": "name_and_address",
        }


def somebody(names: tuple[str, ...] = _WOMEN) -> Person:
    """A new person on each call."""
    born = FIRST_BIRTH + timedelta(days=random.randrange((LAST_BIRTH - FIRST_BIRTH).days + 1))
    # The seventh digit, 5 to 8, says that the century is the nineteenth.
    serial = f"{random.randint(5, 8)}{random.randrange(1000):03}"
    phone = f"+4520{random.randrange(1_000_000):06}"
    family = random.choice(_FAMILIES)
    return Person(random.choice(names), family, born, f"{born:%d%m%y}{serial}", phone)


def couple() -> tuple[Person, Person]:
    """The two sides of a relationship; which name stands on which side says nothing."""
    sides = [somebody(_WOMEN), somebody(_MEN)]
    random.shuffle(sides)
    return sides[0], sides[1]
