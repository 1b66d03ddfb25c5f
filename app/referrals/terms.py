"""What a referral may say: whom it names, on which consent it rests, what it passes on.

Who may see or write it is the policy's; these are rules of its content, judged at drafting and again at sending.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from app.boundary.policy import Operation
from app.citizens.stem import require_open
from app.common.errors import InvalidContent
from app.common.problem import FieldError
from app.consents.errors import ConsentNotActive
from app.consents.states import ConsentStatus, Scope
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.organisations.states import OrganisationStatus, OrganisationType
from app.referrals.states import ReferralKind

_OWN_ORGANISATION = FieldError(
    "/recipient_id", "own_organisation", "Nobody refers to themselves.", "Man henviser ikke til sig selv."
)
_NOT_A_PARTNER = FieldError(
    "/recipient_id",
    "not_a_partner",
    "Not an active partner of the citizen's project.",
    "Ikke en aktiv partner i borgerens projekt.",
)
_CANNOT_RECEIVE = FieldError(
    "/recipient_id",
    "cannot_receive",
    "An organisation of this type receives no referrals.",
    "En organisation af denne type modtager ikke henvisninger.",
)
_TRACK_NOT_SERVED = FieldError(
    "/recipient_id",
    "track_not_served",
    "The recipient does not serve the citizen's track.",
    "Modtageren har ikke borgerens spor.",
)
_NOT_NAMED = FieldError(
    "/recipient_id", "not_named", "The consent does not name the recipient.", "Samtykket nævner ikke modtageren."
)
_CONTACT_REQUIRED = FieldError(
    "/scopes",
    "contact_required",
    "A referral passes on at least `contact`.",
    "En videregivelse omfatter mindst `contact`.",
)
_BRIDGING_REQUIRED = FieldError(
    "/scopes", "bridging_required", "Bridging needs the scope `bridging`.", "Brobygning kræver `bridging`."
)
_ONLY_BRIDGING = FieldError(
    "/kind",
    "only_bridging",
    "A voluntary organisation passes on only to bridge.",
    "En frivillig organisation videregiver kun som led i brobygning.",
)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one referral."""

    recipient_id: UUID
    kind: ReferralKind
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Footing:
    """What a referral with valid terms stands on."""

    consent: Mapping[Any, Any]
    recipient_type: OrganisationType


async def citizen_of(desk: Desk, citizen_id: UUID) -> Mapping[Any, Any]:
    """The stem of the citizen about whom something is passed on.

    Raises:
        InvalidContent: no such citizen for the asker.
        CitizenClosed: the asker has closed its own record of them.
    """
    citizens = table_of("citizen")
    row = await desk.row(select(citizens).where(citizens.c.id == citizen_id, desk.readable("citizen")))
    if row is None:
        raise unknown_reference("/citizen_id")
    require_open(desk, row)
    return row


async def check(desk: Desk, citizen: Mapping[Any, Any], consent_id: UUID, terms: Terms) -> Footing:
    """Judge the terms of a referral of this citizen (a stem, or any row about them).

    Raises:
        InvalidContent: `errors` names every member that does not fit.
        ConsentNotActive: the consent has ended, or was refused; an authority may draft on one not yet signed.
    """
    citizen_id = citizen.get("citizen_id", citizen["id"])
    consent = await _consent(desk, citizen_id, consent_id)
    recipient = await _recipient(desk, citizen["project_id"], terms.recipient_id)
    errors = [
        *_errors_of_recipient(desk, recipient, consent, citizen["track"], terms),
        *_errors_of_terms(desk, consent, terms),
    ]
    if errors or recipient is None:
        raise InvalidContent(errors=errors)
    if not _usable(desk, consent):
        raise ConsentNotActive
    return Footing(consent, OrganisationType(recipient["type"]))


async def _consent(desk: Desk, citizen_id: UUID, consent_id: UUID) -> Mapping[Any, Any]:
    """The citizen's consent; another citizen's might as well not exist."""
    consents = table_of("consent")
    row = await desk.row(
        select(consents).where(
            consents.c.id == consent_id, consents.c.citizen_id == citizen_id, desk.readable("consent")
        )
    )
    if row is None:
        raise unknown_reference("/consent_id")
    return row


def _usable(desk: Desk, consent: Mapping[Any, Any]) -> bool:
    if consent["status"] == ConsentStatus.DRAFT:
        return not _only_onward(desk)
    lasting = consent["valid_until"] is None or consent["valid_until"] > utc_now()
    return consent["status"] == ConsentStatus.ACTIVE and lasting


def _only_onward(desk: Desk) -> bool:
    """Whether the boundary lets the asker's role write a referral only to bridge, on a consent that is signed."""
    cells = desk.policy["referral"].cells_for(desk.role, Operation.CREATE)
    return all("bridging_consented" in cell.when for cell in cells)


async def _recipient(desk: Desk, project_id: UUID, recipient_id: UUID) -> Mapping[Any, Any] | None:
    organisations, partners = table_of("organisation"), table_of("project_partner")
    current = and_(
        partners.c.organisation_id == organisations.c.id,
        partners.c.project_id == project_id,
        partners.c.ended_at.is_(None),
    )
    return await desk.row(
        select(organisations.c.type, organisations.c.tracks)
        .select_from(organisations.join(partners, current))
        .where(
            organisations.c.id == recipient_id,
            organisations.c.status == OrganisationStatus.ACTIVE,
            desk.readable("organisation"),
            desk.readable("project_partner"),
        )
    )


def _errors_of_recipient(
    desk: Desk, recipient: Mapping[Any, Any] | None, consent: Mapping[Any, Any], track: str, terms: Terms
) -> Iterator[FieldError]:
    if terms.recipient_id == desk.organisation_id:
        yield _OWN_ORGANISATION
    elif recipient is None:
        yield _NOT_A_PARTNER
    elif not desk.policy.disclosable(recipient["type"], frozenset({Scope.CONTACT})):
        yield _CANNOT_RECEIVE
    elif track not in recipient["tracks"]:
        yield _TRACK_NOT_SERVED
    elif terms.recipient_id not in consent["recipients"]:
        yield _NOT_NAMED


def _errors_of_terms(desk: Desk, consent: Mapping[Any, Any], terms: Terms) -> Iterator[FieldError]:
    for position, scope in enumerate(terms.scopes):
        if scope not in consent["scopes"]:
            yield FieldError(
                f"/scopes/{position}",
                "not_consented",
                "The citizen did not tick this scope.",
                "Borgeren har ikke krydset dette af.",
            )
    if Scope.CONTACT not in terms.scopes:
        yield _CONTACT_REQUIRED
    if terms.kind is ReferralKind.BRIDGING and Scope.BRIDGING not in terms.scopes:
        yield _BRIDGING_REQUIRED
    if terms.kind is ReferralKind.INITIAL and _only_onward(desk):
        yield _ONLY_BRIDGING
