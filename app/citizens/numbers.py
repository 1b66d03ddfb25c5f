"""Whether a text holds a CPR number or a telephone number, however it is written or spoken."""

from collections.abc import Iterator, Sequence

from app.citizens.spelling import MIXED, words_of

_DIGITS_FOR = str.maketrans("oliszb", "011528")
_ONES = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_TEENS = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
_TENS = ("tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")
_SPOKEN = {
    "et": "1",
    **{word: str(number) for number, word in enumerate(_ONES + _TEENS)},
    **{word: str(number * 10) for number, word in enumerate(_TENS, 2)},
    **{f"{one}og{ten}": f"{tens}{ones}" for tens, ten in enumerate(_TENS, 2) for ones, one in enumerate(_ONES) if ones},
}
"""Danish numbers below a hundred, as a number is dictated."""
_BORN = 6
"""Digits of a CPR number that are the birth date."""
_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_MIN_MONTH = 3
_BETWEEN = frozenset({"af", "den", "i", "og", "år", "året"})
"""Words that may stand between the parts of a date."""
_DANISH, _DANISH_DIGITS, _FOREIGN_DIGITS = "+45", 8, 6
"""A Danish number is written without its country code; of a foreign one the end is the same everywhere."""


def phones(phone: str | None) -> Iterator[str]:
    """What of a telephone number stands in a text that holds it."""
    if phone:
        digits = "".join(each for each in phone if each.isdigit())
        yield digits[-(_DANISH_DIGITS if phone.startswith(_DANISH) else _FOREIGN_DIGITS) :]


def has_number(cprs: Sequence[str], phone: str | None, base: str) -> bool:
    """Whether a number stands there in parts, with letters among its digits, or spoken."""
    numbers = _numbers(base)
    streams = {
        "".join(numbers),
        "".join(number for mixed in MIXED.findall(base) for number in _numbers(mixed.translate(_DIGITS_FOR))),
        "".join(_SPOKEN.get(word, word if word.isdigit() else "") for word in words_of(base)),
    }
    if any(each in stream for each in (*cprs, *phones(phone)) if each for stream in streams):
        return True
    # Birth date and last four digits apart from each other.
    return any(cpr[:_BORN] in stream and cpr[_BORN:] in numbers for cpr in cprs if cpr for stream in streams)


def has_birth_date(cpr: str, base: str) -> bool:
    """Whether the birth date in a CPR number stands there as people write a date, and the last four elsewhere."""
    if not cpr[:_BORN].isdigit():
        return False
    last = cpr[_BORN:].casefold()
    words = [each for each in words_of(base) if each not in _BETWEEN]
    for said in (words, [_SPOKEN.get(each, each) for each in words]):
        places = [
            (at, at + length)
            for length in (1, 2, 4)
            for at in range(len(said) - length + 1)
            if "".join(said[at : at + length]) == last
        ]
        dates = _dates(said, int(cpr[:2]), int(cpr[2:4]), cpr[4:_BORN]) if places else ()
        if any(ends <= start or end <= begins for start, end in dates for begins, ends in places):
            return True
    return False


def _dates(said: list[str], day: int, month: int, year: str) -> Iterator[tuple[int, int]]:
    """Where a date begins and ends: 23/5-67, 23. maj 1867, 1867-05-23, 2305 1867, 23051867."""
    for at in range(len(said)):
        one, two, three = (*said[at : at + 3], "", "")[:3]
        if _is_day(one, day) and _is_month(two, month) and _is_year(three, year):
            yield at, at + 3
        if _is_year(one, year) and _is_month(two, month) and _is_day(three, day):
            yield at, at + 3
        if one == f"{day:02}{month:02}" and _is_year(two, year):
            yield at, at + 2
        if one[:4] == f"{day:02}{month:02}" and _is_year(one[4:], year):
            yield at, at + 1
        if one[-4:] == f"{month:02}{day:02}" and _is_year(one[:-4], year):
            yield at, at + 1


def _is_day(word: str, day: int) -> bool:
    return word in {str(day), f"{day:02}"}


def _is_month(word: str, month: int) -> bool:
    return _is_day(word, month) or (
        1 <= month <= len(_MONTHS) and len(word) >= _MIN_MONTH and _MONTHS[month - 1].startswith(word)
    )


def _is_year(word: str, year: str) -> bool:
    return word.isdigit() and len(word) in {2, 4} and word.endswith(year)


def _numbers(base: str) -> list[str]:
    return [word for word in words_of(base) if word.isdigit()]
