"""Programme status: the caller's own part exactly, the others' coarsely; two statements, whatever the size."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, Text, Uuid, bindparam, column, func, select, true

from app.common.errors import NotFound
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk
from app.organisations.states import Programme
from app.programme.flow_own import own_counts
from app.programme.flow_views import FlowCount, FlowStatus, FlowStep, ProgrammeFlow

NOT_PASSED_ON = frozenset({FlowStep.PASSED_ON, FlowStep.CONTACTED})
"""Where municipalities themselves run the courses, there is nobody to pass on to, or to be contacted by."""


async def flow(desk: Desk, project_id: UUID) -> ProgrammeFlow:
    """One project's status.

    Raises:
        NotFound: there is no such project for the caller to ask about.
    """
    rows = await desk.fetch("flow, own", _own, project_id=project_id)
    if not rows:
        raise NotFound
    found = rows[0]
    desk.event.record_id = project_id
    told = await desk.fetch("flow, others", _others, project_id=project_id)
    others = {row["step"]: row["at_least"] for row in told}
    return ProgrammeFlow(
        project_id=project_id,
        project_name=found["name"],
        programme=Programme(found["programme"]),
        organisation_name=desk.principal.organisation_name,
        counted_at=utc_now(),
        minimum_cell=desk.policy["flow"].minimum,
        steps=[_count(step, found, others) for step in FlowStep],
    )


ASKED = bindparam("project_id", type_=Uuid)


def _own(desk: Desk) -> Select[Any]:
    project, own = table_of("project"), own_counts(desk, ASKED)
    about = select(project.c.name, project.c.programme, *(own.c if own is not None else ()))
    if own is not None:
        about = about.select_from(project.join(own, true()))
    return about.where(project.c.id == ASKED, desk.readable("flow", project))


def _others(_: Desk) -> Select[Any]:
    told = func.programme_flow(ASKED).table_valued(column("step", Text), column("at_least", Integer))
    return select(told.c.step, told.c.at_least)


def _count(step: FlowStep, found: Mapping[Any, Any], others: Mapping[str, int | None]) -> FlowCount:
    if found["programme"] == Programme.MUNICIPAL_MATURATION and step in NOT_PASSED_ON:
        return FlowCount(step=step, own=None, others=None, project=None, status=FlowStatus.NOT_APPLICABLE)
    own, besides = found.get(step), others[step]
    known = [each for each in (own, besides) if each is not None]
    return FlowCount(
        step=step,
        own=own,
        others=besides,
        project=sum(known) if known else None,
        status=FlowStatus.BELOW_MINIMUM if besides is None else FlowStatus.AT_LEAST,
    )
