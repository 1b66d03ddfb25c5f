"""The contract file, the boundary page and the routes' declarations are in step with the code."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from openapi_spec_validator import validate

from app.api import ROUTERS
from app.boundary.matrix import render
from app.boundary.policy import load
from app.contract import declarations, document, routes
from app.gate.cells import ByLink, Cell, Open, SignedIn, UndeclaredRouteError
from app.gate.route import GatedRoute

ROOT = Path(__file__).parents[1]
OPEN = {
    "getContract", "getDocumentation", "getDocumentationFile", "obtainToken", "revokeToken", "introspectToken",
    "getAuthorizationServerMetadata", "getSigningKeys", "listMunicipalities", "listPoliceDistricts", "listCodeLists",
    "getCodeList", "listExpenseCategories", "getContractOfRole", "getLiveness", "getReadiness", "getAnsweredPage",
}  # fmt: skip
"""Everything that needs no token; a new one is added here on purpose or not at all."""


def test_the_contract_file_is_what_the_application_says(app: FastAPI) -> None:
    written = json.loads((ROOT / "openapi/openapi.json").read_text(encoding="utf-8"))
    assert written == json.loads(json.dumps(document(app))), "run `make openapi`"


def test_the_contract_is_valid(app: FastAPI) -> None:
    validate(document(app))


def test_the_boundary_page_is_what_the_policy_says() -> None:
    assert (ROOT / "docs/boundary.md").read_text(encoding="utf-8") == render(load()), "run `make matrix`"


def test_every_route_is_gated_and_declares_its_cell() -> None:
    for router in ROUTERS:
        assert all(isinstance(route, GatedRoute) for route in router.routes if isinstance(route, APIRoute))
    found = declarations()
    assert all(isinstance(each, Cell | SignedIn | ByLink | Open) for each in found.values())
    assert {name for name, each in found.items() if isinstance(each, Open)} == OPEN
    assert {name for name, each in found.items() if isinstance(each, SignedIn)} == {
        "getMe",
        "listMyOperations",
        "getGrantRules",
    }
    assert {name for name, each in found.items() if isinstance(each, ByLink)} == {
        *("getAnswerPage", "answerByLink", "readCalendarFeed")
    }


def test_a_route_without_a_cell_does_not_start() -> None:
    async def handler() -> None:
        """Nothing."""

    with pytest.raises(UndeclaredRouteError):
        GatedRoute("/v1/undeclared", handler, methods=["GET"])


def test_operation_ids_read_well_and_are_unique() -> None:
    names = Counter(str(route.operation_id) for route in routes())
    assert not [name for name, count in names.items() if count > 1]
    assert all(re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)*", name) for name in names)


def test_every_operation_tells_its_errors_and_scopes(app: FastAPI) -> None:
    for path, item in document(app)["paths"].items():
        for method, operation in item.items():
            assert operation["summary"], path
            assert operation["description"], path
            assert {"400", "408", "414", "431", "500", "503"} <= operation["responses"].keys()
            if operation["security"]:
                assert {"401"} <= operation["responses"].keys(), (method, path)
            if {"clientCredentials"} & {name for each in operation["security"] for name in each}:
                assert {"406", "429"} <= operation["responses"].keys(), (method, path)
                told = [each["headers"] for each in operation["responses"].values() if "headers" in each]
                assert all({"RateLimit", "RateLimit-Policy"} <= each.keys() for each in told), (method, path)
