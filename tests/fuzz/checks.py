"""What Schemathesis's own checks cannot know: whose a record is, which problems there are, what has ended."""

import json
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import requests
import schemathesis
from schemathesis.core.failures import AcceptedNegativeData, Failure
from schemathesis.core.parameters import ParameterLocation
from schemathesis.openapi.checks import UnsupportedMethodResponse

from app.common.problem import PROBLEM_MEDIA_TYPE, PROBLEM_TYPE_BASE
from app.contract import problem_codes
from tests.fuzz.identities import is_id
from tests.fuzz.stage import Stage, stage_of

OF_ITS_OWN = {"x-request-id", "traceparent", "date"}
FOR_EVERYBODY = {"organisation_id", "instrument_id"}
"""What everybody may read whoever wrote it: whom one works with, and how one measures."""
ENDS = {"end", "close", "withdraw", "revoke", "retire", "cancel", "deactivate", "disable", "complete", "refuse"}
"""Actions after which the record has ended, so that the same again is refused."""
_CODES = frozenset(problem_codes())


class UnregisteredProblem(Failure):
    kind_title = "Not a registered problem"


class OthersRecord(Failure):
    kind_title = "Another's record is told from one that never was"


class OutsideTheRole(Failure):
    kind_title = "What the role can never do was done"


class EndedTwice(Failure):
    kind_title = "What had ended was ended again"


class NobodyAsked(Failure):
    kind_title = "Nobody was asked who it is"


def failure(kind: type[Failure], case: schemathesis.Case, message: str) -> Failure:
    return kind(operation=case.operation.label, message=message, case_id=case.id)


@schemathesis.check
def problems_are_registered(ctx: Any, response: schemathesis.Response, case: schemathesis.Case) -> bool | None:
    """A problem has a type of the list, its own status, and nothing of the request's values."""
    if response.headers.get("content-type", [""])[0] != PROBLEM_MEDIA_TYPE or response.request.method == "HEAD":
        return None
    problem = json.loads(response.content)
    code = problem["type"].removeprefix(PROBLEM_TYPE_BASE)
    if code not in _CODES or problem["status"] != response.status_code:
        raise failure(UnregisteredProblem, case, f"{problem['type']} with status {problem['status']}")
    return None


@schemathesis.check
def the_role_can_do_it(ctx: Any, response: schemathesis.Response, case: schemathesis.Case) -> bool | None:
    """Outside the role's own contract nothing succeeds."""
    stage = stage_of(case)
    if response.status_code < 400 and case.operation.label not in stage.labels_of_role:
        raise failure(OutsideTheRole, case, f"{stage.asker.role} got {response.status_code}")
    return None


@schemathesis.check
def others_see_nothing(ctx: Any, response: schemathesis.Response, case: schemathesis.Case) -> bool | None:
    """What one identity could do with its record is to every other as if it had never been, and leaves no trace.

    None of what the identities have was ever passed on, and no two are partners of one project: the answer needs no
    knowledge of the route.
    """
    stage, request = stage_of(case), response.request
    named = {name: str(value) for name, value in (case.path_parameters or {}).items() if is_id(value)}
    if response.status_code >= 400 or not named or stage.asked_by_others(case.operation.label):
        return None
    if request.method == "GET" and named.keys() <= FOR_EVERYBODY:
        return None
    never = str(request.url)
    for value in named.values():
        never = never.replace(value, str(uuid4()))
    reads = request.method == "GET" or not stage.reads(str(request.url))
    before = None if reads else stage.ask(request, stage.asker, "GET", stage.resource(str(request.url)))
    for other in stage.strangers:
        foreign, absent = (stage.ask(request, other, str(request.method), url) for url in (str(request.url), never))
        if _bare(foreign) != _bare(absent) or foreign.status_code not in {403, 404}:
            message = f"{other.name} asked for what is {stage.asker.name}'s: {foreign.status_code} {foreign.text[:300]}"
            raise failure(OthersRecord, case, f"{message}\nof nobody's: {absent.status_code} {absent.text[:300]}")
    if before is not None:
        after = stage.ask(request, stage.asker, "GET", stage.resource(str(request.url)))
        if (before.status_code, before.content) != (after.status_code, after.content):
            raise failure(OthersRecord, case, "a refused request of another's has written")
    return None


@schemathesis.check
def who_asks_is_asked(ctx: Any, response: schemathesis.Response, case: schemathesis.Case) -> bool | None:
    """What succeeded with a token is 401 without one, and with one that is not whole."""
    stage, request = stage_of(case), response.request
    wanted = case.operation.definition.raw.get("security")
    if response.status_code >= 400 or not wanted or {} in wanted or stage.asked_without(case.operation.label):
        return None
    for token in "", f"Bearer {stage.asker.party.token[:-4]}AAAA":
        answer = stage.ask(request, stage.asker, str(request.method), str(request.url), Authorization=token)
        if answer.status_code != 401:
            raise failure(NobodyAsked, case, f"with {token[:10]!r}: {answer.status_code}")
    return None


@schemathesis.check
def what_ended_has_ended(ctx: Any, response: schemathesis.Response, case: schemathesis.Case) -> bool | None:
    """An action that ends a record does not succeed a second time."""
    request, stage = response.request, stage_of(case)
    action = urlsplit(str(request.url)).path.rpartition("/")[2]
    if request.method != "POST" or response.status_code != 200 or action not in ENDS:
        return None
    again = stage.ask(
        request,
        stage.asker,
        "POST",
        str(request.url),
        **{"If-Match": response.headers.get("etag", ['"none"'])[0]},
    )
    if again.status_code < 400:
        raise failure(EndedTwice, case, f"the second time: {again.status_code}")
    return None


def _bare(answer: requests.Response) -> tuple[int, Any, dict[str, str], int]:
    """All that came, without what differs from request to request; and how long it was."""
    told = {name: value for name, value in answer.headers.items() if name.lower() not in OF_ITS_OWN}
    try:
        body = answer.json()
    except ValueError:
        return answer.status_code, answer.content, told, len(answer.content)
    return answer.status_code, {**body, "trace_id": "", "instance": ""}, told, len(answer.content)


def of_another_path(stage: Stage, failed: Failure, case: schemathesis.Case, response: schemathesis.Response) -> bool:
    """Whether an undeclared method met another path's template (`/v1/citizens/search` is also `/{citizen_id}`)."""
    return isinstance(failed, UnsupportedMethodResponse) and stage.declared(
        str(response.request.method), str(response.request.url)
    )


def of_a_file(failed: Failure, case: schemathesis.Case, files: tuple[str, ...]) -> bool:
    """Whether a body was refused its type that has none on the way: a file's bytes are a file, whatever they say."""
    others = (ParameterLocation.PATH, ParameterLocation.QUERY, ParameterLocation.HEADER)
    return (
        isinstance(failed, AcceptedNegativeData)
        and case.media_type in files
        and case.meta is not None
        and not any(case.meta.is_negative_at(each) for each in others)
    )
