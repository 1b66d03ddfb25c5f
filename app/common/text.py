"""Free text from outside: normalised, bounded, and without characters that deceive the eye."""

import re
import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, Field

from app.common.problem import InvalidValue

# Control characters (C0, DEL, C1) and the separators that some programs take for line breaks.
_CONTROL_IN_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROL_IN_LONG = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
# Embeddings, overrides and isolates can show a text in another order than it is stored in
# (Unicode TR 36, CVE-2021-42574).
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SEEN = "LNPS"
"""Letters, numbers, punctuation, symbols: the categories of Unicode that leave a trace on paper."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class ControlCharacter(InvalidValue):
    """A NUL, another control character, or a line break where there is one line only."""

    code = "control_character"
    message_en = "Control characters are not accepted."
    message_da = "Kontroltegn kan ikke bruges."


class BidiCharacter(InvalidValue):
    """A character that changes the direction of what follows."""

    code = "bidi_character"
    message_en = "Characters that override the direction of text are not accepted."
    message_da = "Tegn, der ændrer tekstens retning, kan ikke bruges."


class LoneSurrogate(InvalidValue):
    """Half a UTF-16 pair, which no UTF-8 document can hold."""

    code = "lone_surrogate"
    message_en = "The text is not valid Unicode."
    message_da = "Teksten er ikke gyldig Unicode."


class InvisibleText(InvalidValue):
    """Nothing but characters that the eye does not see."""

    code = "invisible_text"
    message_en = "The text has no visible character."
    message_da = "Teksten har ingen synlige tegn."


def clean_line(value: object) -> object:
    """Return one line of text, stripped and NFC; what is no text is left to pydantic."""
    return _clean(value, _CONTROL_IN_LINE) if isinstance(value, str) else value


def clean_long(value: object) -> object:
    """Return text of several lines, likewise; CRLF becomes LF, tabs stay."""
    if not isinstance(value, str):
        return value
    return _clean(value.replace("\r\n", "\n"), _CONTROL_IN_LONG)


def _clean(text: str, control: re.Pattern[str]) -> str:
    if _SURROGATE.search(text):
        raise LoneSurrogate
    if _BIDI.search(text):
        raise BidiCharacter
    # Not strip() alone at first: it would take some control characters away unseen.
    text = text.strip(" \t\r\n")
    if control.search(text):
        raise ControlCharacter
    text = unicodedata.normalize("NFC", text).strip()
    if text and not any(unicodedata.category(each)[0] in _SEEN for each in text):
        raise InvisibleText
    return text


# The bounds stand first, on the string itself; the validator that stands last runs first.
ShortText = Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(clean_line)]
"""One line of 1-200 characters: names, titles, references."""

LongText = Annotated[str, Field(min_length=1, max_length=10_000), BeforeValidator(clean_long)]
"""Several lines of 1-10,000 characters in all: summaries, notes."""
