import numpy as np
import pytest

from app.evaluation.disclosure.noise import cell_key, perturbation, record_key
from tests.evaluation.disclosure.conftest import DECLARED

TABLE = perturbation(DECLARED.noise)
TRUE = range(60)


@pytest.mark.parametrize("true", TRUE)
def test_every_row_is_a_distribution_without_bias_within_reach_and_without_small_results(true: int) -> None:
    row = TABLE.row(true)
    assert sum(row.values()) == pytest.approx(1, abs=1e-9)
    assert sum(part * (result - true) for result, part in row.items()) == pytest.approx(0, abs=1e-6)
    assert all(abs(result - true) <= 5 for result in row)
    assert not set(row) & {1, 2, 3, 4}
    assert min(row) >= 0


def test_nobody_stays_nobody() -> None:
    assert TABLE.row(0) == {0: 1.0}


@pytest.mark.parametrize("true", [5, 7, 8, 9, 10, 11, 40])
def test_the_variance_is_the_declared_one_where_nothing_is_in_the_way(true: int) -> None:
    variance = sum(part * (result - true) ** 2 for result, part in TABLE.row(true).items())
    assert variance == pytest.approx(3.0, abs=1e-5)


@pytest.mark.parametrize("true", range(1, 30))
def test_no_other_distribution_under_the_same_conditions_has_more_entropy(true: int) -> None:
    """Along any direction that keeps sum, mean and variance, entropy falls."""
    row = TABLE.row(true)
    parts, steps = np.array(list(row.values())), np.array(list(row)) - true
    conditions = np.vstack([np.ones(len(parts)), steps, steps**2]).astype(float)
    directions = np.linalg.svd(conditions)[2][3:]
    for direction in directions:
        assert direction @ np.log(parts) == pytest.approx(0, abs=2e-3)


def test_every_result_within_reach_is_possible_so_that_few_are_certain() -> None:
    for true in range(1, 30):
        reach = {each for each in range(max(0, true - 5), true + 6) if each == 0 or each >= 5}
        assert set(TABLE.row(true)) == reach


def test_noise_is_unbiased_over_many_keys() -> None:
    rng = np.random.default_rng(7)
    for true in (1, 2, 3, 4, 5, 6, 10, 250):
        keys = rng.integers(0, 2**64, 200_000, dtype=np.uint64)
        shown = TABLE.published(np.full(len(keys), true), keys)
        assert abs((shown - true).mean()) < 5 * (shown - true).std() / len(keys) ** 0.5
        assert not set(np.unique(shown)) & {1, 2, 3, 4}
        for result, part in TABLE.row(true).items():
            assert (shown == result).mean() == pytest.approx(part, abs=0.006)


def test_the_noise_of_real_keys_is_unbiased() -> None:
    keys = np.array([record_key(b"programme", f"citizen {number}") for number in range(50_000)], np.uint64)
    noise = TABLE.published(np.full(len(keys), 20), keys) - 20
    assert abs(noise.mean()) < 5 * noise.std() / len(keys) ** 0.5
    assert noise.std() == pytest.approx(3**0.5, abs=0.03)


def test_a_cells_key_is_of_its_persons_whatever_their_order_and_the_secret() -> None:
    people = ["a", "b", "c"]
    keys = [record_key(b"one", each) for each in people]
    assert cell_key(keys) == cell_key(reversed(keys)) == sum(keys) % 2**64
    assert keys != [record_key(b"other", each) for each in people]


def test_what_could_have_been_published_so() -> None:
    assert TABLE.truths(0) == (0, 1, 2, 3, 4, 5)
    assert TABLE.truths(5) == tuple(range(1, 11))
    assert TABLE.truths(3) == ()
    assert TABLE.truths(40) == tuple(range(35, 46))
