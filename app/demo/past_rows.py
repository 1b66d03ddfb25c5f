"""What a release is made of, as rows of the database: the citizens of a microdata set, who have no names.

For the demo's two years, and for the tests of what a build reads: the snapshot of these rows is the microdata.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from app.evaluation.disclosure.microdata import Microdata

Row = dict[str, Any]
Ids = Callable[[str], UUID]
"""The id of whatever has a name in the microdata: the same for the same name."""

INFORMED_BY = "Opdigtet"
"""Stands in each consent, so that these citizens are told from others."""
SCALES = (
    ("who5", "start", "who5_start"),
    ("who5", "end", "who5_end"),
    ("brief_inspire_o", "start", "recovery_start"),
    ("brief_inspire_o", "end", "recovery_end"),
    ("benefit", "end", "benefit"),
)
LONGEST_ENTRY_MINUTES = 600


@dataclass(frozen=True)
class Parties:
    """Who registers a citizen, who runs the course (it may be the same), and under which form citizens consent.

    `evaluator` is whom two in three name besides, where it is said.
    """

    project: UUID
    registrar: UUID
    runner: UUID
    form: UUID
    instruments: Mapping[str, UUID]
    evaluator: UUID | None = None

    def recipients(self, number: int) -> list[UUID]:
        """Whom the citizen with this number names."""
        return [self.runner, self.evaluator] if self.evaluator and number % 3 else [self.runner]

    @property
    def passes_on(self) -> bool:
        """Whether a course follows on a referral."""
        return self.registrar != self.runner


PartiesOf = Callable[[Row], Parties]


def rows_of(microdata: Microdata, parties_of: PartiesOf, ids: Ids) -> Iterator[tuple[str, Row]]:
    """The rows of which this would be the snapshot, a table's name with each, in the order of foreign keys."""
    people = {person["person"]: person for person in microdata.persons.iter_rows(named=True)}
    for number, person in enumerate(people.values()):
        parties = parties_of(person)
        yield from _of_person(parties, person, parties.recipients(number), ids)
    yield from _couples(people.values(), parties_of, ids)
    for entry in microdata.costs.iter_rows(named=True):
        person = people[entry["person"]]
        yield from _time(parties_of(person), person, entry, ids)


def unconsented(parties: Parties, quarter: str, number: int) -> Iterator[tuple[str, Row]]:
    """Those identified in a quarter (`2025Q1`) without consent: of them there is nothing but that they were."""
    year, of_year = quarter.split("Q")
    day = date(int(year), 3 * int(of_year) - 1, 15)
    for at in range(number):
        track = "perpetrator" if parties.passes_on and at % 3 == 0 else "victim"
        yield (
            "citizen",
            {
                "project_id": parties.project,
                "organisation_id": parties.registrar,
                "track": track,
                "status": "active",
                "specially_protected": False,
                "identified_by": "police_district" if parties.passes_on else "municipality",
                **_made(day),
            },
        )


def worker(runner: UUID, entry: Row, track: str) -> str:
    """The name of who worked: one organisation's, and on one side."""
    return f"{runner}-{entry['staff']}-{track}"


def _at(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _made(day: date) -> Row:
    return {"created_at": _at(day), "updated_at": _at(day)}


def _of_person(parties: Parties, person: Row, recipients: list[UUID], ids: Ids) -> Iterator[tuple[str, Row]]:
    citizen, identified = ids(person["person"]), person["identified_on"]
    about = {"citizen_id": citizen, "project_id": parties.project, "track": person["track"], **_made(identified)}
    of_registrar, of_runner = ({**about, "organisation_id": each} for each in (parties.registrar, parties.runner))
    yield (
        "citizen",
        {
            "id": citizen,
            "project_id": parties.project,
            "organisation_id": parties.registrar,
            "track": person["track"],
            "status": "active",
            "specially_protected": False,
            "identified_by": "police_district" if person["referrer"] == "police" else "municipality",
            **_made(identified),
        },
    )
    born = None if person["age"] is None else identified.year - person["age"]
    yield "citizen_background", {**of_registrar, "birth_year": born, "sex": person["sex"]}
    if person["municipality"] is not None:
        home = {"municipality_code": person["municipality"], "protection": "none"}
        yield "citizen_residence", {**of_registrar, **home}
    yield (
        "consent",
        {
            **of_registrar,
            "id": ids(f"consent-{person['person']}"),
            "status": "active",
            "method": "paper",
            "form_version_id": parties.form,
            "language": "da",
            "informed_by": INFORMED_BY,
            "recipients": recipients,
            "signed_at": _at(person["consented_on"] or identified),
            "scopes": ["contact", "evaluation_questionnaire", "evaluation_couple_link"],
        },
    )
    if parties.passes_on and person["passed_on_on"] is not None:
        yield from _passed_on(parties, person, of_registrar, of_runner, ids)
    if person["started_on"] is not None:
        yield from _course(parties, person, of_runner, ids)


def _passed_on(parties: Parties, person: Row, of_registrar: Row, of_runner: Row, ids: Ids) -> Iterator[tuple[str, Row]]:
    referral, sent_at = ids(f"referral-{person['person']}"), _at(person["passed_on_on"])
    yield (
        "referral",
        {
            **of_registrar,
            "id": referral,
            "recipient_id": parties.runner,
            "consent_id": ids(f"consent-{person['person']}"),
            "kind": "initial",
            "urgency": "routine",
            "scopes": ["contact"],
            "status": "accepted",
            "sent_at": sent_at,
            "received_at": sent_at,
            "responded_at": sent_at,
            "sender_withheld": False,
        },
    )
    if person["contacted_on"] is not None:
        reached = {"attempted_at": _at(person["contacted_on"]), "channel": "phone", "outcome": "reached"}
        yield "contact_attempt", {**of_runner, **reached, "referral_id": referral, "safety_confirmed": True}


def _course(parties: Parties, person: Row, of_runner: Row, ids: Ids) -> Iterator[tuple[str, Row]]:
    course, started, ended = ids(f"course-{person['person']}"), person["started_on"], person["ended_on"]
    yield (
        "course",
        {
            **of_runner,
            "id": course,
            "referral_id": ids(f"referral-{person['person']}") if parties.passes_on else None,
            "status": "completed" if ended else "ongoing",
            "form": "individual",
            "journey_started_on": started,
            "journey_ended_on": ended,
            "started_on": started,
            "ended_on": ended,
            "closing_reason": person["closing"],
        },
    )
    of = {**of_runner, "course_id": course}
    minutes = round(person["hours"] * 60)
    for place in range(person["sessions"]):
        part = minutes // person["sessions"] + (minutes % person["sessions"] if place == 0 else 0)
        yield "session", {**of, "form": "individual", "status": "held", "minutes": part, "held_on": started}
    for code, wave, name in SCALES:
        if person[name] is not None:
            yield from _answered(parties, of, (code, wave, person[name], ended if wave == "end" else started), ids)
    if person["followed_up_on"] is not None:
        done = {"status": "completed", "completed_on": person["followed_up_on"], "due_on": person["followed_up_on"]}
        yield "follow_up", {**of, **done, "new_needs": []}


def _answered(parties: Parties, of: Row, answer: tuple[str, str, float, date], ids: Ids) -> Iterator[tuple[str, Row]]:
    code, wave, value, day = answer
    response = ids(f"{of['course_id']}-{code}-{wave}")
    yield (
        "questionnaire_response",
        {
            **of,
            "id": response,
            "instrument_id": parties.instruments[code],
            "instrument_code": code,
            "wave": wave,
            "status": "answered",
            "answered_on": day,
            "answered_through": "worker",
        },
    )
    # A scale of 1-5 is kept as the part of its highest.
    score = round((value - 1) * 25 if code == "benefit" else value)
    about = {name: each for name, each in of.items() if name != "course_id"}
    yield "questionnaire_answers", {**about, "response_id": response, "answers": [], "score": score, "shown_to": []}


def _couples(people: Iterable[Row], parties_of: PartiesOf, ids: Ids) -> Iterator[tuple[str, Row]]:
    cases: dict[str, dict[str, Row]] = {}
    for person in people:
        cases.setdefault(person["case"], {})[person["track"]] = person
    for sides in cases.values():
        if len(sides) == 2:
            parties, day = parties_of(sides["victim"]), sides["victim"]["identified_on"]
            both = {f"{track}_id": ids(person["person"]) for track, person in sides.items()}
            of = {"project_id": parties.project, "organisation_id": parties.registrar}
            yield "pair_link", {**both, **of, **_made(day)}


def _time(parties: Parties, person: Row, entry: Row, ids: Ids) -> Iterator[tuple[str, Row]]:
    left, day = max(1, round(entry["hours"] * 60)), date(entry["year"], 6, 1)
    while left > 0:
        part = min(left, LONGEST_ENTRY_MINUTES)
        yield (
            "time_entry",
            {
                "project_id": parties.project,
                "organisation_id": parties.runner,
                "track": person["track"],
                "citizen_id": ids(person["person"]),
                "course_id": ids(f"course-{person['person']}"),
                "staff_id": ids(worker(parties.runner, entry, person["track"])),
                "function": "caseworker",
                "task": "sessions",
                "grant_funded": True,
                "evaluation": False,
                "status": "locked",
                "day": day,
                "minutes": part,
                **_made(day),
            },
        )
        left, day = left - part, day + timedelta(days=1)
