"""What the attackers must and must not achieve, over a few invented programmes; `make attack` goes over many.

The attacks succeed on rows, on suppression and on live tables, or they are broken; on releases they fail.
"""

import pytest

from app.evaluation.attack import audit
from app.evaluation.disclosure.declared import declared
from tests.evaluation.attack import campaign
from tests.evaluation.attack.campaign import Rate
from tests.evaluation.attack.series import Series, series

DECLARED = declared()


@pytest.fixture(scope="module")
def releases() -> Series:
    return series(1, 300, DECLARED, new_key=True)


@pytest.fixture(scope="module")
def larger() -> Series:
    """Of more citizens, where the linear programme is quicker: fewer counts are small."""
    return series(1, 1000, DECLARED)


def missed(rates: list[Rate]) -> list[Rate]:
    assert rates
    return [each for each in rates if not each.as_it_should_be]


def test_rows_single_people_out(releases: Series) -> None:
    assert not missed(list(campaign.on_rows(releases.whole)))


def test_suppression_gives_small_cells_away(releases: Series) -> None:
    assert not missed(list(campaign.on_suppression(releases.snapshots[0], DECLARED, releases.releases[0].years)))


def test_live_tables_tell_of_who_withdrew(releases: Series) -> None:
    assert not missed(list(campaign.on_live(releases.snapshots[0], DECLARED, targets=3)))


def test_releases_withstand(larger: Series) -> None:
    assert not missed(list(campaign.on_releases(larger, DECLARED)))


def test_releases_are_what_they_are_declared_to_be(releases: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    # The linear programme over all releases together is part of the test above, and takes seconds for each.
    monkeypatch.setattr(audit, "given_away", lambda *_: [])
    assert not missed(list(campaign.kept(releases, DECLARED)))


def test_what_is_out_stays_as_it_is(releases: Series) -> None:
    """Withdrawals, late arrivals and a new key come after the first release; no later one shows any of it again."""
    first, *later = (set(each.cells["period"]) - {"late"} for each in releases.releases)
    assert first
    assert not any(first & periods for periods in later)
