"""What is passed on, and on which ground: consents, referrals, and the police's incidents."""

from collections.abc import Mapping
from typing import Any

from app.citizens import incident_reading, incident_service
from app.citizens.incident_views import IncidentIn, IncidentOut
from app.consents import reading as consent_reading
from app.consents import service as consents
from app.consents.views import ConsentIn, ConsentOut, ConsentPatch
from app.integration.references.bodies import Named
from app.integration.references.collection import Collection
from app.integration.references.upserting import Verbs
from app.referrals import service as referrals
from app.referrals.views import ReferralIn, ReferralOut, ReferralPatch

_CITIZEN = Named("citizen", "citizen")
_RECIPIENT = "3f0b5f4e-1c55-4c0e-8f5e-7d6a0c1b2e93"


def _incident(shown: IncidentOut) -> Mapping[str, Any]:
    blocks = (shown, shown.registration, shown.summary)
    return {name: value for block in blocks if block is not None for name, value in block}


CONSENTS = Collection.of(
    "Consent",
    "Consents",
    ConsentOut,
    Verbs(
        category="consent",
        new=ConsentIn,
        create=consents.draft,
        get=consent_reading.get,
        patch=ConsentPatch,
        amend=consents.amend,
        named=(_CITIZEN, Named("supersedes", "consent", required=False)),
    ),
    {
        "citizen_reference": "SAG-2026-4711",
        "form_version_id": "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
        "language": "da",
        "method": "paper",
        "scopes": ["contact", "identity"],
        "recipients": [_RECIPIENT],
        "informed_by": "PBA",
    },
)
REFERRALS = Collection.of(
    "Referral",
    "Referrals",
    ReferralOut,
    Verbs(
        category="referral",
        new=ReferralIn,
        create=referrals.create,
        get=referrals.get,
        patch=ReferralPatch,
        amend=referrals.amend,
        named=(_CITIZEN, Named("consent", "consent")),
        parts={"summary": "referral_summary"},
        # Whoever changes one takes the project's partners first, and the row last: the order of all who write it.
        locked=False,
    ),
    {
        "citizen_reference": "SAG-2026-4711",
        "consent_reference": "SAMT-12",
        "recipient_id": _RECIPIENT,
        "kind": "initial",
        "scopes": ["contact", "identity"],
    },
)
INCIDENTS = Collection.of(
    "Incident",
    "Incidents",
    IncidentOut,
    Verbs(
        category="incident",
        new=IncidentIn,
        create=incident_service.register,
        get=incident_reading.get,
        named=(_CITIZEN,),
        shown=_incident,
        parts={
            "relation": "incident_summary",
            "account": "incident_account",
            "offences": "incident_offence",
        },
    ),
    {
        "citizen_reference": "SAG-2026-4711",
        "number": "4200-77104-00017-26",
        "occurred_at": "2026-01-31T23:45:00+01:00",
        "relation": "current_partner",
        "violence_forms": ["physical", "psychological"],
    },
)
