"""The contract as far as one role can ever use it: the operations that its cells open, with their components alone.

What a role may do for *some* record stays in: who may see which one is decided record by record.
"""

from copy import deepcopy
from typing import Any

from app.auth.scopes import scopes_of_role
from app.boundary.policy import Operation, Policy
from app.contract.links import keep
from app.contract.naming import prune
from app.gate.cells import Cell, Declaration

JSON = dict[str, Any]


def may_call(declared: Declaration, policy: Policy, role: str) -> bool:
    """Whether a role can ever get another answer than 403 or, of what is unseen, 404."""
    if not isinstance(declared, Cell):
        return True
    if declared.only and role not in declared.only:
        return False
    if not all(policy[name].allows(role, Operation.READ) for name in declared.also):
        return False
    return any(policy[name].allows(role, declared.operation) for name, _ in declared.ways)


def for_role(document: JSON, declared: dict[str, Declaration], policy: Policy, role: str) -> JSON:
    """The document for one role, its own copy."""
    scopes = scopes_of_role(policy, role)
    mine = deepcopy(document)
    mine["info"]["title"] += f" ({role})"
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if not may_call(declared[operation["operationId"]], policy, role):
                del mine["paths"][path][method]
        if not mine["paths"][path]:
            del mine["paths"][path]
    operations = [each for item in mine["paths"].values() for each in item.values()]
    for operation in operations:
        operation["security"] = [
            way for way in operation["security"] if set(way.get("clientCredentials", ())) <= scopes
        ]
    used = {tag for operation in operations for tag in operation["tags"]}
    mine["tags"] = [tag for tag in mine["tags"] if tag["name"] in used]
    flow = mine["components"]["securitySchemes"]["clientCredentials"]["flows"]["clientCredentials"]
    flow["scopes"] = {name: text for name, text in flow["scopes"].items() if name in scopes}
    keep(mine)
    prune(mine)
    return mine
