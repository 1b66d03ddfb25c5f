"""Every collection that a case system owns: what it sends, what it gets, and by which verbs it is written."""

from app.citizens import service as citizens
from app.citizens.views import CitizenIn, CitizenOut
from app.integration.references import citizens as citizen_upsert
from app.integration.references.bodies import body_of
from app.integration.references.collection import Collection
from app.integration.references.couriers import CONSENTS, INCIDENTS, REFERRALS
from app.integration.references.journals import COURSES, FOLLOW_UPS, QUESTIONNAIRE_RESPONSES, SESSIONS, SUPPORT_NEEDS
from app.integration.references.means import COSTS, TIME_ENTRIES

__all__ = ["COLLECTIONS", "Collection"]

CITIZENS = Collection(
    name="citizens",
    category="citizen",
    noun="Citizen",
    tag="Citizens",
    body=body_of(
        "CitizenByReference",
        CitizenIn,
        None,
        (),
        {
            "project_id": "8c7c2f0e-5d0b-4c39-9a51-0e6a4f6b7d21",
            "track": "victim",
            "background": {"birth_year": 1871, "sex": "female"},
        },
    ),
    answer=CitizenOut,
    upsert=citizen_upsert.upsert,
    get=citizens.get,
)
COLLECTIONS: dict[str, Collection] = {
    each.name: each
    for each in (
        CITIZENS,
        CONSENTS,
        COURSES,
        SESSIONS,
        FOLLOW_UPS,
        TIME_ENTRIES,
        REFERRALS,
        INCIDENTS,
        SUPPORT_NEEDS,
        COSTS,
        QUESTIONNAIRE_RESPONSES,
    )
}
"""By name."""
