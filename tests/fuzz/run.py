"""One run of Schemathesis's engine as one identity, and what came of it."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure
from schemathesis.engine import events, from_schema
from schemathesis.engine.events import ScenarioFinished

from app.contract.bounds import ANY_TEXT
from tests.fuzz import checks
from tests.fuzz.stage import Stage, labels, stage_of

JSON = dict[str, Any]
FILES = ("application/pdf", "image/png", "image/jpeg", "image/webp", "image/tiff")
BASE = "http://127.0.0.1:8000"
REFUSES = ["400", "401", "403", "404", "405", "406", "409", "412", "413", "414", "415", "422", "428", "431", "503"]
"""With what a request that breaks the contract may be met; 429 as well where there is a rate."""


@dataclass(frozen=True)
class Effort:
    """How much is tried."""

    seed: int = 1
    examples: int = 2
    operations: int | None = None
    """About how many operations of the role, whole collections at a time, chosen by the seed; else all there are."""
    valid_only: bool = False
    """Requests as the contract wants them, by example, at random and along links: the way into deep states."""
    steps: int = 6
    """How far a chain of links goes."""
    seconds: int | None = None
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
            _note(found, stage, event)
        elif isinstance(event, events.NonFatalError):
            if event.info.title != "Missing Open API links":  # of a share that has no collection to create in
                found.errors.append(f"{event.label}: {event.info.title}\n{event.info.message}")
        elif isinstance(event, events.FatalError):
            raise event.exception
    return found


def _note(found: Found, stage: Stage, event: ScenarioFinished) -> None:
    for nodes in event.recorder.checks.values():
        for node in nodes:
            found.checked[node.name] += 1
            if node.failure_info is None:
                continue
            failed: Failure = node.failure_info.failure
            token = f"Bearer {stage.asker.party.token}"
            curl = node.failure_info.code_sample.replace(token, f"Bearer $TOKEN_OF_{stage.asker.role.upper()}")
            key = (type(failed).__name__, str(failed.operation), stage.asker.name)
            found.failures.setdefault(key, f"{failed.message[:1500]}\n{curl[:1000]}")


def _schema(stage: Stage, effort: Effort) -> Any:
    schema = schemathesis.openapi.from_dict(_closed(_lighter(deepcopy(stage.app.openapi()))), config=_config(effort))
    schema.app = stage.app

    @schema.auth(refresh_interval=None)
    class Token:
        def get(self, case: schemathesis.Case, context: Any) -> str:
            return stage.asker.party.token

        def set(self, case: schemathesis.Case, data: str, context: Any) -> None:
            case.headers["Authorization"] = f"Bearer {data}"

    @schema.hook
    def filter_failure(context: Any, failure: Failure, case: schemathesis.Case, response: Any) -> bool:
        return not checks.of_another_path(stage, failure, case, response)

    chosen = effort.only or _share(stage, effort)
    return schema.include(func=lambda context: context.operation.label in chosen)


def _share(stage: Stage, effort: Effort) -> frozenset[str]:
    everything = labels(stage.app.openapi())
    if effort.operations is None:
        return everything
    collections: dict[str, set[str]] = {}
    for label in sorted(stage.labels_of_role):
        collections.setdefault("/".join(label.split("/")[1:3]), set()).add(label)
    names, chosen = sorted(collections), set[str]()
    Random(f"{effort.seed} {stage.asker.name}").shuffle(names)
    while names and len(chosen) < effort.operations:
        chosen |= collections[names.pop()]
    return frozenset(chosen)


def _config(effort: Effort) -> SchemathesisConfig:
    return SchemathesisConfig.from_dict(
        {
            "seed": effort.seed,
            **({"max-time": effort.seconds} if effort.seconds else {}),
            "base-url": BASE,
            "continue-on-failure": True,
            "output": {"sanitization": {"enabled": False}},
            "generation": {
                "max-examples": effort.examples,
                "mode": "positive" if effort.valid_only else "all",
                "no-shrink": True,
                "deterministic": effort.seconds is None,
                "database": "none",
            },
            "phases": {"coverage": {"enabled": not effort.valid_only}, "stateful": {"max-steps": effort.steps}},
            "checks": {
                # What spans members (dates, checksums, states) no schema can say; the examples are tested elsewhere.
                "positive_data_acceptance": {"enabled": False},
                "negative_data_rejection": {"expected-statuses": REFUSES},
                "missing_required_header": {"expected-statuses": REFUSES},
            },
        }
    )


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
