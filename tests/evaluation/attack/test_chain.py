"""A year that is recalled and built again more than once: every release of it has been read."""

from dataclasses import replace

import polars as pl
import pytest

from app.evaluation.attack.audit import audit
from app.evaluation.disclosure import build as build_module
from app.evaluation.disclosure.besides import Besides
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import PUBLISHED
from tests.evaluation.attack.naive import SECRET as SECRET_OF_SERIES
from tests.evaluation.attack.series import series
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


def test_what_tells_of_a_few_with_what_is_out_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last release has late ones of whom the first shows another mean."""
    made = series(8, 300, DECLARED)
    *earlier, last = made.releases
    monkeypatch.setattr(build_module, "Besides", lambda answers, out: Besides(answers, out.clear()))
    mutant = build(made.snapshots[-1], DECLARED, SECRET_OF_SERIES, last.release, last.years, earlier, final=True)

    assert audit(last, earlier, DECLARED, made.snapshots[-1]) == []
    found = audit(mutant, earlier, DECLARED, made.snapshots[-1])
    assert found
    assert [each for each in found if "figures together tell of" not in each.what] == []
