"""What waits for the asker, in one statement."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select, union_all

from app.gate.desk import Desk
from app.gate.paging import Page
from app.journey.kinds import TASK_LABELS, TaskKind
from app.journey.ordering import Ordering, ordering
from app.journey.programme_tasks import PARTS as OF_PROGRAMME
from app.journey.tasks import PARTS as OF_PATHWAY
from app.journey.tasks import Parts, values
from app.journey.views import RecordBrief, Task, WorklistQuery

PARTS: Parts = {**OF_PATHWAY, **OF_PROGRAMME}


def _statement(desk: Desk, place: Ordering, kinds: Sequence[TaskKind]) -> Select[Any]:
    part = place.part(union_all(*(PARTS[kind][2](desk) for kind in kinds)))
    return select(*part.c).order_by(*place.key(part))


def _possible(desk: Desk, kind: TaskKind) -> bool:
    category, operation, _ = PARTS[kind]
    return desk.policy[category].allows(desk.role, operation)


async def worklist(desk: Desk, query: WorklistQuery) -> Page[Task]:
    """What is due first, first; what has no date, last."""
    kinds = [kind for kind in ([query.kind] if query.kind else TaskKind) if _possible(desk, kind)]
    place = ordering(desk, query, "worklist")
    if not kinds:
        return place.page([], [])
    rows = await desk.fetch(
        ("worklist", *kinds, *place.form),
        lambda template: _statement(template, place, kinds),
        **values(),
        **place.values(),
    )
    for row in rows[: query.limit]:
        seen = {"id": row["record_id"], "organisation_id": row["organisation_id"], "citizen_id": row["about"]}
        desk.saw(row["category"], {**seen, "track": row["track"]})
    return place.page(rows, [_out(row) for row in rows[: query.limit]])


def _out(row: Mapping[Any, Any]) -> Task:
    kind = TaskKind(row["kind"])
    return Task(
        kind=kind,
        label_da=TASK_LABELS[kind].da,
        label_en=TASK_LABELS[kind].en,
        due_on=row["due_on"],
        overdue=row["overdue"],
        citizen_id=row["citizen_id"],
        record=RecordBrief(category=row["category"], id=row["record_id"]),
        project_id=row["project_id"],
        track=row["track"],
    )
