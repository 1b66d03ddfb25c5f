"""Code lists and expense categories, as shipped in `data/`: codes in English, labels in Danish and English."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from app.boundary.policy import load

_DATA = Path(__file__).with_name("data")
_OERE = 100

LimitRule = Literal["below", "at_most"]
LimitPeriod = Literal["calendar_year", "project_year"]
_LIMITS: Mapping[str, tuple[LimitRule, LimitPeriod]] = {
    # How the two laws bound equipment: BEK 267/2022 § 12 nr. 8 and BEK 767/2022 § 12 nr. 6.
    "strictly below 50,000 a calendar year": ("below", "calendar_year"),
    "at most 50,000 a project year": ("at_most", "project_year"),
}
_BOTH = ("intervention_model_2022_2024", "municipal_maturation_2022_2025")


@dataclass(frozen=True, slots=True)
class Code:
    """One code with its labels."""

    code: str
    label_da: str
    label_en: str


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of codes, in the order that a screen shows them."""

    name: str
    label_da: str
    label_en: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ExpenseCategory:
    """What a grant may, or may not, be spent on. `code` is unique within a programme."""

    programmes: tuple[str, ...]
    code: str
    label_da: str
    label_en: str
    eligible: bool
    annual_limit_oere: int | None
    limit_rule: LimitRule | None
    limit_period: LimitPeriod | None
    legal_basis: str


def label(name: str, code: str, language: Literal["da", "en"]) -> str:
    """A code's label."""
    found = next(each for each in code_lists()[name].codes if each.code == code)
    return found.label_da if language == "da" else found.label_en


@lru_cache
def code_lists() -> dict[str, CodeList]:
    """All code lists by name; the categories of data come from the boundary itself."""
    document = json.loads((_DATA / "code_lists.json").read_text(encoding="utf-8"))
    shipped = {
        name: CodeList(name, given["label_da"], given["label_en"], tuple(Code(**each) for each in given["codes"]))
        for name, given in document.items()
    }
    return {**shipped, "data_category": CodeList("data_category", "Datakategori", "Category of data", _categories())}


def _categories() -> tuple[Code, ...]:
    return tuple(Code(each.name, each.label_da, each.label_en) for each in load().routed.values())


@lru_cache
def expense_categories() -> tuple[ExpenseCategory, ...]:
    """All expense categories, by programme in the order of the law."""
    return tuple(_expenses())


def _expenses() -> Iterator[ExpenseCategory]:
    with (_DATA / "expense_categories.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            limit = int(row["annual_limit_dkk"]) * _OERE if row["annual_limit_dkk"] else None
            rule, period = _LIMITS[row["limit_rule"]] if row["limit_rule"] else (None, None)
            yield ExpenseCategory(
                programmes=_BOTH if row["programme"] == "both" else (row["programme"],),
                code=row["code"],
                label_da=row["label_da"],
                label_en=row["label_en"],
                eligible=row["eligible"] == "true",
                annual_limit_oere=limit,
                limit_rule=rule,
                limit_period=period,
                legal_basis=row["legal_item"],
            )
