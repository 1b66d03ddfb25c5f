from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter, ValidationError

from app.common.moments import CLOCK_DRIFT, Moment, is_ahead

READ = TypeAdapter(Moment)


def test_a_moment_is_kept_in_utc() -> None:
    assert READ.validate_python("2026-02-01T00:30:00+01:00") == datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
    assert READ.validate_python("2026-02-01T00:30:00Z").tzinfo is UTC


@pytest.mark.parametrize(
    "value",
    [
        1_760_000_000,
        "1760000000",
        "2026-02-01",
        "2026-02-01T00:30:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "1899-12-31T00:00:00Z",
        None,
        True,
    ],
)
def test_what_is_no_moment(value: object) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python(value)


def test_another_clock_may_be_a_little_ahead() -> None:
    now = datetime.now(UTC)
    assert not is_ahead(now - timedelta(days=1))
    assert not is_ahead(now + CLOCK_DRIFT / 2)
    assert is_ahead(now + 4 * CLOCK_DRIFT)
