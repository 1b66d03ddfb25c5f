"""Every collection that a case system owns: what it sends, what it gets, and by which verbs it is written."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.citizens import service as citizens
from app.citizens.views import CitizenIn, CitizenOut
from app.consents import reading as consent_reading
from app.consents import service as consents
from app.consents.views import ConsentIn, ConsentOut, ConsentPatch
from app.courses import service as courses
from app.courses.views import CourseIn, CourseOut, CoursePatch
from app.gate.desk import Desk
from app.gate.referable import REFERABLE
from app.gate.resources import Tagged
from app.integration.references import citizens as citizen_upsert
from app.integration.references.bodies import Named, body_of
from app.integration.references.upserting import Upserted, Verbs


@dataclass(frozen=True)
class Collection:
    """One of them."""

    name: str
    """As in the path."""
    category: str
    noun: str
    """One of its records, in names of operations and schemas."""
    tag: str
    """Under which the contract lists it."""
    body: type[BaseModel]
    answer: type[BaseModel]
    upsert: Callable[[Desk, str, Any], Awaitable[Upserted]]
    """Takes a reference as `CaseReference` leaves it, and a body. Of two at once with the same reference the second
    gets 409, unless each has held it before (`hold_reference`)."""
    get: Callable[[Desk, UUID], Awaitable[Tagged[Any]]]


_CITIZEN = Named("citizen", "citizen")
_PROJECT = "8c7c2f0e-5d0b-4c39-9a51-0e6a4f6b7d21"


def _of(noun: str, tag: str, answer: type[BaseModel], example: dict[str, Any], verbs: Verbs) -> Collection:
    body = body_of(f"{noun}ByReference", verbs.new, verbs.patch, verbs.named, example)
    name = REFERABLE[verbs.category].collection
    return Collection(name, verbs.category, noun, tag, body, answer, verbs.upsert, verbs.get)


_ALL = (
    Collection(
        name="citizens",
        category="citizen",
        noun="Citizen",
        tag="Citizens",
        body=body_of(
            "CitizenByReference",
            CitizenIn,
            None,
            (),
            {"project_id": _PROJECT, "track": "victim", "background": {"birth_year": 1871, "sex": "female"}},
        ),
        answer=CitizenOut,
        upsert=citizen_upsert.upsert,
        get=citizens.get,
    ),
    _of(
        "Consent",
        "Consents",
        ConsentOut,
        {
            "citizen_reference": "SAG-2026-4711",
            "form_version_id": "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
            "language": "da",
            "method": "paper",
            "scopes": ["contact", "identity"],
            "recipients": ["3f0b5f4e-1c55-4c0e-8f5e-7d6a0c1b2e93"],
            "informed_by": "PBA",
        },
        Verbs(
            category="consent",
            new=ConsentIn,
            create=consents.draft,
            get=consent_reading.get,
            patch=ConsentPatch,
            amend=consents.amend,
            named=(_CITIZEN, Named("supersedes", "consent", required=False)),
        ),
    ),
    _of(
        "Course",
        "Courses",
        CourseOut,
        {"citizen_reference": "SAG-2026-4711", "form": "individual", "journey_started_on": "2026-01-12"},
        Verbs(
            category="course",
            new=CourseIn,
            create=courses.create,
            get=courses.get,
            patch=CoursePatch,
            amend=courses.patch,
            named=(_CITIZEN,),
        ),
    ),
)
COLLECTIONS: dict[str, Collection] = {each.name: each for each in _ALL}
"""By name."""
