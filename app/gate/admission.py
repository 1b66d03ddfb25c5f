"""Who is let in, and what of a refusal is a denial: of a request, and of each row of an import."""

from collections.abc import Sequence

from app.audit.events import Event
from app.auth.principal import Principal
from app.auth.scopes import scope_of
from app.boundary.policy import Operation, Policy
from app.common.errors import AgreementNotInForce, InsufficientScope, NotFound, RoleCannot
from app.common.problem import Problem
from app.gate.database_errors import CannotBeAssigned
from app.gate.desk import COUNTERPART_IDENTIFIED, TELLING

Way = tuple[str, tuple[str, ...]]
"""A category that opens something, with the scopes that the token must carry for it."""


def require_way(policy: Policy, principal: Principal, operation: Operation, ways: Sequence[Way], event: Event) -> None:
    """The first of the ways that neither role, token nor agreement bars; the event is about its category.

    Raises:
        RoleCannot, InsufficientScope, AgreementNotInForce: there is none.
    """
    role = principal.organisation_type
    open_to_role = [way for way in ways if policy[way[0]].allows(role, operation)]
    if not open_to_role:
        raise RoleCannot
    lacking = {name: [each for each in scopes if each not in principal.scopes] for name, scopes in open_to_role}
    carried = [name for name, without in lacking.items() if not without]
    agreed = [name for name in carried if principal.covered or not policy[name].needs_agreement(role, operation)]
    event.category = next(iter([*agreed, *carried, *lacking]))
    if not carried:
        raise InsufficientScope(lacking[event.category][0])
    if not agreed:
        raise AgreementNotInForce


def require_cell(
    policy: Policy, principal: Principal, category: str, operation: Operation, *, also: Sequence[str] = ()
) -> None:
    """As a route of this one cell would ask, of what a request or a process does besides.

    Args:
        also: as of a route (`app.gate.cells.needs`).

    Raises:
        RoleCannot, InsufficientScope, AgreementNotInForce: as a route would answer.
    """
    way = (category, (scope_of(category, operation), *(scope_of(each, Operation.READ) for each in also)))
    require_way(policy, principal, operation, [way], Event(operation.value, category))


def denial_of(problem: Problem) -> str | None:
    """The log's code for what is refused because of who asks; None for a fault of form or of state."""
    codes = {each.code for each in problem.errors}
    if COUNTERPART_IDENTIFIED in codes:
        return COUNTERPART_IDENTIFIED
    of_asker = isinstance(problem, NotFound | RoleCannot | InsufficientScope | AgreementNotInForce | CannotBeAssigned)
    return problem.code if of_asker or codes & TELLING else None
