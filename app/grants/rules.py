"""The rules of grants as data: `rules/<programme>.toml`, each with its code and its item of the law."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.common.problem import FieldError
from app.grants.states import AuditorKind
from app.organisations.states import OrganisationType, Programme
from app.resources.errors import ExpenseRule

_FOLDER = Path(__file__).with_name("rules")


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(_Data):
    """One rule: its stable code, where it stands in the law, what it says, and how we know."""

    code: str
    legal_basis: str
    text_da: str
    text_en: str
    source: str

    def broken(self, pointer: str = "") -> FieldError:
        """As a refusal names it."""
        return FieldError(
            pointer, self.code, f"{self.text_en} ({self.legal_basis})", f"{self.text_da} ({self.legal_basis})"
        )

    def refusal(self, pointer: str = "") -> ExpenseRule:
        """The refusal of one thing by this rule alone."""
        return refusal([(self, pointer)])


class CarryOver(_Data):
    """What may be carried over to another year without approval: both limits hold."""

    below_percent: int
    at_most_oere: int


class AuditorDuty(_Data):
    """What a grant above a size must be audited by, and how."""

    above_oere: int
    at_least: AuditorKind
    performance_audit: bool


class ChecklistItem(_Data):
    """What an applicant answers for, and whether with a file."""

    item: str
    rule: str
    documentation: bool


class Rules(_Data):
    """All rules of one programme."""

    programme: Programme
    applicant: Literal[OrganisationType.NGO, OrganisationType.MUNICIPALITY]
    budget_year: Literal["calendar_year", "project_year"]
    start_within_months: int
    notify_within_days: int
    repay_within_days: int
    keep_years: int
    carry_over: CarryOver
    auditor: tuple[AuditorDuty, ...]
    checklist: tuple[ChecklistItem, ...]
    words: dict[str, tuple[str, ...]] = Field(
        description="What a line's note may not say, by the rule that it breaks; `*` stands for any letters, or none."
    )
    words_allowed: tuple[str, ...] = Field(description="Words that only look like those, written alike.")
    negations: tuple[str, ...] = Field(description="What says, right before such a word, that it is not meant.")
    rules: dict[str, Rule]

    def __getitem__(self, name: str) -> Rule:
        return self.rules[name]

    def duty(self, granted_oere: int) -> AuditorDuty:
        """The auditor's duty of a grant of this size."""
        return max((each for each in self.auditor if granted_oere > each.above_oere), key=lambda each: each.above_oere)


@lru_cache
def rules_of(programme: str) -> Rules:
    """The rules of a programme."""
    return Rules.model_validate(tomllib.loads((_FOLDER / f"{programme}.toml").read_text(encoding="utf-8")))


def refusal(broken: Sequence[tuple[Rule, str]]) -> ExpenseRule:
    """409 `programme-rule`: every rule that is broken, with the place that breaks it."""
    return ExpenseRule(
        [rule.broken(pointer) for rule, pointer in broken],
        list(dict.fromkeys(rule.legal_basis for rule, _ in broken)),
    )
