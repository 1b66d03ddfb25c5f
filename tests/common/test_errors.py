import re

import pytest

from app.common import errors, problem
from app.common.errors import CATALOGUE, FieldError, Problem


def _make(kind: type[Problem]) -> Problem:
    if kind is errors.ForbiddenTransition:
        return errors.ForbiddenTransition(state="a", allowed=["b"])
    return kind()


def test_the_catalogue_holds_every_class_once() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type)
        and issubclass(kind, Problem)
        and kind is not Problem
        and not kind.__name__.startswith("_")
    ]
    assert sorted(kinds, key=repr) == sorted(CATALOGUE, key=repr)
    assert len({kind.code for kind in CATALOGUE}) == len(CATALOGUE)


@pytest.mark.parametrize("kind", CATALOGUE)
def test_each_problem_has_all_its_words(kind: type[Problem]) -> None:
    made = _make(kind)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", made.code)
    assert kind.__doc__
    assert kind.__doc__.startswith(f"{kind.status}: ")
    assert made.title.en != made.title.da
    assert made.detail.en != made.detail.da
    assert made.type_uri == f"https://interventionsmodellen.example/problems/{made.code}"
    assert str(made) == made.code


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
