"""Means made again beside recalled ones: whoever has read both works out nothing of a few."""

import polars as pl

from app.evaluation.attack.besides import told_by_both
from app.evaluation.attack.ranks import determined
from app.evaluation.disclosure.declared import COORDINATES
from app.evaluation.disclosure.frames import KNOWN
from app.evaluation.disclosure.remade import withdrawn
from tests.evaluation.attack.by_hand import behind, ledger, members
from tests.evaluation.disclosure.conftest import DECLARED

WHOLE = behind(range(30))
AGAIN = behind(range(45), release="r2")
PART = behind(range(30, 43), release="r2", place_level="project", place_code="a")


def test_what_leaves_two_persons_is_withdrawn_the_smaller_group_first() -> None:
    assert [each.what[-19:] for each in determined(members(WHOLE, AGAIN, PART), 10)] == ["determine 2 persons"]

    gone = withdrawn(DECLARED, ledger(AGAIN, PART), ledger(WHOLE))

    assert gone.select("place_code").rows() == [("a",)]
    left = ledger(AGAIN, PART).join(gone, on=["file", *COORDINATES], how="anti")
    assert left["persons"].list.len().to_list() == [45]
    assert not list(determined(members(WHOLE, AGAIN), 10))


def test_what_was_kept_or_leaves_ten_stays() -> None:
    assert withdrawn(DECLARED, ledger(AGAIN), ledger(WHOLE)).is_empty()
    kept = ledger(WHOLE).with_columns(release=pl.lit("r2"))
    assert withdrawn(DECLARED, kept, ledger(WHOLE)).is_empty()


def test_what_leaves_two_persons_besides_one_controllers_own_is_withdrawn_as_well() -> None:
    """Fifteen came; thirteen of them answered to one controller, which knows what they did."""
    answered = {"variable": "who5_end", "by": "ngo", "persons": [*map(str, range(30, 43))]}
    known = pl.DataFrame([answered], schema=KNOWN)
    read, both = ledger(WHOLE), ledger(WHOLE, AGAIN)

    assert withdrawn(DECLARED, ledger(AGAIN), read, known).height == 1
    assert {each.what for each in told_by_both(both, read, known, DECLARED)} == {
        "besides those whom one knows: who5: the figures together determine 2 persons"
    }
    # Who has their sessions alone does not know what they answered; and what was out already is no news.
    sessions = known.with_columns(variable=pl.lit("sessions"))
    assert withdrawn(DECLARED, ledger(AGAIN), read, sessions).is_empty()
    assert not list(told_by_both(both, read, sessions, DECLARED))
    assert not list(told_by_both(both, both, known, DECLARED))
