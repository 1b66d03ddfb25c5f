"""`GET /openapi/{role}.json`: no operation that the role can never call, and none missing."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from openapi_spec_validator import validate

from app.boundary.policy import ROLES, Operation, load
from app.contract import declarations
from app.gate.cells import Cell, Declaration
from tests.support.world import World, nobody

UNSEEN = {
    name for name, cell in declarations().items() if isinstance(cell, Cell) and load()[cell.category].unseen_without
}
"""What is 404 to everyone here: no controller has declared the recipient."""


def allows(declared: Declaration, role: str) -> bool:
    """What the policy says of it, without the code that filters."""
    if not isinstance(declared, Cell):
        return True
    cells = [cell for category, _ in declared.ways for cell in load()[category].cells]
    for category in declared.also:
        if not any(each.role == role and Operation.READ in each.operations for each in load()[category].cells):
            return False
    return (not declared.only or role in declared.only) and any(
        cell.role == role and declared.operation in cell.operations for cell in cells
    )


def names(contract: dict[str, Any]) -> set[str]:
    return {operation["operationId"] for item in contract["paths"].values() for operation in item.values()}


@pytest.mark.parametrize("role", ROLES)
async def test_the_contract_of_a_role_is_what_the_policy_lets_it_call(world: World, role: str) -> None:
    answer = await world.http.get(f"/openapi/{role}.json")
    contract = answer.json()
    declared = declarations()
    whole = names((await world.http.get("/openapi.json")).json())
    allowed = {name for name in whole if allows(declared[name], role)}
    assert names(contract) == allowed
    for reference in {*re.findall(r'"\$ref": ?"#/([^"]+)"', answer.text)}:
        at: Any = contract
        for part in reference.split("/"):
            at = at[part.replace("~1", "/").replace("~0", "~")]
    linked = {*re.findall(r'"operationId": ?"(\w+)"', answer.text)}
    assert linked <= allowed, "a link to what the role cannot call"
    again = await world.http.get(f"/openapi/{role}.json", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    scopes = contract["components"]["securitySchemes"]["clientCredentials"]["flows"]["clientCredentials"]["scopes"]
    for item in contract["paths"].values():
        for operation in item.values():
            ways = [way["clientCredentials"] for way in operation["security"] if "clientCredentials" in way]
            assert all({*way} <= scopes.keys() for way in ways)
            assert ways or not isinstance(declared[operation["operationId"]], Cell)


async def test_a_contract_of_a_role_stands_alone(world: World) -> None:
    validate((await world.http.get("/openapi/training_provider.json")).json())


@pytest.mark.parametrize(("role", "client"), [("ngo", "lysningen-coordinator-victim"), ("agency", "agency-secretary")])
async def test_what_is_left_out_is_refused_and_what_is_there_is_not(world: World, role: str, client: str) -> None:
    """Over HTTP, every list: what is left out is 403 `role-cannot`, or 404 where it may not even be known."""
    mine = names((await world.http.get(f"/openapi/{role}.json")).json())
    party = await world.party(client)
    for path, item in (await world.http.get("/openapi.json")).json()["paths"].items():
        if "{" in path or "get" not in item or not item["get"]["security"]:
            continue
        operation = item["get"]
        asked = {each["name"]: nobody() for each in operation["parameters"] if each.get("required")}
        answer = await party.get(f"{path}?{urlencode(asked)}" if asked else path)
        refused = answer.status_code == 403
        if operation["operationId"] in UNSEEN:
            assert answer.status_code == 404
        else:
            assert (operation["operationId"] not in mine) == refused, (operation["operationId"], answer.json())


async def test_there_is_no_contract_of_another_role(world: World) -> None:
    assert (await world.http.get("/openapi/auditor.json")).status_code == 404
