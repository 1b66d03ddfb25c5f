"""Scores and bands, computed by hand."""

import pytest

from app.measurements.scoring import band_of, score_of
from app.measurements.shipped import shipped
from app.measurements.states import Wave
from tests.support.world import JSON

SHIPPED = {each.code: each.model_dump(mode="json") for each in shipped()}
WHO5, INSPIRE = SHIPPED["who5"], SHIPPED["brief_inspire_o"]


def answers(instrument: JSON, *values: int) -> dict[str, int]:
    return {item["id"]: value for item, value in zip(instrument["items"], values, strict=False)}


@pytest.mark.parametrize(
    ("values", "score"),
    [((0, 0, 0, 0, 0), 0), ((5, 5, 5, 5, 5), 100), ((3, 2, 1, 0, 1), 28), ((3, 3, 3, 2, 2), 52), ((1, 2, 3, 4), None)],
)
def test_who_5_is_the_sum_times_four_of_all_five(values: tuple[int, ...], score: int | None) -> None:
    assert score_of(WHO5, answers(WHO5, *values)) == score


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0, "at_most_28"),
        (28, "at_most_28"),
        (29, "at_most_35"),
        (35, "at_most_35"),
        (36, "at_most_50"),
        (50, "at_most_50"),
        (51, None),
        (100, None),
        (None, None),
    ],
)
def test_who_5_bands_at_their_edges(score: int | None, band: str | None) -> None:
    assert band_of(WHO5["bands"], score) == band


@pytest.mark.parametrize(
    ("values", "score"),
    [((0, 0, 0, 0, 0), 0), ((4, 4, 4, 4, 4), 100), ((1, 2, 3, 4, 1), 55), ((4, 4, 4, 4), None)],
)
def test_brief_inspire_o_is_the_sum_of_twenty_as_a_percentage(values: tuple[int, ...], score: int | None) -> None:
    assert score_of(INSPIRE, answers(INSPIRE, *values)) == score


@pytest.mark.parametrize(
    ("values", "score"), [((1,), 25), ((1, 2), 38), ((1, 1, 3), 42), ((4, 4, 3), 92), ((0,), 0), ((), None)]
)
def test_a_share_of_what_was_answered_is_rounded_half_up(values: tuple[int, ...], score: int | None) -> None:
    """3 of 8 is 37.5, 5 of 12 is 41.67, 11 of 12 is 91.67."""
    form = SHIPPED["safety"]
    assert score_of(form, answers(form, *values)) == score


def test_what_ships_is_scoring_only() -> None:
    assert {*SHIPPED} == {"who5", "brief_inspire_o", "benefit", "safety", "freedom", "scope_for_action"}
    for each in SHIPPED.values():
        assert all(item["wording_da"] is item["wording_en"] is None for item in each["items"])
        assert each["requires_evaluation_consent"]
        assert {*each["waves"]} <= {*Wave}
    assert (len(WHO5["items"]), WHO5["scale_min"], WHO5["scale_max"], WHO5["relevant_change"]) == (5, 0, 5, 10)
    assert (len(INSPIRE["items"]), INSPIRE["scale_min"], INSPIRE["scale_max"]) == (5, 0, 4)
    assert all(item["required"] for each in (WHO5, INSPIRE) for item in each["items"])
