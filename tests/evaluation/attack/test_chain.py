"""A year that is recalled and built again more than once: every release of it has been read."""

import pytest

from app.evaluation.attack import audit as audit_module
from app.evaluation.attack.audit import audit
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import PUBLISHED
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, known_by, programme


def test_a_third_release_of_a_year_stands_beside_both_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fifth withdraws after the first and is back after the second, but for a few and without a few others."""
    monkeypatch.setattr(audit_module, "given_away", lambda *_: [])  # seconds, and nothing to say of this
    known = known_by(programme(1), 2023)
    people = known.persons["person"].sort()
    fewer, others = known.without(*people[::5]), known.without(*people[1::15])

    first = build(known, DECLARED, SECRET, "first", [2022])
    second = build(fewer, DECLARED, SECRET, "second", [2022], [first], supersedes=first)
    third = build(others, DECLARED, SECRET, "third", [2022], [first, second], supersedes=second)

    assert audit(third, [first, second], DECLARED, others) == []
    assert (third.means["status"] == PUBLISHED).sum() > 20
    assert (third.cells["status"] == PUBLISHED).sum() > 150
    # One that knows of the second alone is refused.
    blind = build(others, DECLARED, SECRET, "third", [2022], [second], supersedes=second)
    assert {each.attack for each in audit(blind, [first, second], DECLARED, others)} == {"ranks", "differences"}
