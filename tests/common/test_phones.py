import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.phones import InvalidPhone, normalise_phone


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("20123456", "+4520123456"),
        ("20 12 34 56", "+4520123456"),
        ("20-12-34-56", "+4520123456"),
        ("+45 20 12 34 56", "+4520123456"),
        ("004520123456", "+4520123456"),
        ("+298 123456", "+298123456"),
        ("+46 70 123 45 67", "+46701234567"),
    ],
)
def test_numbers_become_e164(written: str, number: str) -> None:
    assert normalise_phone(written) == number
    assert normalise_phone(number) == number


@pytest.mark.parametrize(
    "written",
    [
        "",
        "112",
        "10123456",
        "2012345",
        "201234567",
        "+4510123456",
        "+45201234567",
        "+0123456789",
        "+1234567890123456",
        "20  123456",
        "(20) 12 34 56",
        "20.12.34.56",
        "٢٠١٢٣٤٥٦",
        "20123456 ext 1",
        "20123456\n",
        "tel:+4520123456",
        "++4520123456",
    ],
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(InvalidPhone) as refused:
        normalise_phone(written)
    assert refused.value.code == "invalid_phone"


@given(st.text(alphabet="+0123456789 -", max_size=24))
def test_what_is_accepted_is_e164_and_stays(text: str) -> None:
    try:
        number = normalise_phone(text)
    except InvalidPhone:
        return
    assert number[0] == "+"
    assert number[1:].isdigit()
    assert 7 <= len(number[1:]) <= 15
    assert normalise_phone(number) == number
