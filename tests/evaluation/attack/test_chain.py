"""A year that is recalled and built again more than once: every release of it has been read."""

from dataclasses import replace

import polars as pl

from app.evaluation.attack.audit import audit
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import PUBLISHED
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, known_by, programme


def test_a_third_release_of_a_year_is_the_first_again() -> None:
    """Many are gone at the second and back at the third, but for one answer that was corrected in between."""
    known = known_by(programme(1), 2023)
    people = known.persons["person"].sort()
    fewer = known.without(*people[::3])
    answers = pl.when(pl.col("person") == people[1]).then(100 - pl.col("who5_end")).otherwise("who5_end")
    corrected = replace(known, persons=known.persons.with_columns(who5_end=answers))

    first = build(known, DECLARED, SECRET, "first", [2022])
    second = build(fewer, DECLARED, SECRET, "second", [2022], [first], supersedes=first)
    third = build(corrected, DECLARED, SECRET, "third", [2022], [first, second], supersedes=second)

    assert (first.means["status"] == PUBLISHED).sum() > 20
    assert audit(third, [first, second], DECLARED, corrected) == []
    for name, frame in first.published().items():
        assert third.published()[name].drop("release").equals(frame.drop("release")), name
