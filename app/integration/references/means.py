"""What the work takes: time and money."""

from app.integration.references.bodies import Named
from app.integration.references.collection import Collection
from app.integration.references.upserting import Verbs
from app.resources import cost_service, time_service
from app.resources.cost_views import CostIn, CostOut, CostPatch
from app.resources.time_views import TimeEntryIn, TimeEntryOut, TimeEntryPatch

_COURSE = Named("course", "course", required=False)
_PROJECT = "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10"

TIME_ENTRIES = Collection.of(
    "TimeEntry",
    "Time and cost",
    TimeEntryOut,
    Verbs(
        category="time_entry",
        new=TimeEntryIn,
        create=time_service.create,
        get=time_service.get,
        patch=TimeEntryPatch,
        amend=time_service.patch,
        named=(_COURSE,),
    ),
    {
        "project_id": _PROJECT,
        "staff_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
        "course_reference": "FORL-118",
        "task": "sessions",
        "day": "2026-02-10",
        "minutes": 90,
    },
)
COSTS = Collection.of(
    "Cost",
    "Time and cost",
    CostOut,
    Verbs(
        category="cost",
        new=CostIn,
        create=cost_service.create,
        get=cost_service.get,
        patch=CostPatch,
        amend=cost_service.patch,
        named=(_COURSE,),
        parts={"course_id": "cost_course"},
    ),
    {"project_id": _PROJECT, "category": "transport", "amount_oere": 24050, "day": "2026-02-10"},
)
