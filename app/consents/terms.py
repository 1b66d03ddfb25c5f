"""Whether a consent stays within its form's notice (GDPR 7(2), 13) and the project's present partners."""

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, any_, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from app.common.problem import FieldError
from app.common.workdays import COPENHAGEN
from app.consents.states import ConsentStatus
from app.database.columns import table_of
from app.gate.desk import Desk, unknown_reference
from app.organisations.states import OrganisationStatus

FORM_RETIRED = ("form_retired", "This version of the form is retired.", "Denne version af formularen er udgået.")
NOT_OFFERED = ("not_offered", "The form is not offered in this language.", "Formularen findes ikke på dette sprog.")
NOT_IN_FORM = ("not_in_form", "The form's notice does not cover this.", "Formularens tekst dækker ikke dette.")
NOT_A_PARTNER = ("not_a_partner", "Not an active partner of the project.", "Ikke en aktiv partner i projektet.")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found about a consent's terms."""

    faults: list[FieldError]
    valid_months: int
    """How long the form lets a consent last."""


async def check(desk: Desk, project_id: UUID, terms: Mapping[str, Any], at: datetime) -> Checked:
    """Hold the terms against the form version and the partners; pointers are into the consent.

    Args:
        at: when the citizen signs: the form must not have been retired then.
    """
    form = table_of("consent_form")
    partners = partners_among(desk, project_id, terms["recipients"]).subquery("present")
    listed = select(func.array_agg(partners.c.organisation_id)).scalar_subquery().label("partners")
    row = await desk.row(
        select(form, listed).where(
            form.c.id == terms["form_version_id"], form.c.project_id == project_id, desk.readable("consent_form")
        )
    )
    if row is None:
        return Checked(unknown_reference("/form_version_id").errors, 0)
    return Checked(list(_faults(row, terms, at)), row["valid_months"])


def partners_among(desk: Desk, project_id: UUID, organisations: Sequence[UUID]) -> Select[Any]:
    """Which of these are active and take part in the project now: `organisation_id`."""
    partner, organisation = table_of("project_partner"), table_of("organisation")
    return (
        select(partner.c.organisation_id)
        .select_from(partner.join(organisation, organisation.c.id == partner.c.organisation_id))
        .where(
            partner.c.project_id == project_id,
            partner.c.ended_at.is_(None),
            partner.c.organisation_id == any_(literal(organisations, ARRAY(Uuid))),
            organisation.c.status == OrganisationStatus.ACTIVE,
            desk.readable("project_partner"),
            desk.readable("organisation"),
        )
    )


def not_partners(recipients: Sequence[UUID], partners: Collection[UUID]) -> Iterator[FieldError]:
    """A fault for each recipient that takes no part in the project."""
    return _outside("/recipients", recipients, partners, NOT_A_PARTNER)


def _faults(form: Mapping[Any, Any], terms: Mapping[str, Any], at: datetime) -> Iterator[FieldError]:
    if form["retired_at"] is not None and form["retired_at"] <= at:
        yield FieldError("/form_version_id", *FORM_RETIRED)
    if terms["language"] not in form["languages"]:
        yield FieldError("/language", *NOT_OFFERED)
    yield from _outside("/scopes", terms["scopes"], form["scopes"], NOT_IN_FORM)
    yield from _outside("/recipients", terms["recipients"], form["recipients"], NOT_IN_FORM)
    yield from not_partners(terms["recipients"], form["partners"] or ())


def _outside(
    pointer: str, given: Sequence[Any], within: Collection[Any], what: tuple[str, str, str]
) -> Iterator[FieldError]:
    return (FieldError(f"{pointer}/{place}", *what) for place, each in enumerate(given) if each not in within)


def months_after(moment: datetime, months: int) -> datetime:
    """The same day and hour by the clock in Denmark so many months on; the last day of a shorter month. In UTC."""
    moment = moment.astimezone(COPENHAGEN)
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    _, last = monthrange(year, month + 1)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last)).astimezone(UTC)


def status_now(row: Mapping[Any, Any]) -> ConsentStatus:
    """The state, with expiry computed: nobody has to come by and write it."""
    status = ConsentStatus(row["status"])
    until = row["valid_until"]
    if status is ConsentStatus.ACTIVE and until is not None and until <= datetime.now(UTC):
        return ConsentStatus.EXPIRED
    return status
