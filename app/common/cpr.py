"""The Danish numbers of persons (CPR) and of organisations (CVR), in one spelling each.

CPR: Bekendtgørelse af lov om Det Centrale Personregister. Numbers that fail modulus 11 are
issued since 2007, so it is never checked; and no one's sex is read from a number.
"""

import datetime as dt
import re
import unicodedata

from stdnum.dk import cpr as stdnum_cpr
from stdnum.dk import cvr as stdnum_cvr
from stdnum.exceptions import ValidationError

from app.common.problem import InvalidValue

_CPR = re.compile(r"([0-9]{6})-?([0-9A-Za-z]{4})", re.ASCII)
_DAY = r"(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"  # a replacement number's may be 60 more
_MONTH = r"(?:0[1-9]|1[0-2])"
_GAP = r"[\W_]{0,3}"
_NOT_ONLY_DAYS = (
    # 14.05.24 10:30, 13.05-17.05.24, and the time of 2024-05-10 10:30:00
    r"(?!(?:[0-9]{2}[./-]){2}[0-9]{2},? (?:[01][0-9]|2[0-3])[.:][0-5][0-9](?![0-9]))"
    r"(?![0-9]{2}[./][0-9]{2}\.? ?[-/] ?[0-9]{2}[./][0-9]{2}[./][0-9]{2}(?![0-9]))"
    r"(?<![0-9]{4}-)"
)
_YEAR = (
    # Four digits, and no time (14.05.1999 1030) or telephone (14.05.1999 3312 3456) behind them. From 2000 on
    # a person's last four begin with 4 to 9; from 2010 on they stand close, as no amount does (1.2.2024: 4500).
    r"(?:18|19|20)[0-9]{2}"
    r"(?![ ,]{1,2}(?:[01][0-9]|2[0-3])[0-5][05](?![0-9]))"
    r"(?!(?<=20[0-9]{2})[\W_]{0,3}[0-3])"
    r"(?!(?<=20[1-4][0-9])[\W_]{0,2}[\s:])"
    r"(?![\W_]{1,3}[0-9]{4} [0-9]{4}(?![0-9]))"
)
_SHORT_DAY, _SHORT_MONTH = _DAY.replace("(?:0", "(?:0?"), _MONTH.replace("(?:0", "(?:0?")
_SET_APART = r"[-./_: ]{1,3}"
_WITHIN = re.compile(
    rf"(?<![0-9]){_DAY}{_GAP}{_MONTH}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{4}}(?![0-9])"
    rf"|(?<![0-9]){_NOT_ONLY_DAYS}{_DAY}{_GAP}{_MONTH}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}(?!{_GAP}[0-9])"
    rf"|(?<![0-9+])(?<![0-9]{{4}}[-./]){_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}{_GAP}[0-9]{{4}}(?![0-9])"
    rf"|(?<![0-9+])(?<![0-9]{{4}}[-./]){_SHORT_DAY}[\W_]{{1,3}}{_SHORT_MONTH}[\W_]{{1,3}}{_YEAR}{_GAP}[0-9]{{4}}(?![0-9])"
    rf"|(?<![0-9])[0-3]{_SET_APART}[0-9]{_SET_APART}[01](?:{_SET_APART}[0-9]){{7}}(?!{_SET_APART}[0-9])(?![0-9])"
    rf"|(?<![0-9A-Za-z]){_DAY}{_MONTH}[0-9]{{2}}[-_:]?(?=[0-9]{{0,3}}[A-Z])[0-9A-Z]{{4}}(?![0-9A-Za-z])"
)
_UUID = re.compile(
    r"(?<![0-9A-Za-z])[0-9a-f]{8}(-?)[0-9a-f]{4}\1[1-8][0-9a-f]{3}\1[89ab][0-9a-f]{3}\1[0-9a-f]{12}(?![0-9A-Za-z])",
    re.ASCII | re.IGNORECASE,
)
"""Of RFC 9562, with hyphens or without: by chance one in four hundred holds ten digits like a CPR number's."""
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_UNSEEN = frozenset({"Cf", "Mn", "Me"})
"""Signs that show nothing of their own."""
_CVR = re.compile(r"(?:DK)?([0-9]{8})", re.ASCII)


class InvalidCPR(InvalidValue):
    """Neither a CPR number nor a replacement number."""

    code = "invalid_cpr"
    message_en = "Not a CPR number (DDMMYY-NNNN or ten digits)."
    message_da = "Ikke et CPR-nummer (DDMMÅÅ-NNNN eller ti cifre)."


class InvalidCVR(InvalidValue):
    """Not a CVR number."""

    code = "invalid_cvr"
    message_en = "Not a CVR number (eight digits with a valid check digit)."
    message_da = "Ikke et CVR-nummer (otte cifre med gyldigt kontrolciffer)."


def normalise_cpr(value: str) -> str:
    """Return ten characters without hyphen; raises `InvalidCPR`, which never holds the value.

    Accepted, ASCII only, spaces around it ignored:

    * `DDMMYY-NNNN` and `DDMMYYNNNN` with a date that exists, the century by the seventh digit,
      and not in the future;
    * a replacement number (*erstatnings-CPR*): six digits and four letters or digits of which
      at least one is a letter, given back in upper case. Issuers differ in what the digits
      mean, so they are not read as a date.
    """
    found = _CPR.fullmatch(value.strip(" "))
    if found is None:
        raise InvalidCPR
    number = (found[1] + found[2]).upper()
    if number.isdigit() and _born(number) > dt.datetime.now(dt.UTC).date():
        raise InvalidCPR
    return number


def holds_cpr(text: str) -> bool:
    """Whether a text holds what looks like a CPR number or a replacement number, however it is spaced.

    Of ten digits those count that begin with a day and a month, in any script and with up to three other signs between
    each two, so that most other numbers pass; the year may have four digits, and each digit may stand by itself. Two
    days, or a day with its time, are none; nor is anything within a UUID, by which case systems name their records.
    """
    plain = text if text.isascii() else _plain(text)
    return _WITHIN.search(_UUID.sub("x", plain.translate(_DASHES))) is not None


def _plain(text: str) -> str:
    """The text as it looks, with the digits of every script as 0-9; one of ASCII is so already."""
    seen = (each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) not in _UNSEEN)
    return "".join(each if (digit := unicodedata.decimal(each, None)) is None else str(digit) for each in seen)


def cpr_birth_date(value: str) -> dt.date | None:
    """Return the date in a CPR number; None for a replacement number. Raises `InvalidCPR`."""
    number = normalise_cpr(value)
    return _born(number) if number.isdigit() else None


def normalise_cvr(value: str) -> str:
    """Return eight digits, modulus 11 checked; a leading `DK` and spaces around are dropped."""
    found = _CVR.fullmatch(value.strip(" "))
    if found is None:
        raise InvalidCVR
    try:
        return stdnum_cvr.validate(found[1])
    except ValidationError:
        raise InvalidCVR from None


def _born(number: str) -> dt.date:
    try:
        return stdnum_cpr.get_birth_date(number)
    except ValidationError:
        raise InvalidCPR from None
