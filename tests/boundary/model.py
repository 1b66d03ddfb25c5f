"""The policy judged without any SQL: each word once more, in Python, over the rows of a case.

This is the truth table that where-clauses and row-level policies are held against, so nothing of
`app.boundary` is used here but the text of `policy.toml`.
"""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import app.boundary

Row = dict[str, Any]
Sees = Callable[[str, Row], bool]
NOW = datetime.now(UTC)
DOCUMENT = tomllib.loads((Path(app.boundary.__file__).parent / "policy.toml").read_text(encoding="utf-8"))
CATEGORIES: dict[str, Row] = {name: {"name": name, **row} for name, row in DOCUMENT["category"].items()}
CAME_TO_NOTHING = ("declined", "not_reached")
LETTERS = {"create": "c", "read": "r", "update": "u"}
ORGANISATION_TYPES = (
    "police_district",
    "municipality",
    "ngo",
    "agency",
    "training_provider",
    "operator",
    "evaluator",
)


@dataclass(frozen=True)
class Asker:
    """Who asks; an organisation of None is a transaction without a context."""

    organisation: UUID | None
    track: str | None = None
    staff: UUID | None = None
    functions: tuple[str, ...] = ()
    link: str | None = None
    """Hash of the secret of an answer link."""


@dataclass
class Case:
    """One row in question, with the rows that the words look into."""

    facts: dict[str, str]
    row: Row
    around: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, table: str) -> Iterable[Row]:
        return self.around.get(table, ())


def everything(category: str, row: Row) -> bool:
    """For the clause alone: nobody keeps the one who looks from looking."""
    return True


@dataclass
class Question:
    """One row, one asker, one category: what the words are judged of."""

    case: Case
    row: Row
    asker: Asker
    category: Row
    coverage: dict[tuple[Any, Any, str, str], list[tuple[datetime, datetime | None]]]
    sees: Sees

    @property
    def citizen(self) -> Any:
        return self.row.get("citizen_id", self.row.get("id"))

    def covered(self, organisation: Any, category: str, purpose: str = "intervention") -> bool:
        periods = self.coverage.get((organisation, self.row.get("project_id"), category, purpose), ())
        return any(since <= NOW and lasts(until) for since, until in periods)

    def consents(self) -> list[Row]:
        return [
            each
            for each in self.case.rows("consent")
            if each["status"] == "active" and lasts(each["valid_until"]) and self.sees("consent", each)
        ]

    def relied_on(self) -> list[Row]:
        """Those that agreements cover: the asker's, and the holder's."""
        return [
            each
            for each in self.consents()
            if self.covered(self.asker.organisation, "consent") and self.covered(each["organisation_id"], "consent")
        ]

    def names_me(self, consent: Row, scope: str | None) -> bool:
        return self.asker.organisation in consent["recipients"] and scope in consent["scopes"]

    def referrals(self) -> list[Row]:
        return [each for each in self.case.rows("referral") if self.sees("referral", each)]

    def over(self, referral_id: Any, *outcomes: str) -> bool:
        return any(
            each["referral_id"] == referral_id
            and each["organisation_id"] == self.asker.organisation
            and each["completed_at"] is not None
            and (not outcomes or each["outcome"] in outcomes)
            and self.sees("referral_outcome", each)
            for each in self.case.rows("referral_outcome")
        )

    def open_disclosures(self) -> list[Row]:
        return [
            each
            for each in self.case.rows("disclosure")
            if each["opened_at"] is not None
            and each["ended_at"] is None
            and lasts(each["valid_until"])
            and self.sees("disclosure", each)
        ]

    def charges(self, *citizens: Any) -> list[Row]:
        return [
            each
            for each in self.case.rows("assignment")
            if each["citizen_id"] in (citizens or (self.citizen,))
            and each["organisation_id"] == self.asker.organisation
            and each["ended_at"] is None
            and self.sees("assignment", each)
        ]


def lasts(until: datetime | None) -> bool:
    return until is None or until > NOW


def equal(one: Any, other: Any) -> bool:
    """As SQL compares: nothing equals NULL."""
    return one is not None and other is not None and one == other


def _disclosed(q: Question) -> list[Row]:
    return [
        each
        for each in q.open_disclosures()
        if each["citizen_id"] == q.citizen
        and equal(each["recipient_id"], q.asker.organisation)
        and each["category"] == q.category.get("opened_by", q.category["name"])
        and each["source_organisation_id"] == q.row["organisation_id"]
        and q.covered(each["organisation_id"], _covered_as(q), q.category.get("purpose", "intervention"))
        and not q.over(each["referral_id"], *CAME_TO_NOTHING)
        and any(
            consent["id"] == each["consent_id"]
            and consent["citizen_id"] == each["citizen_id"]
            and q.names_me(consent, q.category.get("scope"))
            for consent in q.relied_on()
        )
    ]


def _referral_consented(q: Question, scope: str | None) -> bool:
    return any(
        referral["id"] == q.row["referral_id"]
        and referral["citizen_id"] == q.row["citizen_id"]
        and consent["id"] == referral["consent_id"]
        and consent["citizen_id"] == referral["citizen_id"]
        and q.names_me(consent, scope)
        for referral in q.referrals()
        for consent in q.relied_on()
    )


def _registered(q: Question, citizen: Any, **more: Any) -> bool:
    return any(
        equal(each["id"], citizen)
        and equal(each["organisation_id"], q.asker.organisation)
        and all(each[name] == value for name, value in more.items())
        and q.sees("citizen", each)
        for each in q.case.rows("citizen")
    )


def _in_relationship(q: Question) -> bool:
    return _registered(q, q.row["citizen_id"]) or any(
        each["citizen_id"] == q.row["citizen_id"]
        and equal(each["recipient_id"], q.asker.organisation)
        and each["status"] == "accepted"
        and not q.over(each["id"], *CAME_TO_NOTHING)
        for each in q.referrals()
    )


def _passed_on(q: Question) -> bool:
    return any(
        each["citizen_id"] == q.row["citizen_id"]
        and each["category"] == q.category["name"]
        and equal(each["source_organisation_id"], q.asker.organisation)
        and each["opened_at"] is not None
        and q.sees("disclosure", each)
        for each in q.case.rows("disclosure")
    )


def _partner(q: Question) -> bool:
    return any(
        each["project_id"] == (q.row["project_id"] if "project_id" in q.row else q.row["id"])
        and equal(each["organisation_id"], q.asker.organisation)
        and each["ended_at"] is None
        and q.sees("project_partner", each)
        for each in q.case.rows("project_partner")
    )


def _handed_in(q: Question, table: str, key: str) -> bool:
    return any(
        each["id"] == q.row[key]
        and each["submitted_at"] is not None
        and each["status"] != "returned"
        and q.sees(table, each)
        for each in q.case.rows(table)
    )


def _file_handed_in(q: Question, file: Row) -> bool:
    accounts = [
        each
        for each in q.case.rows("grant_account")
        if each["submitted_at"] and each["status"] != "returned" and q.sees("grant_account", each)
    ]
    standing = {each["auditor_report_id"] for each in accounts}
    standing |= {
        each["attachment_id"]
        for each in q.case.rows("grant_voucher")
        if q.sees("grant_voucher", each) and each["account_id"] in {account["id"] for account in accounts}
    }
    kept = file["withdrawn_at"] is None
    return kept and (file["kind"] not in {"voucher", "auditor_report"} or file["id"] in standing)


def _of_handed_in_file(q: Question) -> bool:
    return any(
        each["id"] == q.row["attachment_id"] and q.sees("grant_attachment", each) and _file_handed_in(q, each)
        for each in q.case.rows("grant_attachment")
    )


def _consent_of_row(q: Question, scope: str | None, *, named: Any) -> bool:
    return any(
        each["id"] == q.row["consent_id"]
        and each["citizen_id"] == q.row["citizen_id"]
        and scope in each["scopes"]
        and (named is None or named in each["recipients"])
        for each in q.relied_on()
    )


def _travels_with(q: Question, **wanted: Any) -> bool:
    return any(
        each["id"] == q.row["referral_id"] and all(equal(each[name], value) for name, value in wanted.items())
        for each in q.referrals()
    )


_ASKED = {
    "questionnaire_response": ("response_id", "id"),
    "questionnaire_answers": ("response_id", "response_id"),
    "instrument": ("instrument_id", "id"),
}
_WITH_LINK = {
    "audit_event": ("response_id", "record_id"),
    "audit_subject": ("citizen_id", "citizen_id"),
    "agreement_coverage": ("project_id", "project_id"),
}


def _held_links(q: Question) -> list[Row]:
    return [
        each
        for each in q.case.rows("questionnaire_link")
        if equal(each["secret_hash"], q.asker.link) and q.sees("questionnaire_link", each)
    ]


def _by_link(q: Question) -> bool:
    own, theirs = _ASKED[q.category["name"]]
    return any(
        equal(each[own], q.row[theirs])
        and each["used_at"] is None
        and each["ended_at"] is None
        and each["expires_at"] > NOW
        for each in _held_links(q)
    )


def _of_link(q: Question) -> bool:
    own, theirs = _WITH_LINK[q.category["name"]]
    return any(
        equal(each[own], q.row[theirs]) and equal(each["organisation_id"], q.row["organisation_id"])
        for each in _held_links(q)
    )


def _invited(q: Question, meeting: Row) -> bool:
    return meeting["invited_at"] is not None and q.asker.organisation in (
        *meeting["required_ids"],
        *meeting["optional_ids"],
    )


def _own_dialogue(q: Question, meeting: Row) -> bool:
    return meeting["meeting_type"] == "dialogue_meeting" and equal(meeting["municipality_id"], q.asker.organisation)


def _meetings(q: Question) -> list[Row]:
    return [
        each
        for each in q.case.rows("meeting")
        if each["id"] == q.row["meeting_id"] and _invited(q, each) and q.sees("meeting", each)
    ]


def _evaluated(q: Question, citizen: Any, *scopes: str) -> bool:
    return any(each["citizen_id"] == citizen and {*scopes} <= {*each["scopes"]} for each in q.consents())


def _own_project(q: Question) -> bool:
    return any(
        each["project_id"] in q.row["project_ids"]
        and equal(each["organisation_id"], q.asker.organisation)
        and each["ended_at"] is None
        and q.sees("project_partner", each)
        for each in q.case.rows("project_partner")
    )


def _declared(q: Question) -> bool:
    return any(
        all(
            equal(each[name], q.row[name]) for name in ("agreement_id", "project_id", "organisation_id", "recipient_id")
        )
        and each["valid_from"] <= NOW
        and lasts(each["valid_until"])
        and q.sees("recipient_declaration", each)
        for each in q.case.rows("recipient_declaration")
    )


def _match_consented(q: Question) -> bool:
    return q.covered(q.row["recipient_id"], _covered_as(q)) and any(
        each["id"] == q.row["consent_id"]
        and each["citizen_id"] == q.row["citizen_id"]
        and equal(each["organisation_id"], q.asker.organisation)
        and q.row["recipient_id"] in each["recipients"]
        and {"identity", "cpr"} <= {*each["scopes"]}
        for each in q.relied_on()
    )


def _of_own_match_request(q: Question) -> bool:
    same = ("project_id", "track", "recipient_id", "closes_at", "valid_until")
    return any(
        each["id"] == q.row["request_id"]
        and equal(each["organisation_id"], q.asker.organisation)
        and all(each[name] == q.row[name] for name in same)
        and each["ended_at"] is None
        and q.sees("match_request", each)
        for each in q.case.rows("match_request")
    )


def _match_known(q: Question) -> bool:
    def own(table: str, key: str, citizen: Any) -> list[Row]:
        return [
            each
            for each in q.case.rows(table)
            if each[key] == citizen and equal(each["organisation_id"], q.asker.organisation) and q.sees(table, each)
        ]

    return any(
        equal(number["organisation_id"], q.asker.organisation)
        and all(number[name] == q.row[name] for name in ("blind_index", "project_id", "track"))
        and q.sees("citizen_cpr", number)
        and any(not each["specially_protected"] for each in own("citizen", "id", number["citizen_id"]))
        and any(
            each["address_protection"] in {"none", "name_and_address"}
            for each in own("citizen_identity", "citizen_id", number["citizen_id"])
        )
        for number in q.case.rows("citizen_cpr")
    )


WORDS: dict[str, Callable[[Question], bool]] = {
    "anyone": lambda q: True,
    "own": lambda q: equal(q.row["organisation_id"], q.asker.organisation),
    "in_track": lambda q: q.asker.track is None or equal(q.row["track"], q.asker.track),
    "in_own_track": lambda q: equal(q.row["track"], q.asker.track),
    "of_own_track": lambda q: bool(q.row["track"] == q.asker.track),
    "of_own_track_or_none": lambda q: q.row["track"] is None or equal(q.row["track"], q.asker.track),
    "own_record": lambda q: equal(q.row["controller_id"], q.asker.organisation),
    "agreed": lambda q: q.covered(q.asker.organisation, _covered_as(q), q.category.get("purpose", "intervention")),
    "controller_agreed": lambda q: q.covered(
        q.row["organisation_id"], _covered_as(q), q.category.get("purpose", "intervention")
    ),
    "municipality_runs_courses": lambda q: any(
        each["id"] == q.row["project_id"]
        and each["programme"] == "municipal_maturation_2022_2025"
        and q.sees("project", each)
        for each in q.case.rows("project")
    ),
    "party": lambda q: (
        equal(q.row["organisation_id"], q.asker.organisation) or equal(q.row["counterparty_id"], q.asker.organisation)
    ),
    "same_project": _partner,
    "of_evaluator": lambda q: any(
        each["id"] == q.row["organisation_id"] and each["type"] == "evaluator" and q.sees("organisation", each)
        for each in q.case.rows("organisation")
    ),
    "asks_as_evaluator": lambda q: any(
        equal(each["id"], q.asker.organisation) and each["type"] == "evaluator" and q.sees("organisation", each)
        for each in q.case.rows("organisation")
    ),
    "registered_here": lambda q: _registered(q, q.row["citizen_id"]),
    "both_registered_here": lambda q: (
        _registered(q, q.row["victim_id"], project_id=q.row["project_id"], track="victim")
        and _registered(q, q.row["perpetrator_id"], project_id=q.row["project_id"], track="perpetrator")
    ),
    "in_relationship": _in_relationship,
    "consented": lambda q: any(
        each["citizen_id"] == q.citizen and q.names_me(each, q.category.get("scope")) for each in q.relied_on()
    ),
    "referral_consented": lambda q: _referral_consented(q, q.category.get("scope")),
    "consented_to_bridging": lambda q: _referral_consented(q, "bridging"),
    "feedback_allowed": lambda q: (
        equal(q.row["sender_id"], q.asker.organisation) and _consent_of_row(q, "feedback_to_sender", named=None)
    ),
    "disclosed": lambda q: bool(_disclosed(q)),
    "bridging_active": lambda q: any(not q.over(each["referral_id"]) for each in _disclosed(q)),
    "as_passed_on": lambda q: any(
        q.row["updated_at"] <= passed_on_at
        and (q.row.get("superseded_at") is None or q.row["superseded_at"] > passed_on_at)
        for passed_on_at in (min(filter(None, (each["opened_at"], each["as_of"]))) for each in _disclosed(q))
    ),
    "not_passed_on": lambda q: q.covered(q.asker.organisation, "referral") and not _passed_on(q),
    "given_by_citizen": lambda q: bool(q.row["source"] == "citizen"),
    "not_specially_protected": lambda q: q.row["protection"] in {"none", "name_and_address"},
    "of_perpetrator": lambda q: bool(q.row["track"] == "perpetrator"),
    "named": lambda q: q.asker.organisation in q.row["recipients"] and q.row["status"] not in {"draft", "refused"},
    "becomes_withdrawn": lambda q: bool(q.row["status"] == "withdrawn"),
    "is_holder": lambda q: equal(q.row["holder_id"], q.asker.organisation),
    "holder_agreed": lambda q: q.covered(q.row["holder_id"], "consent"),
    "names_holder": lambda q: any(
        each["id"] == q.row["consent_id"]
        and q.asker.organisation in each["recipients"]
        and each["status"] in {"withdrawn", "superseded"}
        and q.sees("consent", each)
        for each in q.case.rows("consent")
    ),
    "addressed": lambda q: equal(q.row["recipient_id"], q.asker.organisation) and q.row["sent_at"] is not None,
    "recipient": lambda q: equal(q.row["recipient_id"], q.asker.organisation),
    "taken_on": lambda q: (
        _travels_with(q, recipient_id=q.asker.organisation, status="accepted")
        and not q.over(q.row["referral_id"], *CAME_TO_NOTHING)
    ),
    "accepted_here": lambda q: _travels_with(q, recipient_id=q.asker.organisation, status="accepted"),
    "sent_here": lambda q: _travels_with(
        q,
        organisation_id=q.asker.organisation,
        citizen_id=q.row["citizen_id"],
        recipient_id=q.row["recipient_id"],
    ),
    "consent_covers": lambda q: _consent_of_row(q, q.row["scope"], named=q.row["recipient_id"]),
    "bridging_consented": lambda q: (
        q.row["kind"] == "bridging" and _consent_of_row(q, "bridging", named=q.row["recipient_id"])
    ),
    "source_of_disclosure": lambda q: equal(q.row["source_organisation_id"], q.asker.organisation),
    "not_yet_open": lambda q: q.row["opened_at"] is None and q.row["ended_at"] is None,
    "contact_lent": lambda q: (
        q.row["opened_at"] is not None and q.row["ended_at"] is None and lasts(q.row["valid_until"])
    ),
    "assigned": lambda q: any(equal(each["staff_id"], q.asker.staff) for each in q.charges()),
    "unassigned": lambda q: q.covered(q.asker.organisation, "citizen") and not q.charges(),
    "either_assigned": lambda q: any(
        equal(each["staff_id"], q.asker.staff) for each in q.charges(q.row["victim_id"], q.row["perpetrator_id"])
    ),
    "neither_assigned": lambda q: (
        q.covered(q.asker.organisation, "citizen") and not q.charges(q.row["victim_id"], q.row["perpetrator_id"])
    ),
    "to_oneself": lambda q: equal(q.row["staff_id"], q.asker.staff),
    "shown_to_function": lambda q: bool(
        {"caseworker", "coordinator", "integration"} & {*q.asker.functions} & {*q.row["shown_to"]}
    ),
    "by_oneself": lambda q: equal(q.row["staff_id"], q.asker.staff),
    "invited": lambda q: _invited(q, q.row),
    "own_dialogue_meeting": lambda q: _own_dialogue(q, q.row),
    "of_invited_meeting": lambda q: bool(_meetings(q)),
    "of_own_dialogue_meeting": lambda q: any(_own_dialogue(q, each) for each in _meetings(q)),
    "owes": lambda q: equal(q.row["owner_id"], q.asker.organisation),
    "organises": lambda q: equal(q.row["organiser_id"], q.asker.organisation),
    "taking_part": lambda q: q.asker.organisation in q.row["participant_ids"],
    "operates": lambda q: "operator" in q.asker.functions,
    "keeps_accounts": lambda q: bool({"coordinator", "secretary", "integration"} & {*q.asker.functions}),
    "accounted": lambda q: q.row["status"] in {"booked", "audited"},
    "of_its_grant": lambda q: any(
        each["project_id"] == q.row["project_id"]
        and each["organisation_id"] == q.row["organisation_id"]
        and each["status"] in {"granted", "closed"}
        and q.sees("grant_application", each)
        for each in q.case.rows("grant_application")
    ),
    "held": lambda q: equal(q.row["secret_hash"], q.asker.link),
    "by_link": _by_link,
    "of_link": _of_link,
    "becomes_answered": lambda q: q.row["status"] == "answered" and q.row["answered_through"] == "link",
    "handed_in": lambda q: q.row["submitted_at"] is not None,
    "decided": lambda q: q.row["decided_at"] is not None,
    "grant_handed_in": lambda q: _handed_in(q, "grant_application", "grant_id"),
    "account_handed_in": lambda q: _handed_in(q, "grant_account", "account_id"),
    "file_handed_in": lambda q: _file_handed_in(q, q.row),
    "of_handed_in_file": _of_handed_in_file,
    "evaluation_consented": lambda q: _evaluated(q, q.citizen, "evaluation_questionnaire"),
    "ticks_evaluation": lambda q: (
        q.row["status"] == "active" and lasts(q.row["valid_until"]) and "evaluation_questionnaire" in q.row["scopes"]
    ),
    "evaluation_agreed": lambda q: q.covered(q.row["organisation_id"], _covered_as(q), "evaluation"),
    "both_consented_to_link": lambda q: all(
        _evaluated(q, q.row[side], "evaluation_questionnaire", "evaluation_couple_link")
        for side in ("victim_id", "perpetrator_id")
    ),
    "of_evaluated_course": lambda q: any(
        each["cost_id"] == q.row["id"]
        and _evaluated(q, each["citizen_id"], "evaluation_questionnaire")
        and q.sees("cost_course", each)
        for each in q.case.rows("cost_course")
    ),
    "checks_releases": lambda q: "disclosure_officer" in q.asker.functions,
    "published": lambda q: q.row["status"] in {"published", "recalled"},
    "of_own_project": _own_project,
    "of_published_release": lambda q: any(
        each["id"] == q.row["release_id"]
        and equal(each["build_id"], q.row["build_id"])
        and each["status"] == "published"
        and q.sees("release", each)
        for each in q.case.rows("release")
    ),
    "in_force": lambda q: q.row["valid_from"] <= NOW and lasts(q.row["valid_until"]),
    "declared": _declared,
    "still_consented": lambda q: q.row["ended_at"] is None and lasts(q.row["valid_until"]),
    "run_out": lambda q: not (lasts(q.row["valid_until"]) and lasts(q.row["declared_until"])),
    "match_consented": _match_consented,
    "of_own_match_request": _of_own_match_request,
    "match_standing": lambda q: q.row["ended_at"] is None and lasts(q.row["valid_until"]),
    "match_known": _match_known,
    "match_open": lambda q: q.row["closes_at"] > NOW,
    "oversees": lambda q: bool({"coordinator", "integration"} & {*q.asker.functions}),
}


def _covered_as(q: Question) -> str:
    return str(q.category.get("covered_as", q.category["name"]))


def cells_of(category: Row, role: str, operation: str) -> list[Row]:
    return [each for each in category["cells"] if each["role"] == role and LETTERS[operation] in each["allow"]]


def every_of(category: Row, role: str) -> list[str]:
    always = list(category.get("always", DOCUMENT["always"].get(role, []))) if role in DOCUMENT["always"] else []
    if not category.get("citizen_data", True) or role not in ORGANISATION_TYPES:
        return always
    return [*always, *category.get("every", DOCUMENT["every"].get(role, []))]


def narrow_of(category: Row, role: str, operation: str) -> list[Row] | None:
    """The functions' parts; None where every function has the whole."""
    if not category.get("citizen_data", True) or role not in ORGANISATION_TYPES:
        return None
    parts = category.get("narrow", DOCUMENT["narrow"])
    return [each for each in parts if LETTERS[operation] in each["allow"]] if parts else None


class Rules(NamedTuple):
    """What the document asks of one role and operation in a category, read once: it is judged by a million times."""

    every: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...] | None


@cache
def _rules(name: str, role: str, operation: str, after: bool) -> Rules:
    category = CATEGORIES[name]
    parts = narrow_of(category, role, operation)
    return Rules(
        tuple(every_of(category, role)),
        tuple(
            (*cell["when"], *(cell.get("check", ()) if after else ())) for cell in cells_of(category, role, operation)
        ),
        None if parts is None else tuple((each["function"], tuple(each["when"])) for each in parts),
    )


@cache
def _words(name: str, role: str, operation: str, after: bool) -> frozenset[str]:
    rules = _rules(name, role, operation, after)
    if not rules.cells:
        return frozenset()
    return frozenset(chain(rules.every, *rules.cells, *(words for _, words in rules.parts or ())))


def words_of(category: Row, role: str, operation: str, *, after: bool = True) -> frozenset[str]:
    """The words in play in the cells of one role and operation."""
    return _words(category["name"], role, operation, after)


def judge(
    category: Row,
    role: str,
    operation: str,
    functions: tuple[str, ...],
    holds: Callable[[str], bool],
    *,
    after: bool = False,
) -> bool:
    """The truth table: whether the cells allow it, given which words hold."""
    every, cells, parts = _rules(category["name"], role, operation, after)
    if not cells or not all(map(holds, every)):
        return False
    if not any(all(map(holds, words)) for words in cells):
        return False
    return parts is None or any(function in functions and all(map(holds, words)) for function, words in parts)
