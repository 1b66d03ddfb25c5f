"""Calendar days as they come in."""

from datetime import date, timedelta

import pytest
from pydantic import TypeAdapter, ValidationError

from app.common.days import Day, PastDay, today

DAY, PAST = TypeAdapter[date](Day), TypeAdapter[date](PastDay)


@pytest.mark.parametrize("given", ["1900-01-01", "2026-02-28", "2199-12-31"])
def test_from_1900_to_2199(given: str) -> None:
    assert DAY.validate_python(given).isoformat() == given


@pytest.mark.parametrize("given", ["0001-01-01", "1066-10-14", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_what_nothing_can_be_about_is_a_slip(given: str) -> None:
    for kind in (DAY, PAST):
        with pytest.raises(ValidationError) as caught:
            kind.validate_python(given)
        assert caught.value.errors()[0]["ctx"]["error"].code == "implausible_date"


def test_a_day_that_has_come() -> None:
    assert PAST.validate_python(today().isoformat()) == today()
    with pytest.raises(ValidationError) as caught:
        PAST.validate_python((today() + timedelta(days=1)).isoformat())
    assert caught.value.errors()[0]["ctx"]["error"].code == "date_in_future"
    with pytest.raises(ValidationError):
        PAST.validate_python("1899-12-31")
