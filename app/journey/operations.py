"""What the caller can do: every operation open to them that writes, and what its record must be like."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from app.boundary.policy import Operation
from app.gate.desk import Desk
from app.journey.operation_views import CallableOperation, CallableOperations, OperationCondition
from app.journey.transitions import TRANSITIONS
from app.journey.ways import OWN_ID, Way
from app.reference.labels import operation_labels


class Writes(Protocol):
    """Whether the caller's function may write columns of what an operation changes."""

    def __call__(self, columns: tuple[str, ...]) -> bool:
        """Of these columns."""


class Open(NamedTuple):
    """An operation open to the caller."""

    operation_id: str
    method: str
    path: str
    words: str
    writes: Writes


def listed(desk: Desk, open_to: Iterable[Open]) -> CallableOperations:
    """The buttons, in the order of the contract."""
    return CallableOperations(items=[button for each in open_to for button in _buttons(desk, each)])


def _buttons(desk: Desk, it: Open) -> Iterator[CallableOperation]:
    label = operation_labels().get(it.operation_id)
    if label is None:
        return
    for way in TRANSITIONS.get(it.operation_id, (Way(()),)):
        if _open(desk, way, it.writes):
            yield CallableOperation.model_validate(
                {
                    "operation_id": it.operation_id,
                    "method": it.method,
                    "path": it.path,
                    "record": record_of(it.path),
                    "label_da": label,
                    "label_en": it.words,
                    "to": way.to,
                    "when": list(_conditions(desk, way)),
                }
            )


def record_of(path: str) -> str | None:
    """The part of a path that names a record."""
    return path[: path.rindex("}") + 1] if "}" in path else None


def _open(desk: Desk, way: Way, writes: Writes) -> bool:
    if way.functions is not None and not way.functions & desk.principal.functions:
        return False
    decides = desk.policy["grant_decision"].allows(desk.role, Operation.CREATE)
    return way.decides in {None, decides} and (not way.columns or writes(way.columns))


def _conditions(desk: Desk, way: Way) -> Iterator[OperationCondition]:
    for pointer, values in way.when:
        known = [str(desk.organisation_id) if each == OWN_ID else each for each in values]
        yield OperationCondition(pointer=pointer, values=known)
