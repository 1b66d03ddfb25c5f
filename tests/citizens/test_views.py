"""What is taken for a citizen's identity."""

import time
from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from app.citizens.views import IdentityIn
from app.common.days import today


def born(day: date) -> IdentityIn:
    given: dict[str, Any] = {"given_name": "Ågot", "family_name": "Sørensen", "birth_date": day.isoformat()}
    return IdentityIn.model_validate(given)


# Python can set the zone of its own process on POSIX systems alone, which are all that the service runs on.
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the clock's zone cannot be set")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_who_is_born_is_judged_by_the_day_in_denmark(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # At any hour one of the two has another day than Denmark.
    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        assert born(today()).birth_date == today()
        with pytest.raises(ValidationError):
            born(today() + timedelta(days=1))
    time.tzset()
