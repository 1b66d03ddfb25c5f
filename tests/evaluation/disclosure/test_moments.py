import math
from statistics import fmean

import numpy as np
import pytest

from app.evaluation.disclosure.moments import significant
from tests.evaluation.disclosure.conftest import DECLARED, case
from tests.evaluation.disclosure.test_means import isolated, shown

VARIABLES = DECLARED.moments.variables


@pytest.mark.parametrize("seed", range(1, 4))
@pytest.mark.parametrize("citizens", [300, 1000])
def test_every_vector_is_of_thirty_who_have_every_value(seed: int, citizens: int) -> None:
    one = case(seed, citizens)
    sets = {}
    for row, persons in shown(one, "moments"):
        assert len(persons) >= 30
        assert all(each[name] is not None for each in persons for name in VARIABLES)
        at = tuple(row[name] for name in ("table", "period", "place_level", "place_code", "track", "sex", "age_group"))
        sets[at] = frozenset(each["person"] for each in persons)
    assert isolated(sets, 30) == []
    for row, persons in shown(one):
        if row["measure"] in ("who5", "recovery", "benefit", "sessions", "hours"):
            mean = {each["person"] for each in persons}
            assert not any(vector <= mean and 0 < len(mean - vector) < 10 for vector in sets.values())


def test_every_entry_is_the_truth_at_three_digits() -> None:
    one = case(1)
    rows = shown(one, "moments")
    assert rows
    for row, persons in rows:
        first, second = ([float(each[row[name]]) for each in persons] for name in ("variable_1", "variable_2"))
        true = fmean(first) if row["statistic"] == "mean" else float(np.cov(first, second)[0, 1])
        assert math.isclose(row["value"], true, rel_tol=0.0051, abs_tol=1e-9)
        assert row["value"] == significant(row["value"], 3)


def test_each_class_has_every_entry_once() -> None:
    moments = case(1).built.moments
    number = len(VARIABLES) + len(VARIABLES) * (len(VARIABLES) + 1) // 2
    classes = moments.group_by("table", "period", "place_code", "track", "sex", "age_group", "period_type").len()
    assert set(classes["len"]) == {number}


def test_significant_digits() -> None:
    assert significant(123.456, 3) == 123.0
    assert significant(-0.0012349, 3) == -0.00123
    assert significant(0.0, 3) == 0.0
