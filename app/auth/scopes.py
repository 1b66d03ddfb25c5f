"""Token scopes: `category:operation`, derived from the boundary table and never listed by hand."""

from app.boundary.policy import Operation, Policy


def scope_of(category: str, operation: Operation) -> str:
    """The scope that a route with this cell asks for."""
    return f"{category}:{operation.value}"


def scopes_of_role(policy: Policy, role: str) -> frozenset[str]:
    """Every scope that a role's cells could ever use."""
    return frozenset(
        scope_of(category.name, operation)
        for category in policy.routed.values()
        for operation in Operation
        if category.allows(role, operation)
    )


def scopes_of_client(policy: Policy, role: str, chosen: frozenset[str], functions: frozenset[str]) -> frozenset[str]:
    """The scopes of a client: the role's, bounded by what was chosen for it."""
    return bounded(scopes_of_role(policy, role), chosen, functions)


def bounded(scopes: frozenset[str], chosen: frozenset[str], functions: frozenset[str]) -> frozenset[str]:
    """Those of the scopes that a client may carry: of the chosen ones, or of all where none were chosen.

    A case system gets session notes only where they were chosen (the narrowing in the policy decides the
    rows; this decides the tokens).
    """
    if chosen:
        return scopes & chosen
    if functions == {"integration"}:
        return frozenset(each for each in scopes if not each.startswith("session_note:"))
    return scopes
