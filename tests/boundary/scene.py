"""Rows for a combination of facts, in the database and in Python alike."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product
from random import getrandbits
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Table, types
from sqlalchemy.dialects.postgresql import ARRAY

from app.models import metadata
from tests.boundary.facts import FACTS, Facts, facts_in_play
from tests.boundary.model import LETTERS, NOW, Case, Row

ME, OTHER, THIRD, FOURTH = (UUID(int=number, version=4) for number in (0xA1, 0xB2, 0xC3, 0xD4))
"""The asker's organisation, the controller of what is not the asker's, a recipient, and one named nowhere."""
LINK, SOMEBODYS_LINK = "a1" * 32, "b2" * 32
"""Hashes of the secret that the asker holds, and of another's."""
MYSELF, COLLEAGUE = (UUID(int=number, version=4) for number in (0xE5, 0xF6))
LONG_AGO, YESTERDAY, TOMORROW = NOW - timedelta(days=90), NOW - timedelta(days=1), NOW + timedelta(days=1)
ENDED = datetime(1, 1, 1, tzinfo=UTC)
"""Written as -infinity by the trigger; any time long past is judged alike."""
PURPOSES = ("intervention", "evaluation")
KEYS = {
    "agreement_coverage": "agreement_id",
    "audit_subject": "event_id",
    "recipient_declaration": "agreement_id",
    "token_denial": "token_id",
    "used_assertion": "token_id",
}
"""The column that tells one case's row from another's, where it is not `id`."""
LOOKED_INTO = ("citizen", "consent", "referral")
"""What agreements cover of the tables that words look into."""

_CODES = re.compile(r"'([\w/]+)'")


def new_id() -> UUID:
    """As good as uuid4 for what is undone again, and four times as fast: rows have a hundred thousand of them."""
    return UUID(int=getrandbits(128))


def key_of(table: str) -> str:
    return KEYS.get(table, "id")


# --- projects, one for each state of the agreements -------------------------------------------------


class Projects:
    """A project for each value of `cover`, `programme` and `partner`, with coverage and partners in it."""

    def __init__(self, category: Row) -> None:
        self.name = str(category.get("covered_as", category["name"]))
        self.purpose = str(category.get("purpose", PURPOSES[0]))
        self.rows: dict[tuple[str, ...], UUID] = {}
        self.grants: dict[UUID, list[Row]] = {}
        self.partners: dict[UUID, Row] = {}
        self.coverage: list[Row] = []
        in_play = facts_in_play(category, LETTERS)
        names = {self.name, *LOOKED_INTO, *(("identity",) if "matched" in in_play else ())}
        built_of = any("evaluation_agreed" in cell["when"] for cell in category["cells"])
        further = {PURPOSES[1]} if built_of else set()
        values = (_values(name) if name in in_play else (PLAIN[name],) for name in PLAIN)
        for cover, programme, partner, granted, asked in product(*values):
            self.rows[cover, programme, partner, granted, asked] = project = new_id()
            self.grants[project] = grant_rows(project, granted) if "granted" in in_play else []
            self.partners[project] = partner_row(project, partner)
            self.coverage += [
                row
                for organisation in (ME, OTHER, THIRD)
                for name in names
                for purpose in {self._purpose_of(name), *further}
                if asked == "yes" or (organisation, name) != (THIRD, self.name)
                if (row := self._row(cover, organisation, name, project, purpose)) is not None
            ]

    def _purpose_of(self, name: str) -> str:
        return self.purpose if name == self.name else PURPOSES[0]

    def _row(self, cover: str, organisation: UUID, name: str, project: UUID, purpose: str) -> Row | None:
        row: Row = {
            "agreement_id": new_id(),
            "category": name,
            "purpose": purpose,
            "organisation_id": organisation,
            "project_id": project,
            "valid_from": YESTERDAY,
            "valid_until": TOMORROW,
        }
        mine, concerned = organisation == ME, name == self.name
        if mine and concerned and cover in {"no_mine", "neither"}:
            return None
        if organisation == OTHER and concerned and cover in {"no_controller", "neither"}:
            return None
        if mine and cover == f"no_{name}":
            return None
        if organisation == OTHER and cover == f"controller_no_{name}":
            return None
        if mine and concerned:
            changes: dict[str, Row] = {
                "expired": {"valid_until": YESTERDAY, "valid_from": LONG_AGO},
                "future": {"valid_from": TOMORROW, "valid_until": None},
                "ended": {"valid_until": ENDED},
            }
            if purpose == self.purpose:
                changes["other_purpose"] = {"purpose": next(each for each in PURPOSES if each != self.purpose)}
            row |= changes.get(cover, {})
        return row

    def of(self, facts: Facts) -> UUID:
        return self.rows[tuple(facts.get(name, plain) for name, plain in PLAIN.items())]

    def table(self) -> list[Row]:
        """As `project` rows."""
        programmes = {"municipal": "municipal_maturation_2022_2025", "model": "intervention_model_2022_2024"}
        return [
            full("project", {"id": project, "programme": programmes[programme]})
            for (_, programme, *_), project in self.rows.items()
        ]

    def tables(self) -> dict[str, list[Row]]:
        """All rows of the projects, by table."""
        return {
            "project": self.table(),
            "agreement_coverage": self.coverage,
            "project_partner": list(self.partners.values()),
        }

    def index(self) -> dict[tuple[Any, Any, str, str], list[tuple[datetime, datetime | None]]]:
        """As the model looks it up."""
        found: dict[tuple[Any, Any, str, str], list[tuple[datetime, datetime | None]]] = {}
        for row in self.coverage:
            key = (row["organisation_id"], row["project_id"], row["category"], row["purpose"])
            found.setdefault(key, []).append((row["valid_from"], row["valid_until"]))
        return found


PLAIN = {"cover": "all", "programme": "municipal", "partner": "yes", "granted": "yes", "asked_covered": "yes"}


def _values(name: str) -> tuple[str, ...]:
    return (*FACTS[name].main, *FACTS[name].variants)


def partner_row(project: UUID, value: str) -> Row:
    """The asker's part in a project."""
    return full(
        "project_partner",
        {
            "project_id": new_id() if value == "other_project" else project,
            "organisation_id": OTHER if value == "no" else ME,
            "ended_at": YESTERDAY if value == "ended" else None,
        },
    )


def grant_rows(project: UUID, value: str) -> list[Row]:
    """Applications by those whose row it may be."""
    if value == "no":
        return []
    status = value if value in {"closed", "lapsed", "refused"} else "granted"
    given = {
        **_submitted("grant_application", handed_in=True),
        "project_id": new_id() if value == "in_other_project" else project,
        "status": status,
        "amount_oere": 2,
        "granted_oere": None if status == "refused" else 1,
        "granted_on": None if status == "refused" else YESTERDAY.date(),
    }
    holders = (THIRD,) if value == "to_other" else (ME, OTHER)
    return [
        full("grant_application", {**given, "organisation_id": each, "receipt_number": str(new_id())})
        for each in holders
    ]


# --- whole rows ---------------------------------------------------------------------------------------


def _codes(table: Table) -> dict[str, str]:
    """The first code of each column that a check binds to codes."""
    found = {}
    for check in table.constraints:
        text = str(check.sqltext) if isinstance(check, CheckConstraint) else ""
        if match := re.match(r"(\w+) IN \(", text):
            found[match[1]] = _CODES.findall(text)[0]
    return found


_CODE: dict[str, dict[str, str]] = {table.name: _codes(table) for table in metadata.tables.values()}


_MAKERS: tuple[tuple[Any, Callable[[], Any]], ...] = (
    (ARRAY, list),
    (JSON, list),
    (types.Uuid, new_id),
    (types.Boolean, lambda: True),
    (types.Integer, lambda: 1),
    (types.DateTime, lambda: YESTERDAY),
    (types.Date, YESTERDAY.date),
    (types.LargeBinary, lambda: b"x"),
    (types.Text, lambda: str(new_id())),
)


def _filler(table: Table, name: str) -> Callable[[], Any]:
    column = table.c[name]
    if column.nullable:
        return lambda: None
    if code := _CODE[table.name].get(name):
        return lambda: code
    return next(make for kind, make in _MAKERS if isinstance(column.type, kind))


@cache
def _fillers(table: str) -> dict[str, Callable[[], Any]]:
    return {name: _filler(metadata.tables[table], name) for name in columns_of(table)}


@cache
def columns_of(table: str) -> list[str]:
    """All columns but those that the database makes itself."""
    return [column.name for column in metadata.tables[table].columns if column.identity is None]


def full(table: str, given: Row) -> Row:
    """A row with something in every column."""
    return {name: given[name] if name in given else make() for name, make in _fillers(table).items()}


@cache
def _json_columns(table: str) -> frozenset[str]:
    return frozenset(column.name for column in metadata.tables[table].columns if isinstance(column.type, JSON))


def record(table: str, row: Row) -> tuple[Any, ...]:
    """As the driver copies it."""
    documents = _json_columns(table)
    return tuple(json.dumps(value) if name in documents else value for name, value in row.items())


# --- the rows around a case -----------------------------------------------------------------------------

ALL_SCOPES = _CODES.findall(
    next(
        str(check.sqltext)
        for check in metadata.tables["consent"].constraints
        if isinstance(check, CheckConstraint) and str(check.sqltext).startswith("scopes")
    )
)
TO_EVALUATION = ["evaluation_questionnaire", "evaluation_couple_link"]
NARROW_SCOPES = ["sensitive"]
"""No category is opened by it."""


ORGANISATIONS = [
    full("organisation", {"id": ME, "type": "evaluator"}),
    full("organisation", {"id": OTHER, "type": "ngo"}),
]
"""What kind of organisation it is matters to the evaluator's entrance alone."""


class Maker:
    """Makes the case for a combination of facts."""

    def __init__(self, category: Row) -> None:
        self.category = category
        self.table = str(category["table"])
        self.projects = Projects(category)
        self.others_of_case: dict[str, list[Row]] = {"project": self.projects.table()}
        self._project_rows = {row["id"]: row for row in self.others_of_case["project"]}

    def make(self, facts: Facts) -> Case | None:
        """None where the table itself forbids the combination."""
        self.facts = facts
        self.project = self.projects.of(facts)
        self.track: str | None = facts.get("track", "victim")
        if self.track == "none":
            if not self._is("track", nullable=True):
                return None
            self.track = None
        self.citizen = new_id()
        self.owner = ME if facts.get("org", "mine") == "mine" else OTHER
        around = {
            "project": [self._project_rows[self.project]],
            "consent": self._consents(),
            "citizen": self._citizens(),
            "assignment": self._assignments(),
            "project_partner": self._partners(),
            "organisation": ORGANISATIONS,
        }
        around |= self._grants()
        around["meeting"] = [self._meeting_of_decision()] if self.table == "meeting_decision" else []
        around["referral"] = self._referrals(around["consent"])
        around["disclosure"] = self._disclosures(around["consent"])
        around["referral_outcome"] = self._outcomes(around["disclosure"])
        row = self._row(around)
        if row is None or (
            self.table in {"referral", "match_request", "match_question"}
            and row["organisation_id"] == row["recipient_id"]
        ):
            return None
        around |= self._matching(row, around["citizen"])
        around["questionnaire_link"] = self._links(row)
        around["cost_course"] = self._cost_courses(row)
        # Last, so that nothing above rests on them.
        around["consent"] = [*around["consent"], *self._evaluations()]
        around |= self._release(row)
        around["recipient_declaration"] = self._declarations(row)
        return Case(facts, row, {table: rows for table, rows in around.items() if rows})

    def _is(self, column: str, *, nullable: bool) -> bool:
        columns = metadata.tables[self.table].c
        return column in columns and bool(columns[column].nullable) == nullable

    def _about(self, **given: Any) -> Row:
        return {"project_id": self.project, "track": self.track or "victim", "citizen_id": self.citizen, **given}

    def _consent(self, **given: Any) -> Row:
        holder = ME if self.facts.get("consent_of") == "mine" else OTHER
        values = {
            "organisation_id": holder,
            "status": "active",
            "method": "paper",
            "signed_at": YESTERDAY,
            "recipients": [ME, THIRD],
            "scopes": ALL_SCOPES,
            "valid_until": None,
        }
        return full("consent", self._about(**{**values, **given}))

    def _consents(self) -> list[Row]:
        value = self.facts.get("consent", "none")
        if value == "none":
            return []
        if value in {"draft", "refused", "withdrawn", "expired", "superseded"}:
            return [self._consent(status=value)]
        if value == "split":
            return [self._consent(scopes=NARROW_SCOPES), self._consent(recipients=[FOURTH])]
        given: Any = {
            "good": {},
            "lasting": {"valid_until": TOMORROW},
            "run_out": {"valid_until": YESTERDAY},
            "not_named": {"recipients": [FOURTH]},
            "only_me": {"recipients": [ME]},
            "only_third": {"recipients": [THIRD]},
            "other_scope": {"scopes": NARROW_SCOPES},
            "of_other_citizen": {"citizen_id": new_id()},
        }[value]
        return [self._consent(**given)]

    def _evaluations(self) -> list[Row]:
        """Consents to the evaluation, which name nobody that asks."""
        found = []
        value = self.facts.get("evaluation", "none")
        if self.facts.get("cost_of", "none") in {"good", "of_other"}:
            value = "good"
        given: Any = {
            "good": {},
            "withdrawn": {"status": "withdrawn"},
            "other_scope": {"scopes": ["evaluation_interview"]},
            "run_out": {"valid_until": YESTERDAY},
            "of_other_citizen": {"citizen_id": new_id()},
            "uncovered": {"organisation_id": FOURTH},
        }
        if value != "none":
            found.append(self._consent(**{"scopes": TO_EVALUATION[:1], "recipients": [FOURTH], **given[value]}))
        return [*found, *self._of_couple()]

    def _of_couple(self) -> list[Row]:
        value = self.facts.get("couple", "neither")
        sides = {"victim_only": [self.victim], "perpetrator_only": [self.perpetrator], "neither": []}
        found = []
        for side in sides.get(value, [self.victim, self.perpetrator]):
            of = {"citizen_id": side, "recipients": [FOURTH]}
            if value == "split" and side == self.victim:
                found += [self._consent(**of, scopes=[scope]) for scope in TO_EVALUATION]
            else:
                status = "withdrawn" if value == "withdrawn" and side == self.perpetrator else "active"
                found.append(self._consent(**of, scopes=TO_EVALUATION, status=status))
        return found

    def _matching(self, row: Row, citizens: list[Row]) -> dict[str, list[Row]]:
        """The request that a question is of, and the citizen that it asks for, or nearly."""
        found: dict[str, list[Row]] = {}
        if self.facts.get("asking", "none") != "none":
            value = self.facts["asking"]
            same = ("project_id", "track", "organisation_id", "recipient_id", "closes_at", "valid_until")
            given: Any = {
                "of_other": {"organisation_id": FOURTH},
                "other_recipient": {"recipient_id": FOURTH},
                "other_track": {"track": "perpetrator" if row["track"] == "victim" else "victim"},
                "other_time": {"closes_at": LONG_AGO},
                "ended": {"ended_at": YESTERDAY},
            }.get(value, {})
            of = {name: row[name] for name in same}
            request = self._about(**{**of, "id": row["request_id"], **given})
            found["match_request"] = [full("match_request", request)]
        if self.facts.get("matched", "no") != "no":
            value = self.facts["matched"]
            mine = FOURTH if value == "of_other" else ME
            about = self._about(organisation_id=mine)
            if value == "other_track":
                about["track"] = "perpetrator" if row["track"] == "victim" else "victim"
            if value == "other_project":
                about["project_id"] = new_id()
            shown = value if value in {"unknown", "special", "name_and_address"} else "none"
            stem = {"id": self.citizen, "specially_protected": value == "protected", "status": "active"}
            whose = new_id() if value == "of_other_citizen" else self.citizen
            found["citizen"] = [*citizens, full("citizen", {**about, **stem})]
            found["citizen_cpr"] = [
                full("citizen_cpr", {**about, "citizen_id": whose, "blind_index": row["blind_index"]})
            ]
            if value != "no_identity":
                found["citizen_identity"] = [full("citizen_identity", {**about, "address_protection": shown})]
        return found

    def _cost_courses(self, row: Row) -> list[Row]:
        """The course that a cost was for."""
        value = self.facts.get("cost_of", "none")
        if value == "none" or self.table != "cost":
            return []
        cost = new_id() if value == "of_other" else row["id"]
        return [full("cost_course", self._about(cost_id=cost, organisation_id=self.owner))]

    def _release(self, row: Row) -> dict[str, list[Row]]:
        """The release that a row is of."""
        found: dict[str, list[Row]] = {}
        if "release_of" in self.facts:
            value = self.facts["release_of"]
            given = {
                "id": new_id() if value == "other" else row["release_id"],
                "build_id": new_id() if value == "other_build" else row["build_id"],
                "project_ids": [self.project],
            }
            status = value if value in {"built", "checked", "approved", "recalled"} else "published"
            found["release"] = [full("release", {**_released(status), **given})]
        return found

    def _declarations(self, row: Row) -> list[Row]:
        """The recipient declaration that a row rests on, or nearly."""
        value = self.facts.get("declaration", "none")
        if value == "none":
            return []
        same = {name: row[name] for name in ("agreement_id", "project_id", "organisation_id", "recipient_id")}
        given: Any = {
            "of_other_agreement": {"agreement_id": new_id()},
            "to_other": {"recipient_id": FOURTH},
            "by_other": {"organisation_id": FOURTH},
        }
        return [full("recipient_declaration", {**same, **_validity(value), **given.get(value, {})})]

    def _citizens(self) -> list[Row]:
        def citizen(of: UUID, **given: Any) -> Row:
            return full("citizen", {**self._about(), "organisation_id": of, "status": "active", **given})

        self.victim, self.perpetrator = new_id(), new_id()
        if "pair" in self.facts:
            value = self.facts["pair"]
            mine = {"both", "swapped", "other_project"}
            tracks = ("perpetrator", "victim") if value == "swapped" else ("victim", "perpetrator")
            project = new_id() if value == "other_project" else self.project
            return [
                citizen(ME if value in {*mine, "victim_only"} else OTHER, id=self.victim, track=tracks[0]),
                citizen(
                    ME if value in {*mine, "perpetrator_only"} else OTHER,
                    id=self.perpetrator,
                    track=tracks[1],
                    project_id=project,
                ),
            ]
        if "registered" not in self.facts:
            return []
        return [citizen(ME if self.facts["registered"] == "me" else OTHER, id=self.citizen)]

    def _assignments(self) -> list[Row]:
        def charge(staff: UUID, of: UUID = ME, ended: datetime | None = None, citizen: UUID | None = None) -> Row:
            values = {"organisation_id": of, "staff_id": staff, "ended_at": ended}
            return full("assignment", self._about(**values, citizen_id=citizen or self.citizen))

        if "charge" in self.facts:
            victim, perpetrator = self.victim, self.perpetrator
            return {
                "nobody": [],
                "me_victim": [charge(MYSELF, citizen=victim), charge(COLLEAGUE, citizen=perpetrator)],
                "me_perpetrator": [charge(MYSELF, citizen=perpetrator), charge(COLLEAGUE, citizen=victim)],
                "both_sides": [charge(MYSELF, citizen=victim), charge(MYSELF, citizen=perpetrator)],
                "colleagues": [charge(COLLEAGUE, citizen=victim), charge(COLLEAGUE, citizen=perpetrator)],
                "colleague_victim": [charge(COLLEAGUE, citizen=victim)],
                "colleague_perpetrator": [charge(COLLEAGUE, citizen=perpetrator)],
                "me_before": [charge(MYSELF, ended=YESTERDAY, citizen=victim), charge(COLLEAGUE, citizen=victim)],
                "me_elsewhere": [charge(MYSELF, of=OTHER, citizen=victim)],
            }[self.facts["charge"]]
        return {
            "nobody": [],
            "me": [charge(MYSELF)],
            "colleague": [charge(COLLEAGUE)],
            "both": [charge(MYSELF), charge(COLLEAGUE)],
            "me_before": [charge(MYSELF, ended=YESTERDAY), charge(COLLEAGUE)],
            "me_elsewhere": [charge(MYSELF, of=OTHER)],
        }[self.facts.get("assigned", "nobody")]

    def _grants(self) -> dict[str, list[Row]]:
        """The application and the accounts that a row hangs on; another of each beside it."""
        self.grant, self.account = new_id(), new_id()
        found: dict[str, list[Row]] = {"grant_application": self.projects.grants[self.project]}
        for fact, table, key in (
            ("grant_of", "grant_application", self.grant),
            ("account_of", "grant_account", self.account),
        ):
            if fact in self.facts:
                value = self.facts[fact]
                of = {"id": new_id() if value == "other" else key, "organisation_id": self.owner}
                stands = _submitted(table, handed_in=value != "draft")
                found[table] = [full(table, {**of, **stands, **_returned(value)})]
        self.file = new_id()
        return found | (self._papers() if "paper" in self.facts else {})

    def _papers(self) -> dict[str, list[Row]]:
        """The accounts that a file stands in, as the auditor's report or with a voucher; and the file itself."""
        value = self.facts["paper"]
        of = {"organisation_id": self.owner, "grant_id": self.grant}
        report = self.file if value.startswith("report") else None
        handed_in = _submitted("grant_account", handed_in=value not in {"report_draft", "voucher_draft"})
        stands = {**handed_in, **_returned(value)}
        account = full("grant_account", {**of, "id": self.account, "auditor_report_id": report, **stands})
        found: dict[str, list[Row]] = {"grant_account": [account]}
        if value in {"voucher_draft", "voucher_in", "voucher_returned", "of_other"}:
            file = new_id() if value == "of_other" else self.file
            found["grant_voucher"] = [
                full("grant_voucher", {**of, "account_id": self.account, "attachment_id": file, "cancelled": False})
            ]
        if self.table == "grant_attachment_content":
            found["grant_attachment"] = [full("grant_attachment", {**of, "id": self.file, **self._of_file()})]
        return found

    def _of_file(self) -> Row:
        value = self.facts.get("paper", "free")
        if value in {"free", "withdrawn"}:
            return {"kind": "other", "withdrawn_at": YESTERDAY if value == "withdrawn" else None}
        return {"kind": "auditor_report" if value.startswith("report") else "voucher", "withdrawn_at": None}

    def _partners(self) -> list[Row]:
        if self.table != "project":
            return [self.projects.partners[self.project]]
        self.own_project = new_id()
        return [partner_row(self.own_project, self.facts.get("partner", "no"))]

    def _referral(self, consents: list[Row], **given: Any) -> Row:
        values = {
            "organisation_id": OTHER,
            "recipient_id": ME,
            "status": "accepted",
            "consent_id": consents[0]["id"] if consents else new_id(),
            "sent_at": None if given.get("status") == "draft" else YESTERDAY,
        }
        return full("referral", self._about(**{**values, **given}))

    def _referrals(self, consents: list[Row]) -> list[Row]:
        value = self.facts.get("referral", "none")
        self.referral = new_id()
        if value == "none":
            return []
        if value == "another_accepted":
            return [self._referral(consents, id=self.referral, status="sent"), self._referral(consents)]
        if value == "on_withdrawn_consent":
            withdrawn = self._consent(status="withdrawn")
            consents.append(withdrawn)
            return [self._referral([withdrawn], id=self.referral)]
        given: Any = {
            "accepted": {},
            "accepted_by_third": {"recipient_id": THIRD},
            "of_other_citizen": {"citizen_id": new_id()},
            "sent_by_me": {"organisation_id": ME, "recipient_id": THIRD, "status": "sent"},
        }.get(value, {"status": value})
        return [self._referral(consents, id=self.referral, **given)]

    def _disclosure(self, consents: list[Row], **given: Any) -> Row:
        values = {
            "category": self.category.get("opened_by", self.category["name"]),
            "source_organisation_id": self.owner,
            "organisation_id": OTHER,
            "recipient_id": ME,
            "opened_at": NOW,
            "valid_until": None,
            "ended_at": None,
            "consent_id": consents[0]["id"] if consents else new_id(),
        }
        return full("disclosure", self._about(**{**values, **given}))

    def _disclosures(self, consents: list[Row]) -> list[Row]:
        return [*self._to_me(consents), *self._from_me(consents)]

    def _to_me(self, consents: list[Row]) -> list[Row]:
        value = self.facts.get("disclosure", "none")
        if value == "none":
            return []
        if value.startswith("on_"):
            terms: Any = {
                "on_withdrawn_consent": {"status": "withdrawn"},
                "on_consent_to_others": {"recipients": [FOURTH]},
                "on_narrower_consent": {"scopes": NARROW_SCOPES},
            }[value]
            consents.append(self._consent(**terms))
            return [self._disclosure(consents[-1:])]
        if value == "stale_and_fresh":
            # The one still in force is older than the row, the newer one has ended.
            return [
                self._disclosure(consents, opened_at=LONG_AGO),
                self._disclosure(consents, ended_at=NOW),
            ]
        given: Any = {
            "good": {},
            "lasting": {"valid_until": TOMORROW},
            "laid_down": {"opened_at": None},
            "ended": {"ended_at": YESTERDAY},
            "run_out": {"valid_until": YESTERDAY},
            "other_category": {"category": "another"},
            "other_source": {"source_organisation_id": FOURTH},
            "to_third": {"recipient_id": THIRD},
            "of_other_citizen": {"citizen_id": new_id()},
            "before_change": {"opened_at": LONG_AGO},
            "onward": {"organisation_id": THIRD},
            "onward_by_uncovered": {"organisation_id": FOURTH},
            "onward_of_old": {"organisation_id": THIRD, "as_of": LONG_AGO},
            "onward_of_new": {"organisation_id": THIRD, "as_of": NOW},
        }[value]
        return [self._disclosure(consents, **given)]

    def _outcomes(self, disclosures: list[Row]) -> list[Row]:
        """What the asker wrote of the referrals that opened something to it."""
        value = self.facts.get("outcome", "none")
        if value == "none":
            return []
        given = {
            "organisation_id": OTHER if value == "of_other" else ME,
            "sender_id": THIRD,
            "outcome": value if value in {"not_reached", "course_started"} else "declined",
            "completed_at": None if value == "unfinished" else YESTERDAY,
        }
        referrals = [self.referral, *(each["referral_id"] for each in disclosures)]
        return [
            full("referral_outcome", self._about(**given, referral_id=new_id() if value == "of_another" else each))
            for each in referrals
        ]

    def _from_me(self, consents: list[Row]) -> list[Row]:
        value = self.facts.get("passed_on", "no")
        if value == "no":
            return []
        given: Any = {
            "yes": {},
            "laid_down": {"opened_at": None},
            "other_category": {"category": "another"},
            "by_other": {"source_organisation_id": OTHER},
        }[value]
        values = {"organisation_id": ME, "source_organisation_id": ME, "recipient_id": THIRD}
        return [self._disclosure(consents, **{**values, **given})]

    def _links(self, row: Row) -> list[Row]:
        """The link that leads to the row, or nearly."""
        value = self.facts.get("link", "none")
        if value == "none" or self.table == "questionnaire_link":
            return []
        somewhere = value == "to_other"
        response = next((row[name] for name in ("response_id", "record_id", "id") if name in row), new_id())
        given = {
            "secret_hash": SOMEBODYS_LINK if value == "of_somebody" else LINK,
            "organisation_id": FOURTH if value == "of_other_controller" else row.get("organisation_id", OTHER),
            "project_id": new_id() if somewhere else row.get("project_id", self.project),
            "citizen_id": new_id() if somewhere else row.get("citizen_id", self.citizen),
            "response_id": new_id() if somewhere else response,
            "instrument_id": new_id() if somewhere else row.get("id", new_id()),
            "expires_at": YESTERDAY if value == "run_out" else TOMORROW,
            "used_at": YESTERDAY if value == "used" else None,
            "ended_at": YESTERDAY if value == "ended" else None,
        }
        return [full("questionnaire_link", self._about(**given))]

    def _meeting(self, **given: Any) -> Row:
        """A meeting as `invitation` and `concerned` have it."""
        invitation, concerned = self.facts.get("invitation", "required"), self.facts.get("concerned", "mine")
        return {
            "meeting_type": "kick_off" if concerned == "mine_of_other_kind" else "dialogue_meeting",
            "municipality_id": {"other": OTHER, "nobody": None}.get(concerned, ME),
            "required_ids": [THIRD, ME] if invitation in {"required", "not_yet"} else [THIRD],
            "optional_ids": [FOURTH, ME] if invitation == "optional" else [FOURTH],
            "invited_at": None if invitation == "not_yet" else YESTERDAY,
            "status": "planned",
            "ends_at": TOMORROW,  # a check of the table
            **given,
        }

    def _meeting_of_decision(self) -> Row:
        self.meeting = new_id()
        elsewhere = self.facts.get("of_meeting") == "another"
        row = self._meeting(id=new_id() if elsewhere else self.meeting, project_id=self.project, organisation_id=OTHER)
        return full("meeting", row)

    # --- the row in question ----------------------------------------------------------------------

    def _row(self, around: dict[str, list[Row]]) -> Row | None:
        facts = self.facts
        consent = around["consent"][0]["id"] if around["consent"] else new_id()
        side = {"me": ME, "third": THIRD, "other": OTHER, "mine": ME, "nobody": None}
        given: Row = {
            "id": self.citizen if self.table == "citizen" else new_id(),
            "project_id": self.project,
            "organisation_id": self.owner,
            "citizen_id": self.citizen,
            "track": self.track,
            "updated_at": YESTERDAY,
            "referral_id": self.referral,
            "consent_id": consent,
            "recipient_id": side[facts.get("recipient", "third")],
            "sender_id": side[facts.get("sender", "third")],
            "holder_id": side[facts.get("holder", "other")],
            "controller_id": side[facts.get("controller", "other")],
            "source_organisation_id": side[facts.get("source", "mine")],
            "staff_id": MYSELF if facts.get("staff") == "me" else COLLEAGUE,
            "kind": facts.get("kind", "initial"),
            "protection": facts.get("protection", "none"),
            "superseded_at": {"no": None, "before": NOW, "since": TOMORROW}[facts.get("superseded", "no")],
            "grant_id": self.grant,
            "account_id": self.account,
        }
        given |= self._of_own_table(facts, given, side)
        if given["recipient_id"] is None and not self._is("recipient_id", nullable=True):
            return None
        if self.table == "support_need" and given["recipient_id"] is None:
            given["referral_id"] = None  # a check of the table
        return full(self.table, given)

    def _of_own_table(self, facts: Facts, given: Row, side: dict[str, Any]) -> Row:
        if self.table == "consent":
            statuses = ("active", "withdrawn", "refused", "expired", "superseded")
            return {
                "status": _choice(facts.get("status", "good"), statuses),
                "recipients": [side[facts.get("recipients", "me")]],
                "scopes": NARROW_SCOPES if facts.get("ticks") == "no" else ALL_SCOPES,
                "valid_until": YESTERDAY if facts.get("ticks") == "run_out" else None,
                "signed_at": YESTERDAY,
                "method": "paper",
            }
        if self.table == "referral":
            status = _choice(
                facts.get("status", "good"), ("sent", "recalled", "accepted", "recalled_unsent", "rejected")
            )
            never = status in {"draft", "recalled_unsent"}
            return {"status": status.removesuffix("_unsent"), "sent_at": None if never else YESTERDAY}
        if self.table == "citizen_address":
            return {"source": facts.get("given", "citizen")}
        if self.table == "disclosure":
            return {
                "scope": ALL_SCOPES[0] if facts.get("scope", "ticked") == "ticked" else "none",
                "category": "contact",
                "opened_at": None if facts.get("opened", "no") == "no" else YESTERDAY,
                "ended_at": YESTERDAY if facts.get("opened", "no") == "ended" else None,
            }
        if self.table in {"match_request", "match_question"}:
            opened = facts.get("opened", "no")
            return {
                "closes_at": YESTERDAY if facts.get("closes", "open") == "closed" else TOMORROW,
                "ended_at": YESTERDAY if opened == "ended" else None,
                "valid_until": {"run_out": YESTERDAY, "lasting": TOMORROW}.get(opened),
                "blind_index": str(self.citizen).encode(),
            }
        if self.table == "pair_link":
            return {"victim_id": self.victim, "perpetrator_id": self.perpetrator}
        if self.table == "agreement":
            sides = {"organisation": (ME, OTHER), "counterparty": (OTHER, ME), "neither": (OTHER, THIRD)}
            organisation, counterparty = sides[facts.get("party", "neither")]
            return {"organisation_id": organisation, "counterparty_id": counterparty, "valid_until": None}
        if self.table == "project":
            return {"id": self.own_project}
        if self.table == "project_partner":
            return {"ended_at": YESTERDAY}  # one part at a time
        if self.table == "assignment":
            return {"ended_at": YESTERDAY}  # nobody has the same charge twice
        if self.table == "change":
            return {"kind": "updated"}
        if self.table == "client":
            return {"functions": ["caseworker"]}
        return (
            self._of_measuring(facts)
            or self._of_interviews(facts)
            or self._of_releases(facts)
            or self._of_accounts(facts, given)
            or self._of_programme(facts, side)
        )

    def _of_interviews(self, facts: Facts) -> Row:
        if self.table == "interview_contact":
            opened = facts.get("opened", "no")
            return {
                "opened_at": None if opened == "no" else YESTERDAY,
                "ended_at": YESTERDAY if opened == "ended" else None,
                "valid_until": {"run_out": YESTERDAY, "lasting": TOMORROW}.get(opened),
            }
        if self.table == "evaluation_contribution":
            return {"kind": "interview"}
        if self.table == "recipient_declaration":
            return _validity(facts.get("validity", "good"))
        if self.table == "pseudonymised_extract":
            return {"status": "waiting"}
        if self.table == "pseudonymised_record":
            opened = facts.get("opened", "no")
            until = {"run_out": YESTERDAY, "lasting": TOMORROW}.get(opened)
            term = {"past": YESTERDAY, "lasting": TOMORROW}.get(facts.get("term", "none"))
            return {"ended_at": YESTERDAY if opened == "ended" else None, "valid_until": until, "declared_until": term}
        return {}

    def _of_releases(self, facts: Facts) -> Row:
        if self.table == "release":
            projects = [new_id(), *([self.project] if facts.get("own_project", "yes") == "yes" else [])]
            return {"project_ids": projects, **_released(facts.get("released", "built"))}
        if self.table == "release_file":
            return {"sha256": "a" * 64}
        return {}

    def _of_measuring(self, facts: Facts) -> Row:
        if self.table == "questionnaire_answers":
            shown = facts.get("shown", "everyone")
            everyone = ["caseworker", "coordinator", "integration"]
            return {"shown_to": {"everyone": everyone, "nobody": []}.get(shown, [shown])}
        if self.table == "questionnaire_response":
            return self._response(facts.get("status", "draft"))
        if self.table == "questionnaire_link":
            return {"secret_hash": LINK if facts.get("link", "none") == "held" else SOMEBODYS_LINK, "used_at": None}
        if self.table in {"audit_event", "audit_subject"}:
            return {"record_id": new_id()}
        if self.table == "agreement_coverage":  # of its own: a link's project is looked for
            return {"project_id": new_id()} if "link" in facts else {}
        if self.table == "instrument":
            return {"scale_max": 5}
        return {}

    def _of_programme(self, facts: Facts, side: dict[str, Any]) -> Row:
        if self.table == "meeting":
            return self._meeting()
        if self.table == "meeting_decision":
            return {"meeting_id": self.meeting, "owner_id": side[facts.get("owner", "third")]}
        if self.table != "training_day":
            return {}
        taking = {"me": [ME], "third": [THIRD], "nobody": [], "both": [THIRD, ME]}
        return {
            "organiser_id": side[facts.get("organiser", "third")],
            "participant_ids": taking[facts.get("taking", "third")],
        }

    def _response(self, value: str) -> Row:
        statuses = {"good": "answered", "second": "answered", "third": "assigned", "fourth": "declined"}
        status = statuses.get(value, "handed_out")
        through = {"good": "link", "second": "worker"}.get(value)
        return {
            "status": status,
            "answered_on": YESTERDAY.date() if status == "answered" else None,
            "answered_through": through,
        }

    def _of_accounts(self, facts: Facts, given: Row) -> Row:
        if self.table == "cost":
            return {
                "status": _choice(facts.get("status", "good"), ("booked", "audited", "booked", "cancelled", "draft"))
            }
        if self.table in {"grant_application", "grant_account", "grant_budget"}:
            return _submitted(self.table, handed_in=facts.get("handed_in", "yes") == "yes")
        if self.table == "grant_decision":
            made = facts.get("decided", "yes") == "yes"
            return {"outcome": "refused" if made else None, "decided_at": YESTERDAY if made else None}
        if self.table == "grant_notice":
            return {"kind": "start"}
        if self.table == "grant_attachment":
            return {"id": self.file, **self._of_file()}
        if self.table == "grant_attachment_content":
            return {"attachment_id": self.file}
        if self.table == "time_entry":  # a check of the table
            return {"course_id": new_id()} if given["track"] is not None else {"citizen_id": None}
        return {}


def _validity(value: str) -> Row:
    """When a recipient declaration is in force."""
    return {
        "valid_from": TOMORROW if value == "future" else YESTERDAY,
        "valid_until": {"ended": ENDED, "lasting": TOMORROW}.get(value),
    }


def _submitted(table: str, *, handed_in: bool) -> Row:
    """What the checks of a table ask for of a draft, and of what was submitted."""
    given: Row = {"status": "submitted", "submitted_at": YESTERDAY} if handed_in else {"status": "draft"}
    if table == "grant_application":
        return {**given, "receipt_number": str(new_id()) if handed_in else None}
    if table == "grant_account":
        return {**given, "kind": "final"}
    return {**given, "kind": "application", "status": "proposed" if handed_in else "draft"}


def _returned(value: str) -> Row:
    """Accounts that the agency sent back."""
    return {"status": "returned"} if value.endswith("returned") else {}


def _released(status: str) -> Row:
    """What the checks of the table ask for of a release in this state; of no period that others could have."""
    out = status in {"published", "recalled"}
    return {
        "kind": "sandbox",
        "status": status,
        "findings": 0,
        "build_id": new_id(),
        "built_by": MYSELF,
        "checked_by": COLLEAGUE,
        "published_at": YESTERDAY if out else None,
        "recalled_at": YESTERDAY if status == "recalled" else None,
    }


def _choice(value: str, codes: Iterable[str]) -> str:
    names = ("draft", "good", "second", "third", "fourth", "fifth")
    return dict(zip(names, ("draft", *codes), strict=True))[value]
