"""No undeclared break; and the comparison sees each kind of break that there is."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from app.contract.naming import prune
from tests_contract.comparing import CONTRACT, bare, breaking, compared, declarations, undeclared
from tests_contract.reading import more_breaks

JSON = dict[str, Any]
Change = Callable[[JSON], None]


def schema(document: JSON, name: str) -> JSON:
    return dict.__getitem__(document["components"]["schemas"], name)


def flows(it: JSON) -> JSON:
    return dict.__getitem__(it["components"]["securitySchemes"]["clientCredentials"], "flows")


def links(it: JSON) -> JSON:
    return dict.__getitem__(it["paths"]["/v1/consents"]["post"]["responses"]["201"], "links")


def removed_operation(it: JSON) -> None:
    del it["paths"]["/v1/consents/{consent_id}"]["get"]


def removed_response_field(it: JSON) -> None:
    del schema(it, "CitizenOut")["properties"]["status"]
    schema(it, "CitizenOut")["required"].remove("status")


def new_required_request_field(it: JSON) -> None:
    schema(it, "ConsentIn")["properties"]["witness"] = {"type": "string", "maxLength": 20}
    schema(it, "ConsentIn")["required"].append("witness")


def narrowed_enum(it: JSON) -> None:
    schema(it, "Method")["enum"].remove("oral_note")


def type_change(it: JSON) -> None:
    schema(it, "CostIn")["properties"]["amount_oere"] = {"type": "string", "maxLength": 20, "format": "decimal"}


def removed_status(it: JSON) -> None:
    del it["paths"]["/v1/citizens"]["post"]["responses"]["409"]


def new_required_parameter(it: JSON) -> None:
    must = {"name": "must", "in": "query", "required": True, "schema": {"type": "string", "maxLength": 20}}
    it["paths"]["/v1/consents"]["get"]["parameters"].append(must)


def tightened_bound(it: JSON) -> None:
    schema(it, "CostIn")["properties"]["amount_oere"]["maximum"] = 10


def tightened_length(it: JSON) -> None:
    schema(it, "ConsentIn")["properties"]["informed_by"]["maxLength"] = 3


def narrowed_enum_of_an_answer(it: JSON) -> None:
    """A screen may wait for a value that never comes."""
    schema(it, "ConsentStatus")["enum"].remove("superseded")


def text_made_a_code(it: JSON) -> None:
    schema(it, "ConsentIn")["properties"]["informed_by"]["enum"] = ["PB"]


def type_change_of_an_answer(it: JSON) -> None:
    schema(it, "CostOut")["properties"]["amount_oere"] = {"type": "string", "maxLength": 20}


def format_change_of_an_answer(it: JSON) -> None:
    schema(it, "CostOut")["properties"]["day"]["format"] = "date-time"


def format_change(it: JSON) -> None:
    schema(it, "CostIn")["properties"]["day"]["format"] = "date-time"


def renamed_path(it: JSON) -> None:
    it["paths"]["/v1/expenses"] = it["paths"].pop("/v1/costs")


def null_no_longer_taken(it: JSON) -> None:
    note = schema(it, "CostIn")["properties"]["note"]
    schema(it, "CostIn")["properties"]["note"] = note["anyOf"][0]


def null_answered(it: JSON) -> None:
    members = schema(it, "CostOut")["properties"]
    members["day"] = {"anyOf": [members["day"], {"type": "null"}]}


def other_default(it: JSON) -> None:
    schema(it, "ContactIn")["properties"]["never_leave_message"]["default"] = False


def scope_demanded(it: JSON) -> None:
    it["paths"]["/v1/costs"]["get"]["security"][0]["clientCredentials"].append("course:read")


def removed_query_parameter(it: JSON) -> None:
    parameters = it["paths"]["/v1/costs"]["get"]["parameters"]
    parameters.remove(next(each for each in parameters if each.get("name") == "status"))


def removed_request_field(it: JSON) -> None:
    """Unknown members are refused."""
    del schema(it, "CostIn")["properties"]["note"]


def removed_field_of_a_patch(it: JSON) -> None:
    del schema(it, "CostPatch")["properties"]["note"]


def removed_field_of_an_error(it: JSON) -> None:
    del schema(it, "Problem")["properties"]["trace_id"]


def renamed_operation(it: JSON) -> None:
    """It is a method's name in a generated client."""
    it["paths"]["/v1/costs"]["get"]["operationId"] = "listExpenses"


def other_code_list(it: JSON) -> None:
    schema(it, "CitizenStatus")["x-code-list"] = "course_status"


def other_server(it: JSON) -> None:
    it["servers"][0]["url"] = "https://other.example"


def other_token_url(it: JSON) -> None:
    flows(it)["clientCredentials"]["tokenUrl"] = "/oauth/v2/token"


def other_grant(it: JSON) -> None:
    flows(it)["deviceAuthorization"] = flows(it).pop("clientCredentials")


def scope_gone(it: JSON) -> None:
    del flows(it)["clientCredentials"]["scopes"]["consent:read"]


def security_scheme_gone(it: JSON) -> None:
    del it["components"]["securitySchemes"]["clientCredentials"]


def wider_number_of_an_answer(it: JSON) -> None:
    schema(it, "CostOut")["properties"]["amount_oere"]["maximum"] *= 10


def wider_text_of_an_answer(it: JSON) -> None:
    schema(it, "CostOut")["properties"]["category"]["maxLength"] += 1


def unbounded_list_of_an_answer(it: JSON) -> None:
    del schema(it, "ConsentOut")["properties"]["scopes"]["maxItems"]


def less_in_an_answer(it: JSON) -> None:
    schema(it, "CostOut")["properties"]["version"]["minimum"] -= 1


def wider_text_of_an_answer_named_apart(it: JSON) -> None:
    """What stood in place stands among the components now."""
    member = schema(it, "CostOut")["properties"]["category"]
    it["components"]["schemas"]["Category"] = {**member, "maxLength": member["maxLength"] + 1}
    schema(it, "CostOut")["properties"]["category"] = {"$ref": "#/components/schemas/Category"}


def code_made_a_text(it: JSON) -> None:
    """Of an answer: any value may come."""
    status = schema(it, "CitizenStatus")
    status |= {"maxLength": 100}
    del status["enum"]


def code_list_gone(it: JSON) -> None:
    """A form has no labels to show."""
    del schema(it, "CitizenStatus")["x-code-list"]


def kind_gone(it: JSON) -> None:
    """Of an answer: anything may come."""
    del schema(it, "CitizenOut")["properties"]["version"]["type"]


def choices_gone(it: JSON) -> None:
    """A form has no list to choose from."""
    del schema(it, "ConsentIn")["properties"]["citizen_id"]["x-choices"]


def other_choices(it: JSON) -> None:
    schema(it, "ConsentIn")["properties"]["citizen_id"]["x-choices"] = "/v1/people"


def link_gone(it: JSON) -> None:
    del links(it)["signConsent"]


def link_to_another(it: JSON) -> None:
    links(it)["getConsent"]["operationId"] = "listConsents"


def link_without_its_parameter(it: JSON) -> None:
    del links(it)["getConsent"]["parameters"]["consent_id"]


def other_tag(it: JSON) -> None:
    """It is a module's name in a generated client."""
    it["paths"]["/v1/costs"]["get"]["tags"] = ["Expenses"]


def renamed_schema(it: JSON) -> None:
    """It is a type's name in a generated client."""
    text = json.dumps(it).replace('"#/components/schemas/CostOut"', '"#/components/schemas/Expense"')
    it |= json.loads(text)
    it["components"]["schemas"]["Expense"] = it["components"]["schemas"].pop("CostOut")


def members_no_longer_told(it: JSON) -> None:
    """Of an error."""
    answers = it["paths"]["/v1/costs"]["post"]["responses"]
    answers["409"] = {"description": "-", "content": {"application/problem+json": {"schema": {"type": "object"}}}}


def more(it: JSON) -> None:
    """What a client that knows nothing of it does not notice."""
    schema(it, "CitizenOut")["properties"]["colour"] = {"type": "string", "maxLength": 20}
    schema(it, "CitizenOut")["required"].append("colour")
    schema(it, "ConsentIn")["properties"]["witness"] = {"type": "string", "maxLength": 20}
    it["paths"]["/v1/consents/{consent_id}/copy"] = deepcopy(it["paths"]["/v1/consents/{consent_id}"])
    may = {"name": "may", "in": "query", "required": False, "schema": {"type": "string", "maxLength": 20}}
    it["paths"]["/v1/costs"]["get"]["security"].append({"clientCredentials": ["course:read"]})
    schema(it, "ConsentIn")["properties"]["informed_by"] |= {"maxLength": 5000, "x-label-da": "Fortalt af"}
    it["paths"]["/v1/consents"]["get"]["parameters"].append(may)
    it["servers"].append({"url": "https://another.example"})
    flows(it)["clientCredentials"]["scopes"]["colour:read"] = "colour:read"
    it["components"]["securitySchemes"]["another"] = {"type": "http", "scheme": "bearer"}
    links(it)["copyConsent"] = {"operationId": "getConsent", "parameters": {"consent_id": "$response.body#/id"}}
    schema(it, "CostOut")["properties"]["amount_oere"]["maximum"] -= 1
    # Named apart, and as before.
    schemas = it["components"]["schemas"]
    schemas["Amount"] = schema(it, "CostOut")["properties"]["amount_oere"]
    schema(it, "CostOut")["properties"]["amount_oere"] = {"$ref": "#/components/schemas/Amount"}


def another_code_in_an_answer(it: JSON) -> None:
    """A generated client may know no such value."""
    schema(it, "CitizenStatus")["enum"].append("moved")


OURS: tuple[Change, ...] = (
    *(other_server, other_token_url, other_grant, scope_gone, security_scheme_gone, scope_demanded),
    *(wider_number_of_an_answer, wider_text_of_an_answer, unbounded_list_of_an_answer, less_in_an_answer),
    *(wider_text_of_an_answer_named_apart, code_made_a_text, another_code_in_an_answer, narrowed_enum_of_an_answer),
    *(code_list_gone, kind_gone, choices_gone, other_choices, link_gone, link_to_another, link_without_its_parameter),
    *(text_made_a_code, type_change_of_an_answer, format_change_of_an_answer, renamed_operation, other_code_list),
    *(other_tag, renamed_schema, members_no_longer_told),
)
"""What the reader of ours tells by itself, without a program of Node's."""

BREAKS: tuple[Change, ...] = (
    *(removed_operation, removed_response_field, new_required_request_field, narrowed_enum, type_change),
    *(removed_status, new_required_parameter, tightened_bound, tightened_length),
    *(format_change, renamed_path, null_no_longer_taken, null_answered, other_default),
    *(removed_query_parameter, removed_request_field, removed_field_of_a_patch, removed_field_of_an_error),
    *OURS,
)


@pytest.fixture(scope="module")
def part() -> JSON:
    """A part of the contract."""
    found: JSON = json.loads(CONTRACT.read_text(encoding="utf-8"))
    found["paths"] = {path: found["paths"][path] for path in PATHS}
    prune(found)
    return found


@pytest.fixture(scope="module")
def seeded(part: JSON) -> dict[str, list[str]]:
    """What is found of each change: one run for all."""
    changed = []
    for change in (*BREAKS, more):
        document = deepcopy(part)
        change(document)
        changed.append(document)
    return dict(zip([each.__name__ for each in (*BREAKS, more)], breaking(part, *changed), strict=True))


PATHS = (
    *("/v1/citizens", "/v1/consents", "/v1/consents/{consent_id}", "/v1/costs", "/v1/costs/{cost_id}"),
    "/v1/reports/course-cost",  # of this one api-smart-diff tells breaks that are none, where it has compared before
)


@pytest.mark.parametrize("change", [each.__name__ for each in BREAKS])
def test_a_seeded_break_is_seen(seeded: dict[str, list[str]], change: str) -> None:
    assert seeded[change]


def test_more_of_everything_is_no_break(seeded: dict[str, list[str]]) -> None:
    assert seeded["more"] == []


@pytest.mark.parametrize("change", OURS)
def test_what_no_other_reader_tells_ours_does(part: JSON, change: Change) -> None:
    document = deepcopy(part)
    change(document)
    assert [*more_breaks(bare(part), bare(document))]


def test_ours_finds_no_break_in_more(part: JSON) -> None:
    document = deepcopy(part)
    more(document)
    assert [*more_breaks(bare(part), bare(document))] == []


def test_a_declared_break_passes_and_no_other(seeded: dict[str, list[str]]) -> None:
    found = seeded["removed_operation"]
    declared = [{"what": "*/v1/consents/{consent_id}*", "why": "a test"}]
    assert undeclared(found, declared) == []
    assert undeclared(seeded["removed_status"], declared) == seeded["removed_status"]


def test_nothing_breaks_the_released_contract_undeclared() -> None:
    assert compared() == [], "declare it in openapi/declared-changes.toml, with why; or do not break it"
    assert all(each["what"] and each["why"] for each in declarations())
