import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.dk import cpr as stdnum_cpr

from app.common.cpr import (
    InvalidCPR,
    InvalidCVR,
    cpr_birth_date,
    holds_cpr,
    normalise_cpr,
    normalise_cvr,
)

NEXT_YEAR = f"0101{(dt.datetime.now(dt.UTC).year + 1) % 100:02}4000"


@pytest.mark.parametrize(
    ("written", "number", "born"),
    [
        ("010180-5000", "0101805000", dt.date(1880, 1, 1)),
        ("0101805000", "0101805000", dt.date(1880, 1, 1)),
        (" 311299-8999 ", "3112998999", dt.date(1899, 12, 31)),
        ("290200-4000", "2902004000", dt.date(2000, 2, 29)),
        ("010136-4000", "0101364000", None),
        ("010158-5AB1", "0101585AB1", None),
        ("999999abcd", "999999ABCD", None),
    ],
)
def test_numbers_in_one_spelling(written: str, number: str, born: dt.date | None) -> None:
    if number == "0101364000":  # 2036: not born yet
        with pytest.raises(InvalidCPR):
            normalise_cpr(written)
        return
    assert normalise_cpr(written) == number
    assert cpr_birth_date(written) == born


def test_modulus_11_is_never_checked() -> None:
    numbers = [f"010190{serial:04}" for serial in range(1, 100)]
    assert {stdnum_cpr.checksum(n) == 0 for n in numbers} == {True, False}
    assert [normalise_cpr(n) for n in numbers] == numbers


@pytest.mark.parametrize(
    "written",
    [
        "",
        "310290-1234",
        "290299-5000",
        "000190-1234",
        "010190 1234",
        "01-01-90-1234",
        "010190--1234",
        "0101901234\n",
        "010190-123",
        "010190-12345",
        "٠١٠١٩٠١٢٣٤",
        "010190‑1234",
        "０１０１９０１２３４",
        "010190-12Å4",
        "610190-1234",
        NEXT_YEAR,
    ],
)
def test_what_is_no_cpr_number_is_never_repeated(written: str) -> None:
    with pytest.raises(InvalidCPR) as refused:
        normalise_cpr(written)
    assert refused.value.code == "invalid_cpr"
    assert written.strip() == "" or written not in f"{refused.value!r}{refused.value.message_da}"


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = normalise_cpr(text)
    except InvalidCPR:
        return
    assert normalise_cpr(number) == number
    assert len(number) == 10


def test_a_number_is_found_in_words_however_it_is_written() -> None:
    for words in (
        "Borgeren 010190-1234.", "0101901234", "01.01.90-1234", "01 01 90 1234", "010190 – 1234",
        "０１０１９０１２３４", "0101\u200b901234", "610190-1234", "310190-AB12", "x010190-1234y",
        "010190\n1234", "010190:1234", "010190_1234", "010190 _1234", "01 01 90 12 34", "01_01_90_12_34",
        "01-01-90 - 12-34", "01.01.90 12 34", "٠١٠١٩٠١٢٣٤", "०१०१९०-१२३४", "0\ufe0f\u20e3101901234", "310190_AB12",
        "CPR:010190/1234, 2 børn", "010190 12 34",
        "01/01-1990-1234", "1.1.1990-1234", "01.01.1990-1234", "1/1 1890 1234", "d. 1.12.1890, 1234", "01011990-1234",
        "010119901234", "01 01 1990 1234", "f. 31/12-1899-5000.", "01.01.1990 1234", "2/1-2001-5001", "1/9 2002-5025",
        "1.2.2004: 4500", "12.05.2014-4500", "1.2.2014,4500", "120520149500",
        "8f2c0000-0101-90-1234", "8f2c0000-0101-4901-8234-0000000000ab 010190-1234",
        "x8f2c0000010149018234ab0101901234",
        "0-1-0-1-9-0-1-2-3-4", "0 1 0 1 9 0 1 2 3 4", "0.1.0.1.9.0 - 1.2.3.4", "0_1_0_1_9_0_1_2_3_4",
    ):  # fmt: skip
        assert holds_cpr(words), words
    for words in (
        "Tlf. 20 00 00 01", "den 14.05.2024 kl. 10.30", "2024-05-14T10:30", "konto 1234567890", "5798000012345",
        "010124-010125", "lokale 310", "",
        "20123456", "+45 20 12 34 56", "2012 3456", "Tlf. 20 12 34 56, 22 33 44 55", "10.121.250,00 kr.", "101.250,75",
        "10 12 19 50", "2024-05-10 10:30:00", "14.05.24 10:30", "14.05.2024 10:30", "01.01.2024 - 31.12.2024",
        "01.01.24-31.12.24", "13.05-17.05.24", "13.05.\u201317.05.24", "2026-02-10/2026-03-10", "14-05-2024",
        "Sag 2024-12345", "Sag 24/01234", "J.nr. 2023-01-1234", "12-2024-1234", "CVR 10121250",
        "kl. 10.30-12.00", "uge 20 og 21",
        "14.05.2024 1030", "14/5-2024, 1030", "14.5.2024 kl. 1030", "14.5.2024-17.5.2024", "1/9 2022-2025",
        "1.10.2022 - 2025", "2024-05-10 2030-2200", "10-05-2024 08:00-16:00", "14.05.2024, 10.30-12.00",
        "beløb 1.2.2024: 4500", "12.05.2024-3000", "1.2.2024 4500 kr.", "12.05.2024, 7500", "12.05.2024 - 4500",
        "12/5-2024:4500", "12.05.2004-3000",
        "14.05.2024 3312 3456", "14.05.2024 20 12 34 56", "14.05.2024: 33123456", "+31 10 2010 1234", "+45 2012 3456",
        "0045 20 12 34 56", "2 0 1 2 3 4 5 6", "1, 0, 0, 5, 3, 2, 1, 0, 2, 3", "1 2 3 4 5 6 7 8 9 10",
        "J.nr. 27.36.04-A00-1-24", "J.nr. 16.03.26-G01-3-24", "Sag 2024-05-0012", "SAG-2024-00123", "Sag 12/2024-1234",
        "BEK nr. 267 af 28.02.2022, § 18", "28/02/2022 (BEK 767/2022)", "1.000.000,00 kr.", "1.1.1-1.1.9",
        "SAG-8f2c0000-0101-4901-8234-0000000000ab", "8F2C0000010149018234AB0101901234",
    ):  # fmt: skip
        assert not holds_cpr(words), words


def test_cvr() -> None:
    assert normalise_cvr("13585628") == "13585628"
    assert normalise_cvr(" DK13585628 ") == "13585628"
    for wrong in ("13585627", "1358562", "03585628", "135 85 628", "١٣٥٨٥٦٢٨", "", "dk13585628"):
        with pytest.raises(InvalidCVR):
            normalise_cvr(wrong)
