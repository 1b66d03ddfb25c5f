"""The OpenAPI document: FastAPI's own, with what it cannot know taken from the routes' declarations.

From a route's cell come its scopes and the statuses it can answer; from its method the headers that the
conventions ask for; from the views and `values.py` an example of every body. The committed copy is
`openapi/openapi.json`; a test holds the two together.
"""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from app.api import ROUTERS
from app.boundary.policy import load
from app.contract.bounds import bound
from app.contract.components import add_components, problem_codes
from app.contract.examples import add_examples
from app.contract.labels import add_code_lists, add_labels
from app.contract.links import link
from app.contract.naming import in_danish, prune, rename
from app.contract.operations import complete
from app.contract.roles import for_role
from app.contract.texts import CONTACT, DESCRIPTION, EMAIL, LICENCE, TAGS, VERSION
from app.gate.cells import Declaration, declaration_of

__all__ = ["declarations", "document", "document_of_role", "problem_codes", "routes"]

JSON = dict[str, Any]


def routes() -> Iterator[APIRoute]:
    """Every route of the product."""
    for router in ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute):
                yield route


def declarations() -> dict[str, Declaration]:
    """The declaration of every operation, by operation id."""
    return {str(route.operation_id): declaration_of(route.dependant, route.path) for route in routes()}


def document(app: FastAPI, *, server: str = "http://127.0.0.1:8000") -> JSON:
    """The whole contract."""
    raw = get_openapi(
        title="Interventionsmodellen",
        version=VERSION,
        summary="Early help out of violence in close relationships, inside its boundaries",
        description=DESCRIPTION,
        routes=app.routes,
        tags=[{"name": name, "description": text} for name, text in TAGS],
        servers=[{"url": server, "description": "A local server; yours will be elsewhere.", "x-internal": True}],
        contact=CONTACT,
        license_info=LICENCE,
    )
    raw["info"]["contact"]["email"] = EMAIL  # the framework would ask for another package to look at it
    declared = declarations()
    for path, item in raw["paths"].items():
        for method, operation in item.items():
            complete(operation, method, path, declared[operation["operationId"]])
    add_components(raw)
    rename(raw)
    in_danish(raw)
    prune(raw)
    add_code_lists(raw)
    add_labels(raw)
    bound(raw)
    add_examples(raw)
    link(raw)
    return raw


def document_of_role(whole: JSON, role: str) -> JSON:
    """The contract as far as a role (an organisation's type) can ever use it."""
    return for_role(whole, declarations(), load(), role)
