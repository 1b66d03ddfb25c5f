from datetime import UTC, date, datetime

from app.common.workdays import danish_date, workdays_after, workdays_between


def test_weekends_and_holidays_do_not_count() -> None:
    # Friday before Easter week 2025: Maundy Thursday 17/4, Good Friday 18/4, Easter Monday 21/4.
    assert workdays_after(date(2025, 4, 11), 1) == date(2025, 4, 14)
    assert workdays_after(date(2025, 4, 16), 1) == date(2025, 4, 22)
    assert workdays_after(date(2025, 4, 16), 3) == date(2025, 4, 24)


def test_store_bededag_counts_as_a_working_day_since_2024() -> None:
    assert date(2023, 5, 5) not in workdays_between(date(2023, 5, 1), date(2023, 5, 31))
    assert date(2024, 4, 26) in workdays_between(date(2024, 4, 1), date(2024, 4, 30))


def test_a_deadline_runs_over_the_turn_of_the_year() -> None:
    assert workdays_after(date(2024, 12, 30), 2) == date(2025, 1, 2)


def test_the_day_is_the_one_in_denmark() -> None:
    assert danish_date(datetime(2025, 6, 30, 22, 30, tzinfo=UTC)) == date(2025, 7, 1)
    assert danish_date(datetime(2025, 12, 31, 22, 30, tzinfo=UTC)) == date(2025, 12, 31)
