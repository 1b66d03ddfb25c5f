"""Whoever adds a route hears here what its document still lacks, and where to write it."""

import json
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from pydantic import BaseModel, TypeAdapter
from starlette.types import Receive, Scope, Send

from app.common.protocol import guarded_protocol
from app.contract import document, routes
from app.contract.bounds import bound
from app.contract.examples import NoExampleError
from app.contract.labels import TOLD_BESIDE, UNLABELLED, enumerations
from app.contract.texts import TAGS, TERMS
from app.gate.cells import open_to_all
from app.gate.route import GatedRouter

JSON = dict[str, Any]
VALUES = "app/contract/values.py"
ROOT = Path(__file__).parents[2]
DANISH_WORDS = (
    *(
        "Adgang",
        "Ændringer",
        "Import",
        "Fagsystemer",
        "Blindt opslag",
        "Kommuner",
        "Organisationer",
        "Projekter",
        "aftaler",
        "Borger",
        "hændelse",
        "Samtykke",
        "Videregivelser",
    ),
    *("Forløb", "Samtaler", "Støttebehov", "Opfølgning", "spørgeskemaer", "Besvarelse", "Interviewkandidater", "Møde"),
    *("Programstatus", "Modning", "Tidsforbrug", "Tilskud", "udtræk", "udgivelser", "Drift"),
)


def operations(contract: JSON) -> Iterator[JSON]:
    for item in contract["paths"].values():
        yield from item.values()


def found(contract: JSON, value: JSON) -> JSON:
    while "$ref" in value:
        reference, value = value["$ref"], contract
        for part in reference.removeprefix("#/").split("/"):
            value = value[part]
    return value


def bodies(contract: JSON) -> Iterator[tuple[str, str, JSON]]:
    """Every body of every operation: which, its media type, schema and examples."""
    for operation in operations(contract):
        for where in ({"request": operation.get("requestBody", {})}, operation["responses"]):
            for status, body in where.items():
                for media, content in found(contract, body).get("content", {}).items():
                    yield f"{operation['operationId']} {status}", media, content


def examples(contract: JSON, content: JSON) -> list[Any]:
    if "example" in content:
        return [content["example"]]
    return [found(contract, each)["value"] for each in content.get("examples", {}).values()]


def test_every_body_has_an_example_and_every_example_is_valid(contract: JSON) -> None:
    components = {"components": contract["components"]}
    seen: set[str] = set()
    for name, media, content in bodies(contract):
        shown = examples(contract, content)
        assert shown, (
            f"{name} ({media}) has no example: write it where the body is declared, or in app/contract/values.py"
        )
        own = found(contract, content["schema"]).get("examples")
        assert own is None or shown[0] in own, f"{name} has two examples, and a mock takes its view's"
        if (key := json.dumps(content, sort_keys=True)) in seen:
            continue
        seen.add(key)
        judge = OAS31Validator({**content["schema"], **components}, format_checker=oas31_format_checker)
        for example in shown:
            wrong = [f"{'/'.join(map(str, each.absolute_path))}: {each.message}" for each in judge.iter_errors(example)]
            assert not wrong, (
                f"the example of {name} is not as its schema says; mend it in app/contract/values.py: {wrong}"
            )
    assert len(seen) > 250


def test_every_request_example_is_accepted_by_its_view(contract: JSON) -> None:
    shown = {
        operation["operationId"]: examples(contract, content)
        for operation in operations(contract)
        for media, content in operation.get("requestBody", {}).get("content", {}).items()
        if media.endswith("json")
    }
    judged = 0
    for route in routes():
        if route.body_field is not None and route.operation_id in shown:
            adapter: TypeAdapter[Any] = TypeAdapter(route.body_field.field_info.annotation or object)
            for example in shown[route.operation_id]:
                adapter.validate_json(json.dumps(example))
                judged += 1
    assert judged > 100


def test_people_in_examples_are_invented(contract: JSON) -> None:
    text = json.dumps([examples(contract, content) for _, _, content in bodies(contract)])
    births = re.findall(r'"birth_(?:date|year)": "?(\d{4})', text)
    assert births
    assert all(1858 <= int(year) <= 1899 for year in births)
    assert set(re.findall(r'"cpr": "(\d{10})"', text)) == {"0101588035"}, "01.01.1858; no other number in examples"


def test_every_parameter_is_described(contract: JSON) -> None:
    bare = {
        f"{operation['operationId']}: {parameter['name']}"
        for operation in operations(contract)
        for each in operation.get("parameters", ())
        if not (parameter := found(contract, each)).get("description")
    }
    assert not bare, "say what it is in the route, `Path(description=...)` or `Field(description=...)`"


def test_every_record_and_every_tag_is_named_in_danish(contract: JSON) -> None:
    schemas = contract["components"]["schemas"]
    paged = {name.removesuffix("Page") for name in schemas if name.endswith("Page")}
    assert not paged - TERMS.keys(), "write the Danish word in TERMS of app/contract/texts.py"
    assert {tag for operation in operations(contract) for tag in operation["tags"]} == {name for name, _ in TAGS}
    assert not {name for name, text in TAGS if not any(word in text for word in DANISH_WORDS)}


def test_names_read_well(contract: JSON) -> None:
    names = contract["components"]["schemas"]
    assert not [name for name in names if not re.fullmatch(r"([A-Z][a-z0-9]*)+", name)]


def test_every_enumeration_has_labels_in_danish_and_english(contract: JSON) -> None:
    bare = {at for at, schema in enumerations(contract) if "x-code-list" not in schema}
    assert bare == TOLD_BESIDE | UNLABELLED, "write its labels in app/reference/data/code_lists.json"
    named = {at: schema["x-code-list"] for at, schema in enumerations(contract) if "x-code-list" in schema}
    assert named["ReferralStatus"] == "referral_status"
    assert named["CitizenOut.withheld"] == "citizen_block"


def test_nothing_is_without_bounds(contract: JSON) -> None:
    once = json.dumps(contract)
    bound(contract)
    assert json.dumps(contract) == once, "bounds are set once, after everything else that makes schemas"


def test_what_a_member_looks_like_must_be_said() -> None:
    class Weather(BaseModel):
        wind_direction: str

    router = GatedRouter(prefix="/v1/weather", tags=["Reference"])

    @router.get("", operation_id="getWeather")
    async def get_weather(_open: Any = open_to_all("a test")) -> Weather:
        """The weather."""
        return Weather(wind_direction="west")

    api = FastAPI(openapi_url=None)
    api.include_router(router)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.contract.ROUTERS", (router,))
        with pytest.raises(NoExampleError, match=r"Weather\.wind_direction.*app/contract/values\.py"):
            document(api)


def test_where_anything_is_limited_all_that_takes_a_token_says_so(contract: JSON) -> None:
    """In place of the linter's rules on rates, which ask it of what is open as well."""
    signed_in = [each for each in operations(contract) if any("clientCredentials" in way for way in each["security"])]
    if any("429" in operation["responses"] for operation in operations(contract)):
        for operation in signed_in:
            assert "429" in operation["responses"], operation["operationId"]
            for status, response in operation["responses"].items():
                assert status[0] != "2" or "RateLimit" in response["headers"], operation["operationId"]


@pytest.mark.server
@pytest.mark.enable_socket
def test_what_the_connection_refuses_is_as_the_contract_says(contract: JSON) -> None:
    """It refuses before anybody knows whose page is asked for, so a citizen's page is a problem document then."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(_nothing, http=guarded_protocol(), lifespan="off", log_config=None))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            url = f"http://127.0.0.1:{listener.getsockname()[1]}/q/{'A' * 43}"
            large = httpx.get(url, headers={"Accept-Language": "a" * 60_000})
            wrong = httpx.get(url, headers={"X-Wrong": "\x01"})
        finally:
            server.should_exit = True
            thread.join()
    assert (large.status_code, wrong.status_code) == (431, 400)
    for path in ("/q/{secret}", "/q/done", "/v1/me"):
        responses = contract["paths"][path]["get"]["responses"]
        for answer in (large, wrong):
            said = responses[str(answer.status_code)]
            said = contract["components"]["responses"][said["$ref"].rsplit("/", 1)[-1]] if "$ref" in said else said
            assert answer.headers["content-type"] in said["content"]


async def _nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """No request comes so far."""
