"""What the documents expect of each year (R8, R9, R11), against the plan and what was held. Nothing here refuses.

The documents' own table deviates: 2023 and 2025 have one round of dialogue meetings, and November 2025 is a joint
closing meeting in place of the second udviklingsmøde. That is still a warning, which says that the plan has it so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.common.problem import Bilingual
from app.programme.plan_views import PlanRow
from app.programme.states import MeetingParty, MeetingScope, MeetingType, PlanWarning, WarningCause

YEARS = (2023, 2024, 2025)
"""The whole years of the plan, which runs from October 2022 to December 2025 (R1)."""
MEETINGS_A_YEAR = 2
TEACHING_DAYS = {2023: (6, 8), 2024: (1, 2), 2025: (1, 2)}


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting, or a training day."""

    kind: MeetingType
    year: int
    plan_row: int | None
    municipality_id: UUID | None
    held: bool
    present: frozenset[UUID]
    """The organisations that took part."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was expected, planned and held, where that is not as it should be."""

    code: PlanWarning
    year: int
    municipality_id: UUID | None
    expected: int
    expected_at_most: int | None
    planned: int
    held: int
    causes: tuple[WarningCause, ...]
    text: Bilingual


def findings(
    rows: Sequence[PlanRow],
    held: Sequence[Held],
    municipalities: Sequence[UUID],
    evaluators: frozenset[UUID],
    this_year: int,
) -> list[Finding]:
    """All deviations, by year.

    Args:
        municipalities: those to be judged; a municipality sees itself alone.
        this_year: what was not held counts once the year is over.
    """
    rows = [each for each in rows if not each.cancelled]
    found: list[Finding] = []
    for year in YEARS:
        over = year < this_year
        found += _development(rows, held, evaluators, year, over=over)
        found += _dialogue(rows, held, municipalities, year, over=over)
        found += _teaching(rows, held, year, over=over)
    return found


def _planned(rows: Sequence[PlanRow], kind: MeetingType, year: int) -> list[PlanRow]:
    return [each for each in rows if each.meeting_type is kind and each.period_start.year == year]


def _happened(held: Sequence[Held], kind: MeetingType, year: int) -> list[Held]:
    return [each for each in held if each.held and each.kind is kind and each.year == year]


def _causes(expected: int, planned: int, held: int, *, over: bool) -> tuple[WarningCause, ...]:
    causes = []
    if planned < expected:
        causes.append(WarningCause.PLAN_DEVIATES)
    if over and held < min(planned, expected):
        causes.append(WarningCause.NOT_HELD)
    return tuple(causes)


def _text(causes: tuple[WarningCause, ...], what: Bilingual, numbers: tuple[int, int], year: int) -> Bilingual:
    planned, held = numbers
    parts_en, parts_da = [], []
    if WarningCause.PLAN_DEVIATES in causes:
        parts_en.append(f"The plan itself has {planned} in {year}.")
        parts_da.append(f"Planen selv har {planned} i {year}.")
    if WarningCause.NOT_SCHEDULED in causes:
        parts_en.append(f"{planned} are registered.")
        parts_da.append(f"{planned} er registreret.")
    if WarningCause.NOT_HELD in causes:
        parts_en.append(f"{held} of {planned} were held.")
        parts_da.append(f"{held} af {planned} blev afholdt.")
    return Bilingual(" ".join([what.en, *parts_en]), " ".join([what.da, *parts_da]))


def _development(
    rows: Sequence[PlanRow], held: Sequence[Held], evaluators: frozenset[UUID], year: int, *, over: bool
) -> Iterator[Finding]:
    kind = MeetingType.DEVELOPMENT_MEETING
    planned, happened = _planned(rows, kind, year), _happened(held, kind, year)
    numbers = len(planned), len(happened)
    if causes := _causes(MEETINGS_A_YEAR, *numbers, over=over):
        what = Bilingual("Two development meetings a year (R8).", "To udviklingsmøder om året (R8).")
        text = _text(causes, what, numbers, year)
        if any(_planned(rows, MeetingType.JOINT_CLOSING_MEETING, year)):
            text = Bilingual(
                f"{text.en} A joint closing meeting stands in the place of one.",
                f"{text.da} Et fælles afslutningsmøde træder i stedet for et af dem.",
            )
        yield Finding(PlanWarning.DEVELOPMENT_MEETINGS, year, None, MEETINGS_A_YEAR, None, *numbers, causes, text)
    invited = [each for each in planned if MeetingParty.EVALUATOR in {*each.required, *each.optional}]
    numbers = len(invited), sum(bool(evaluators & each.present) for each in happened)
    if causes := _causes(1, *numbers, over=over):
        what = Bilingual("The evaluator takes part in one of them (R8).", "Evaluator deltager i et af dem (R8).")
        text = _text(causes, what, numbers, year)
        code = PlanWarning.EVALUATOR_AT_DEVELOPMENT_MEETING
        yield Finding(code, year, None, 1, None, *numbers, causes, text)


def _dialogue(
    rows: Sequence[PlanRow], held: Sequence[Held], municipalities: Sequence[UUID], year: int, *, over: bool
) -> Iterator[Finding]:
    kind = MeetingType.DIALOGUE_MEETING
    planned = len([each for each in _planned(rows, kind, year) if each.scope is MeetingScope.PER_MUNICIPALITY])
    what = Bilingual(
        "Each municipality takes part in two dialogue meetings a year (R9).",
        "Hver kommune deltager i to dialogmøder om året (R9).",
    )
    for municipality in municipalities:
        own = [
            each
            for each in _happened(held, kind, year)
            if each.municipality_id == municipality and municipality in each.present
        ]
        # A round that took two meetings is one round.
        numbers = planned, len({each.plan_row for each in own} - {None}) + sum(each.plan_row is None for each in own)
        if causes := _causes(MEETINGS_A_YEAR, *numbers, over=over):
            text = _text(causes, what, numbers, year)
            code = PlanWarning.DIALOGUE_MEETINGS
            yield Finding(code, year, municipality, MEETINGS_A_YEAR, None, *numbers, causes, text)


def _teaching(rows: Sequence[PlanRow], held: Sequence[Held], year: int, *, over: bool) -> Iterator[Finding]:
    """The table has a period only: the days themselves are the plan."""
    least, most = TEACHING_DAYS[year]
    days = [each for each in held if each.kind is MeetingType.COMPETENCE_DEVELOPMENT and each.year == year]
    numbers = len(days), sum(each.held for each in days)
    causes = _causes(least, *numbers, over=over)
    if _planned(rows, MeetingType.COMPETENCE_DEVELOPMENT, year):
        # The plan has its period: what is short are the days.
        instead = {WarningCause.PLAN_DEVIATES: WarningCause.NOT_SCHEDULED}
        causes = tuple(instead.get(each, each) for each in causes)
    if numbers[0] > most:
        causes = (WarningCause.PLAN_DEVIATES, *causes)
    if causes:
        what = Bilingual(
            f"{least}-{most} teaching days in {year} (R11).", f"{least}-{most} undervisningsdage i {year} (R11)."
        )
        text = _text(causes, what, numbers, year)
        yield Finding(PlanWarning.TEACHING_DAYS, year, None, least, most, *numbers, causes, text)
