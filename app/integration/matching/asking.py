"""Asking: nothing is looked up, whoever is asked and whatever they know.

What is written is the same for a number that the other knows and for one that it doesn't: two rows, by the same
statements. Whether the second ever shows is for the boundary to judge, each time the one asked looks.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from app.boundary.policy import Operation
from app.citizens.stem import about, hold_protection
from app.citizens.vault import cpr_index
from app.common.errors import InvalidContent
from app.common.problem import FieldError
from app.common.workdays import COPENHAGEN, danish_date, workdays_after
from app.consents import service as consents
from app.consents.states import Scope
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk
from app.gate.references import referred
from app.integration.matching.tables import Answer
from app.integration.matching.views import MatchRequestIn
from app.organisations.project_service import hold_partners
from app.organisations.states import OrganisationStatus, OrganisationType

WORKDAYS = 5
"""So long the one asked may answer; then nothing is told any more."""
_SCOPES = (Scope.IDENTITY, Scope.CPR)
_CONSENT, _ASKED, _NUMBER = "/consent_id", "/organisation_id", "/cpr"
_NOT_OBTAINED = FieldError(
    _CONSENT, "not_obtained_here", "Only on a consent that you obtained.", "Kun på et samtykke, I selv har indhentet."
)
_OTHER_PROJECT = FieldError(
    "/project_id", "other_project", "The consent is of another project.", "Samtykket hører til et andet projekt."
)
_OWN_ORGANISATION = FieldError(_ASKED, "own_organisation", "Nobody asks themselves.", "Man spørger ikke sig selv.")
_NOT_NAMED = FieldError(
    _ASKED, "not_named", "The consent does not name the one asked.", "Samtykket nævner ikke den adspurgte."
)
_NOT_A_PARTNER = FieldError(
    _ASKED, "not_a_partner", "Not an active partner of the project.", "Ikke en aktiv partner i projektet."
)
_CANNOT_BE_ASKED = FieldError(
    _ASKED,
    "cannot_be_asked",
    "An organisation of this type keeps no citizens.",
    "En organisation af denne type har ingen borgere.",
)
_NOT_CONSENTED = FieldError(
    _CONSENT,
    "not_consented",
    "The citizen did not tick `identity` and `cpr`.",
    "Borgeren har ikke krydset `identity` og `cpr` af.",
)
_NOT_OF_CITIZEN = FieldError(
    _NUMBER,
    "not_of_citizen",
    "Not the number that you have registered for the citizen of the consent.",
    "Ikke det nummer, I har registreret for samtykkets borger.",
)


def closing(asked_at: datetime) -> datetime:
    """The end of the last day for an answer."""
    last = workdays_after(danish_date(asked_at), WORKDAYS)
    return datetime.combine(last + timedelta(days=1), time(), COPENHAGEN)


async def ask(desk: Desk, new: MatchRequestIn) -> Mapping[Any, Any]:
    """Write a request and its question.

    Returns:
        The request's row.

    Raises:
        ConsentNotActive: the consent has ended, or was never signed.
        InvalidContent: who is asked, or about whom, does not fit the consent.
    """
    consent = await referred(desk, "consent", new.consent_id, _CONSENT)
    await hold_partners(desk, new.project_id)
    if errors := [*_errors_of_consent(desk, consent, new), *await _errors_of_asked(desk, new)]:
        raise InvalidContent(errors=errors)
    await consents.lock_active(desk, new.consent_id)
    await _require_own_number(desk, consent["citizen_id"], new.cpr)
    await hold_protection(desk, consent["citizen_id"])
    request = {
        **about(desk, consent),
        "consent_id": new.consent_id,
        "recipient_id": new.organisation_id,
        "closes_at": closing(utc_now()),
        "valid_until": consent["valid_until"],
        **dict.fromkeys(("ended_at", "known_at")),
    }
    await desk.insert("match_request", request, refers=_ASKED)
    shared = ("project_id", "organisation_id", "track", "recipient_id", "closes_at", "valid_until")
    question = {
        **fresh(),
        **{name: request[name] for name in shared},
        "request_id": request["id"],
        "blind_index": cpr_index(desk, new.organisation_id, new.cpr),
        "asker_withheld": await _withheld(desk, consent["citizen_id"]),
        "status": Answer.TO_ANSWER,
        **dict.fromkeys(("decided_at", "ended_at")),
    }
    await desk.insert("match_question", question, refers=_ASKED, shown=False)
    return request


def _errors_of_consent(desk: Desk, consent: Mapping[Any, Any], new: MatchRequestIn) -> list[FieldError]:
    return [
        error
        for error, fits in (
            (_OTHER_PROJECT, consent["project_id"] == new.project_id),
            (_NOT_OBTAINED, consent["organisation_id"] == desk.organisation_id),
            (_NOT_CONSENTED, {*_SCOPES} <= {*consent["scopes"]}),
            (_OWN_ORGANISATION, new.organisation_id != desk.organisation_id),
            (_NOT_NAMED, new.organisation_id in consent["recipients"]),
        )
        if not fits
    ]


async def _errors_of_asked(desk: Desk, new: MatchRequestIn) -> list[FieldError]:
    organisations, partners = table_of("organisation"), table_of("project_partner")
    taking_part = and_(
        partners.c.organisation_id == organisations.c.id,
        partners.c.project_id == new.project_id,
        partners.c.ended_at.is_(None),
    )
    asked = await desk.row(
        select(organisations.c.type)
        .select_from(organisations.join(partners, taking_part))
        .where(
            organisations.c.id == new.organisation_id,
            organisations.c.status == OrganisationStatus.ACTIVE,
            desk.readable("organisation"),
            desk.readable("project_partner"),
        )
    )
    if asked is None:
        return [_NOT_A_PARTNER]
    return [] if desk.policy["match_question"].allows(asked["type"], Operation.UPDATE) else [_CANNOT_BE_ASKED]


async def _require_own_number(desk: Desk, citizen_id: UUID, cpr: str) -> None:
    """A consent is of one citizen: nobody asks on it about another's number."""
    numbers = table_of("citizen_cpr")
    own = await desk.row(
        select(numbers.c.id).where(
            numbers.c.citizen_id == citizen_id,
            numbers.c.organisation_id == desk.organisation_id,
            numbers.c.blind_index == cpr_index(desk, desk.organisation_id, cpr),
            desk.readable("cpr"),
        )
    )
    if own is None:
        raise InvalidContent(errors=[_NOT_OF_CITIZEN])


async def _withheld(desk: Desk, citizen_id: UUID) -> bool:
    """Whether protection hides who asks; of the police it says nothing (decision 0012)."""
    stem = table_of("citizen")
    row = await desk.row(select(stem.c.specially_protected).where(stem.c.id == citizen_id, desk.readable("citizen")))
    hidden = row is None or bool(row["specially_protected"])
    return hidden and desk.role != OrganisationType.POLICE_DISTRICT
