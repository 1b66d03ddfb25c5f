"""What a budget must be: lines in eligible categories with notes, within limits. Pure, without a database."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from app.grants.rules import Rule, Rules
from app.organisations.states import Programme
from app.resources.eligibility import EQUIPMENT, category_of

Line = Mapping[str, Any]
"""`year`, `category`, `amount_oere`, `note`."""
CONTINGENCY, OVERHEAD = "contingency", "overhead"
"""Lines that people try; each has a rule of its own against it."""
_JOINING = ("og", "eller", "and", "or")


def by_year_and_category(lines: Sequence[Line]) -> dict[tuple[int, str], int]:
    """Sums in øre."""
    sums: dict[tuple[int, str], int] = defaultdict(int)
    for each in lines:
        sums[each["year"], each["category"]] += each["amount_oere"]
    return dict(sums)


def total(lines: Sequence[Line]) -> int:
    """The whole budget, in øre."""
    return sum(each["amount_oere"] for each in lines)


def of_year(lines: Sequence[Line], year: int) -> int:
    """One year of it, in øre."""
    return sum(each["amount_oere"] for each in lines if each["year"] == year)


def faults(rules: Rules, lines: Sequence[Line], years: range) -> Iterator[tuple[Rule, str]]:
    """Every rule that lines break, with a pointer at the line.

    Args:
        years: those of the grant's period.
    """
    for place, line in enumerate(lines):
        at = f"/budget_lines/{place}"
        yield from _of_category(rules, line["category"], f"{at}/category")
        if line["note"] is None:
            yield rules["budget_notes"], f"{at}/note"
        else:
            yield from _of_note(rules, line["note"], f"{at}/note")
        if line["year"] not in years:
            yield rules["budget_period"], f"{at}/year"
    yield from _of_equipment(rules, lines)


def _of_category(rules: Rules, code: str, pointer: str) -> Iterator[tuple[Rule, str]]:
    if code in {CONTINGENCY, OVERHEAD}:
        yield rules[f"no_{code}"], pointer
        return
    found = category_of(rules.programme, code)
    if found is None:
        yield rules["eligible"], pointer
    elif not found.eligible:
        yield rules["not_eligible"], pointer


def _of_note(rules: Rules, note: str, pointer: str) -> Iterator[tuple[Rule, str]]:
    text = re.sub(_unsaid(rules), " ", note.casefold())
    for name, words in rules.words.items():
        if re.search(_any_of(words), text):
            yield rules[name], pointer


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words; `*` is any letters, or none."""
    each = "|".join(re.escape(word.casefold()).replace(r"\*", r"\w*") for word in words)
    return rf"(?<!\w)(?:{each})(?!\w)"


def _unsaid(rules: Rules) -> str:
    """A pattern of what says nothing of such a line: "uden overhead eller buffer", and what only looks alike."""
    any_word = _any_of(word for words in rules.words.values() for word in words)
    negated = rf"{_any_of(rules.negations)}\s+{any_word}(?:\s+{_any_of(_JOINING)}\s+{any_word})*"
    return rf"{negated}|{_any_of(rules.words_allowed)}"


def _of_equipment(rules: Rules, lines: Sequence[Line]) -> Iterator[tuple[Rule, str]]:
    sums: dict[int, int] = defaultdict(int)
    told: set[int] = set()
    for place, line in enumerate(lines):
        if line["category"] != EQUIPMENT:
            continue
        sums[line["year"]] += line["amount_oere"]
        if beyond_equipment(rules.programme, sums[line["year"]]) and line["year"] not in told:
            told.add(line["year"])
            yield rules["equipment"], f"/budget_lines/{place}/amount_oere"


def beyond_equipment(programme: Programme, amount_oere: int) -> bool:
    """Whether so much equipment in one year is more than the programme pays for."""
    found = category_of(programme, EQUIPMENT)
    limit = found.annual_limit_oere if found else None
    if found is None or limit is None:
        raise LookupError(programme)
    return amount_oere >= limit if found.limit_rule == "below" else amount_oere > limit


def needs_approval(rules: Rules, moved_oere: int, year_oere: int) -> bool:
    """Whether carrying over needs the agency's approval (§ 18); exact, in whole øre.

    Args:
        moved_oere: all that is carried over from the year, what was carried before included.
        year_oere: the year's grant.
    """
    limits = rules.carry_over
    return moved_oere * 100 >= year_oere * limits.below_percent or moved_oere > limits.at_most_oere


def carried(lines: Sequence[Line], moved: Sequence[Line], from_year: int, to_year: int) -> list[dict[str, Any]] | None:
    """The budget with amounts moved to another year; None where a year's lines do not hold so much.

    Args:
        moved: `category`, `amount_oere` and `note`; taken from the category's lines in their order.
    """
    left = [dict(each) for each in lines]
    for each in moved:
        wanted = each["amount_oere"]
        for line in left:
            if (line["year"], line["category"]) == (from_year, each["category"]):
                taken = min(wanted, line["amount_oere"])
                line["amount_oere"] -= taken
                wanted -= taken
        if wanted:
            return None
    added = [{"year": to_year, **{name: each[name] for name in ("category", "amount_oere", "note")}} for each in moved]
    return [each for each in left if each["amount_oere"]] + added
