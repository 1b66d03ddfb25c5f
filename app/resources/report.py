"""What courses cost: time x rate and costs, summed from what the caller may see; two statements, whatever the size.

Rounding: an entry costs minutes x rate / 60, rounded to the nearest øre and half an øre up. It is rounded once, entry
by entry, and only then summed, so that every way of adding up comes to the same øre.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import BigInteger as Big
from sqlalchemy import Select, Text, and_, cast, func, literal, null, or_, select, true
from sqlalchemy import Uuid as UuidType

from app.boundary.policy import Operation
from app.common.errors import NotFound
from app.database.columns import table_of
from app.gate.desk import Desk
from app.resources.pseudonyms import staff_pseudonym
from app.resources.report_views import (
    CategorySums,
    CourseCostReport,
    CourseSums,
    PictureQuery,
    StaffSums,
    Sums,
    TaskSums,
)
from app.resources.states import ACCOUNTED, REGISTERED_TIME
from app.resources.tables import Cost, CostCourse, HourlyRate, TimeEntry

ENTRIES, COSTS, LINKS, RATES = (table_of(each.__tablename__) for each in (TimeEntry, Cost, CostCourse, HourlyRate))
_PRICED = {
    "hourly_rate": ("minutes_without_rate", "time_oere", "total_oere"),
    "cost": ("cost_oere", "total_oere"),
}
"""What nobody can tell who does not read the category."""
_HOUR = 60
S = TypeVar("S", bound=Sums)


async def report(desk: Desk, query: PictureQuery) -> CourseCostReport:
    """The caller's organisation's report of one project.

    Raises:
        NotFound: there is no such project for the caller.
    """
    found = await desk.row(_project(desk, query))
    if found is None:
        raise NotFound
    desk.event.record_id = query.project_id
    withheld = [each for each in _PRICED if not found[each]]
    total = partial(_total, withheld)
    time = await desk.rows(_time(desk, query))
    costs = await desk.rows(_costs(desk, query))
    for row in (*time, *costs):
        if row["course_id"] is not None:
            about = {"id": row["course_id"], "organisation_id": desk.organisation_id}
            desk.saw("course", {**about, "citizen_id": row["citizen_id"], "track": row["track"]})
    return CourseCostReport(
        project_id=query.project_id,
        project_name=found["name"],
        organisation_id=desk.organisation_id,
        organisation_name=desk.principal.organisation_name,
        from_day=query.from_day,
        to_day=query.to_day,
        withheld=withheld,
        totals=total(Sums(), (*time, *costs)),
        by_course=[
            total(CourseSums(course_id=course_id), rows)
            for course_id, rows in _grouped((*time, *costs), "course_id").items()
        ],
        by_task=[total(TaskSums(task=task), rows) for task, rows in _grouped(time, "task").items()],
        by_category=[
            CategorySums(category=category, cost_oere=total(Sums(), rows).cost_oere)
            for category, rows in _grouped(costs, "category").items()
        ],
        by_staff=sorted(
            (
                total(StaffSums(staff=staff_pseudonym(desk.keys, query.project_id, staff_id)), rows)
                for staff_id, rows in _grouped(time, "staff_id").items()
            ),
            key=lambda each: each.staff,
        ),
    )


def _grouped(rows: Iterable[Mapping[Any, Any]], name: str) -> dict[Any, list[Mapping[Any, Any]]]:
    """By a column, in the order of its values; what has none comes last."""
    found: dict[Any, list[Mapping[Any, Any]]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return dict(sorted(found.items(), key=lambda each: (each[0] is None, str(each[0]))))


def _total(withheld: Collection[str], sums: S, rows: Iterable[Mapping[Any, Any]]) -> S:
    found = {
        name: sum(int(row.get(name) or 0) for row in rows)
        for name in ("minutes", "minutes_without_rate", "time_oere", "cost_oere")
    }
    found["total_oere"] = found["time_oere"] + found["cost_oere"]
    hidden = {name for each in withheld for name in _PRICED[each]}
    for name, value in found.items():
        setattr(sums, name, None if name in hidden else value)
    return sums


def _project(desk: Desk, query: PictureQuery) -> Select[Any]:
    """The project's name, and of each category whether the caller would read a row of the organisation's own there."""
    project = table_of("project")
    own = select(
        literal(desk.organisation_id, UuidType).label("organisation_id"),
        literal(query.project_id, UuidType).label("project_id"),
        cast(null(), Text).label("track"),
    ).subquery("own")
    return (
        select(project.c.name, *(desk.readable(each, own).label(each) for each in _PRICED))
        .select_from(project.join(own, true()))
        .where(project.c.id == query.project_id, desk.readable("project"))
    )


def _time(desk: Desk, query: PictureQuery) -> Select[Any]:
    entry, rate = ENTRIES, RATES.alias("rate")
    applies = and_(
        rate.c.organisation_id == entry.c.organisation_id,
        rate.c.function == entry.c.function,
        rate.c.valid_from <= entry.c.day,
        or_(rate.c.valid_until.is_(None), rate.c.valid_until >= entry.c.day),
        desk.readable("hourly_rate", rate),
    )
    price = (cast(entry.c.minutes, Big) * rate.c.oere_per_hour + _HOUR // 2) // _HOUR
    by = (entry.c.course_id, entry.c.citizen_id, entry.c.track, entry.c.task, entry.c.staff_id)
    return (
        select(
            *by,
            func.sum(entry.c.minutes).label("minutes"),
            func.sum(entry.c.minutes).filter(rate.c.id.is_(None)).label("minutes_without_rate"),
            func.sum(price).label("time_oere"),
        )
        .select_from(entry.outerjoin(rate, applies))
        .where(
            entry.c.organisation_id == desk.organisation_id,
            entry.c.project_id == query.project_id,
            entry.c.status.in_(sorted(REGISTERED_TIME)),
            *_between(entry.c.day, query),
            desk.readable("time_entry"),
        )
        .group_by(*by)
    )


def _costs(desk: Desk, query: PictureQuery) -> Select[Any]:
    cost, link = COSTS, LINKS.alias("link")
    names = ("course_id", "citizen_id", "track")
    linked = desk.policy["cost_course"].allows(desk.role, Operation.READ)
    about = [link.c[name] for name in names] if linked else []
    join = and_(link.c.cost_id == cost.c.id, desk.shown("cost_course", link))
    return (
        select(
            *(about or (cast(null(), UuidType).label(name) for name in names)),
            cost.c.category,
            func.sum(cost.c.amount_oere).label("cost_oere"),
        )
        .select_from(cost.outerjoin(link, join) if linked else cost)
        .where(
            cost.c.organisation_id == desk.organisation_id,
            cost.c.project_id == query.project_id,
            cost.c.status.in_(sorted(ACCOUNTED)),
            *_between(cost.c.day, query),
            desk.readable("cost"),
        )
        .group_by(*about, cost.c.category)
    )


def _between(day: Any, query: PictureQuery) -> list[Any]:
    first = [] if query.from_day is None else [day >= query.from_day]
    return first if query.to_day is None else [*first, day <= query.to_day]
