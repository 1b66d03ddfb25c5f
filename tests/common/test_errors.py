import re
from collections.abc import Iterator

import pytest

import app.api  # noqa: F401 - defines every problem
from app.common import errors, problem
from app.common.problem import FieldError, Problem


def _below(kind: type[Problem]) -> Iterator[type[Problem]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


KINDS = sorted(
    {kind for kind in _below(Problem) if kind.__module__.startswith("app.") and "code" in vars(kind)}, key=repr
)


def test_no_two_problems_share_a_code() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_problem_has_all_its_words(kind: type[Problem]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.code)
    assert kind.__doc__
    assert kind.__doc__.startswith(f"{kind.status}: ")
    assert kind.title.en != kind.title.da
    assert kind.default_detail.en != kind.default_detail.da


def test_a_problem_says_its_code_and_nothing_else() -> None:
    made = errors.NotFound()
    assert made.type_uri == "https://interventionsmodellen.example/problems/not-found"
    assert str(made) == "not-found"


def test_401_challenges_and_names_the_error_only_where_a_token_came() -> None:
    assert errors.Unauthenticated().headers == {"WWW-Authenticate": "Bearer"}
    presented = errors.Unauthenticated(token_presented=True)
    assert presented.headers == {"WWW-Authenticate": 'Bearer error="invalid_token"'}


def test_a_transition_says_what_is_open() -> None:
    made = errors.ForbiddenTransition(state="sent", allowed=("accept", "reject"))
    assert made.extensions == {"state": "sent", "allowed": ["accept", "reject"]}


@pytest.mark.parametrize("kind", [errors.TooManyRequests, errors.Unavailable])
def test_what_passes_says_when(kind: type[errors.TooManyRequests]) -> None:
    assert kind(retry_after=17).headers == {"Retry-After": "17"}
    assert int(kind(retry_after=0).headers["Retry-After"]) >= 1
    assert int(kind().headers["Retry-After"]) >= 1


def test_extensions_never_replace_a_standard_member() -> None:
    made = Problem(
        errors=[FieldError("/a", "missing", "Required.", "Påkrævet.")],
        extensions={"status": 200, "state": "x"},
    )
    document = made.document("da", instance="/x", trace_id="t")
    assert document["status"] == 500
    assert document["state"] == "x"
    assert document["errors"] == [{"pointer": "/a", "code": "missing", "message": "Påkrævet."}]


def test_pointers_are_escaped_and_end_before_a_strange_name() -> None:
    assert problem.json_pointer(["a/b", "m~n", 0]) == "/a~1b/m~0n/0"
    assert problem.json_pointer([]) == ""
    assert problem.safe_pointer(["a", 0, "010190-1234", "b"]) == "/a/0"
    assert not problem.is_safe_name("x" * 65)
    assert not problem.is_safe_name("cpr_0101901234")
    assert not problem.is_safe_name("navn\n")
