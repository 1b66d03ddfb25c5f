"""Text as it is meant, whatever it is dressed up as: the letters, words and digits that likeness is looked for in."""

import re
import unicodedata
from functools import lru_cache

_COMMON = {"œ": "oe", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ß": "ss"}
FOLDS = (
    str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", **_COMMON}),
    str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ü": "u", **_COMMON}),
)
"""The two ways in which people write Danish letters on other keyboards."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ALIKE = str.maketrans("авекмнорстухіјѕԁαβεικνορτυχıɡ", "abekmhopctyxijsdabeiknoptuxig")
"""Small letters of Cyrillic, Greek and phonetic alphabets, and those of ours that they are taken for."""
_UNSEEN = frozenset("\u115f\u1160")
"""Letters that show nothing: the fillers of Hangul, in the form that NFKC gives them."""
_DRESSED = re.compile(
    r"(?:LATIN LETTER SMALL CAPITAL|(?:CROSSED )?NEGATIVE (?:SQUARED|CIRCLED) LATIN CAPITAL LETTER"
    r"|REGIONAL INDICATOR SYMBOL LETTER|LATIN SMALL LETTER(?: INSULAR| SCRIPT)?) ([A-Z]{1,2})(?: WITH [A-Z -]+)?"
)
"""What Unicode calls letters of ours that are only dressed up, and that no normal form undresses."""
_LATIN_EXTENDED = "\u0180"
"""From here on a letter with a stroke or a hook is none of a Danish or neighbouring alphabet."""
MIXED = re.compile(r"[\w@$]*[0-9@$][\w@$]*")
"""Words with digits or signs among their letters."""


def plain(text: str) -> str:
    """Case, width, digits of other scripts and what the eye does not see."""
    seen = "".join(map(_shown, unicodedata.normalize("NFKC", text)))
    return "".join(map(_shown, seen.casefold().translate(_ALIKE)))


@lru_cache(maxsize=4096)
def _shown(each: str) -> str:
    """One character as it is meant."""
    if each in _UNSEEN or unicodedata.category(each) in {"Cf", "Mn", "Me"}:
        return ""
    if each >= _LATIN_EXTENDED and (found := _DRESSED.fullmatch(unicodedata.name(each, ""))):
        return found[1].lower()
    return str(unicodedata.digit(each, each))


def words_of(base: str) -> list[str]:
    """Its words, and its runs of digits."""
    return _WORD.findall(base)


def folded(word: str, fold: dict[int, str]) -> str:
    """A word without Danish letters and accents."""
    return "".join(
        each for each in unicodedata.normalize("NFD", word.translate(fold)) if not unicodedata.combining(each)
    )
