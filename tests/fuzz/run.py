"""One run of Schemathesis's engine as one identity, and what came of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure
from schemathesis.engine import events, from_schema
from schemathesis.engine.events import ScenarioFinished

from app.contract.bounds import ANY_TEXT
from app.contract.links import keep
from app.contract.naming import prune
from tests.fuzz import checks
from tests.fuzz.stage import BASE, Stage, labels, labels_of, stage_of

JSON = dict[str, Any]
FILES: tuple[str, ...] = ("application/pdf", "image/png", "image/jpeg", "image/webp", "image/tiff")
FILES += ("application/jsonl", "application/x-ndjson", "text/csv")
REFUSES = [str(each) for each in (400, 401, 403, 404, 405, 406, 409, 412, 413, 414, 415, 422, 428, 429, 431, 503)]
"""With what a request that breaks the contract may be met."""
PATIENT = {"statement_timeout_ms": 60_000}
"""A machine that does other work besides makes no 503."""
TOKEN = re.compile(r"Bearer eyJ[\w.-]+")


@dataclass(frozen=True)
class Effort:
    """How much is tried."""

    seed: int = 1
    examples: int = 2
    covered: frozenset[str] | None = None
    """The operations that every boundary of each parameter and member is tried at, on either side; else all. The
    others are asked as the contract wants it, by example, at random and along links: the way into deep states."""
    chains: int = 3
    """How many chains of links are followed, from what each answer tells to what may be done with it."""
    steps: int = 6
    """How far each goes."""
    only: frozenset[str] = frozenset()
    """These operations alone, where any are named."""


@dataclass
class Found:
    """Each failure once, with the request that repeats it."""

    failures: dict[tuple[str, str, str], str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    checked: Counter[str] = field(default_factory=Counter)

    def kinds(self) -> set[str]:
        return {kind for kind, _, _ in self.failures}

    def text(self) -> str:
        return "\n\n".join(
            [
                *(f"{kind} at {label} as {who}\n{text}" for (kind, label, who), text in self.failures.items()),
                *self.errors,
            ]
        )


def fuzz(stage: Stage, effort: Effort, tell: Callable[[str], None] = lambda _: None) -> Found:
    """Run all phases as the stage's identity; everything that happens is told as it goes."""
    stage.app.state.fuzz = stage
    found = Found()
    for event in from_schema(_schema(stage, effort)).execute():
        if isinstance(event, events.PhaseFinished):
            tell(f"{stage.asker.name}: {event.phase.name.value} done, {sum(stage.statuses.values())} requests")
        elif isinstance(event, events.ScenarioFinished):
            for new in _note(found, stage, event):
                tell(new)
        elif isinstance(event, events.NonFatalError):
            if event.info.title != "Missing Open API links":  # of a share that has no collection to create in
                found.errors.append(f"{event.label}: {event.info.title}\n{event.info.message}")
        elif isinstance(event, events.FatalError):
            raise event.exception
    return found


def _note(found: Found, stage: Stage, event: ScenarioFinished) -> Iterator[str]:
    """Keep what failed, and give what had not failed before."""
    for nodes in event.recorder.checks.values():
        for node in nodes:
            found.checked[node.name] += 1
            if node.failure_info is None:
                continue
            failed: Failure = node.failure_info.failure
            curl = TOKEN.sub(f"Bearer $TOKEN_OF_{stage.asker.role.upper()}", node.failure_info.code_sample)
            key = (type(failed).__name__, str(failed.operation), stage.asker.name)
            if key not in found.failures:
                found.failures[key] = f"{failed.message[:1500]}\n{curl[:1000]}"
                yield f"{key[0]} at {key[1]} as {key[2]}\n{found.failures[key]}"


def _schema(stage: Stage, effort: Effort) -> Any:
    chosen = effort.only or labels(stage.app.openapi())
    contract = _closed(_lighter(_part(stage.app.openapi(), chosen)))
    schema = schemathesis.openapi.from_dict(contract, config=_config(effort, chosen))
    schema.app = stage.app

    @schema.auth(refresh_interval=None)
    class Token:
        def get(self, case: schemathesis.Case, context: Any) -> str:
            return stage.token_of(stage.asker)

        def set(self, case: schemathesis.Case, data: str, context: Any) -> None:
            case.headers["Authorization"] = f"Bearer {data}"

    @schema.hook
    def filter_failure(context: Any, failure: Failure, case: schemathesis.Case, response: Any) -> bool:
        return not (checks.of_another_path(stage, failure, case, response) or checks.of_a_file(failure, case, FILES))

    return schema.include(func=lambda context: context.operation.label in chosen)


def _config(effort: Effort, chosen: frozenset[str]) -> SchemathesisConfig:
    uncovered = chosen - effort.covered if effort.covered is not None else frozenset[str]()
    return SchemathesisConfig.from_dict(
        {
            "seed": effort.seed,
            "base-url": BASE,
            "continue-on-failure": True,
            "request-timeout": 120,  # as patient as PATIENT
            "output": {"sanitization": {"enabled": False}},
            "generation": {
                "max-examples": effort.examples,
                "mode": "all",
                "no-shrink": True,
                "deterministic": True,
                "database": "none",
            },
            "phases": {"stateful": {"max-steps": effort.steps, "generation": {"max-examples": effort.chains}}},
            "operations": [
                {
                    "include-name-regex": f"^({'|'.join(re.escape(each) for each in sorted(uncovered))})$",
                    "generation": {"mode": "positive"},
                    "phases": {"coverage": {"enabled": False}},
                }
            ]
            if uncovered
            else [],
            "checks": {
                # What spans members (dates, checksums, states) no schema can say; the examples are tested elsewhere.
                "positive_data_acceptance": {"enabled": False},
                "negative_data_rejection": {"expected-statuses": REFUSES},
                "missing_required_header": {"expected-statuses": REFUSES},
            },
        }
    )


def _part(contract: JSON, chosen: frozenset[str]) -> JSON:
    """A copy of the paths where something is chosen, with what these name: the engine looks through all it is given."""
    paths = {path: item for path, item in contract["paths"].items() if not chosen.isdisjoint(labels_of(path, item))}
    part = {**contract, "paths": paths, "components": dict(contract["components"])}
    prune(part)
    part = deepcopy(part)
    keep(part)
    return part


def _closed(contract: JSON) -> JSON:
    """An answer with a member more than the contract has is one too many; problems alone may have more."""
    for name, schema in contract["components"]["schemas"].items():
        if "properties" in schema and name != "Problem":
            schema.setdefault("additionalProperties", False)
    return contract


def _lighter(value: Any) -> Any:
    """Without the pattern that only says "no NUL": to bound and compile it takes a third of a second each time, and
    NUL is tried all the sooner."""
    if isinstance(value, dict):
        if value.get("pattern") == ANY_TEXT:
            del value["pattern"]
        for each in value.values():
            _lighter(each)
    elif isinstance(value, list):
        for each in value:
            _lighter(each)
    return value


@schemathesis.serializer(*FILES)
def as_it_is(context: Any, value: Any) -> bytes:
    """A file travels raw."""
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def before_call(context: Any, case: schemathesis.Case, kwargs: JSON) -> None:
    stage_of(case).make_real(case)


@schemathesis.hook
def after_call(context: Any, case: schemathesis.Case, response: schemathesis.Response) -> None:
    stage_of(case).remember(case, response)
