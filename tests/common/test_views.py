import json
from collections.abc import Iterator

import pytest

import app.api  # noqa: F401 - imports every view
from app.common.views import Strict


def below(kind: type[Strict]) -> Iterator[type[Strict]]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


EXAMPLES = [
    (view, body)
    for view in below(Strict)
    if isinstance(extra := view.model_config.get("json_schema_extra"), dict)
    and isinstance(bodies := extra.get("examples"), list)
    for body in bodies
]


@pytest.mark.parametrize(("view", "body"), EXAMPLES, ids=lambda each: getattr(each, "__name__", "body"))
def test_the_examples_in_the_contract_are_accepted(view: type[Strict], body: object) -> None:
    assert view.model_config["extra"] == "forbid"
    view.model_validate_json(json.dumps(body))
