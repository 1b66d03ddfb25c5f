"""Whether a text holds a person's name, CPR number, phone, e-mail or address, however it is spelt.

Pure text, no database. Case, accents, æ/ae, ø/oe, å/aa, spaces, hyphens and invisible characters make no
difference, nor does the genitive -s; nor do letters of other alphabets that look alike, digits that stand for
letters and the reverse, words between the parts of a number, or a street's name cut short. Danger outweighs
inconvenience: a common word that happens to be the person's name counts.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_COMMON = {"œ": "oe", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ß": "ss"}
_FOLDS = (
    str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", **_COMMON}),
    str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ü": "u", **_COMMON}),
)
"""The two ways in which people write Danish letters on other keyboards."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ALIKE = str.maketrans("авекмнорстухіјѕԁαβεικνορτυχıɡ", "abekmhopctyxijsdabeiknoptuxig")
"""Small letters of Cyrillic, Greek and phonetic alphabets, and those of ours that they are taken for."""
_MIXED = re.compile(r"[\w@$]*[0-9@$][\w@$]*")
_LETTERS_FOR = tuple(str.maketrans("034578@$1", f"oeastbas{one}") for one in "il")
_DIGITS_FOR = str.maketrans("oliszb", "011528")
_SPOKEN = {
    "nul": "0",
    "en": "1",
    "et": "1",
    "to": "2",
    "tre": "3",
    "fire": "4",
    "fem": "5",
    "seks": "6",
    "syv": "7",
    "otte": "8",
    "ni": "9",
}

_PARTICLES = frozenset({"af", "al", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "van", "von"})
"""Parts of names that are words of every second sentence; beside another part they point at nobody."""
_SPELT_OUT = frozenset({"a", "at", "dot", "punktum", "snabel", "snabela"})
"""How the signs of an e-mail address are written by those who mean to hide one, or dictate it."""

_MIN_NAME = 2
_MIN_STREET = 4
_MIN_EMAIL = 6
_LONG = 10
"""From here on a run of letters is no accident, wherever words begin and end."""
_PHRASE = 4
_POSTCODE = 4
_BORN = 6
"""Digits of a CPR number that are the birth date."""
_STREET_ENDS = ("vej", "vejen", "gade", "gaden", "alle", "straede", "strade", "plads", "pladsen", "vaenget", "parken")
_CUT_SHORT = ("v", "vj", "g", "gd", "a", "al", "s", "st", "str", "p", "pl")
_MIN_CORE = 4
_DANISH, _DANISH_DIGITS, _FOREIGN_DIGITS = "+45", 8, 6
"""A Danish number is written without its country code; of a foreign one the end is the same everywhere."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What points at one person; what is not known is left empty."""

    given_name: str = ""
    family_name: str = ""
    cprs: Sequence[str] = ()
    phone: str | None = None
    email: str | None = None
    address_lines: Sequence[str] = ()


def is_in(traits: Traits, text: str) -> bool:
    """Whether anything of the person stands in the text."""
    base = _base(text)
    for fold in _FOLDS:
        seen = _Seen(base, fold)
        for spelling in _FOLDS:
            if any(seen.word(each) for each in _phrases(traits, spelling)):
                return True
            if any(each in seen.run for each in _runs(traits, spelling)):
                return True
        if traits.email and seen.email(_base(traits.email), fold):
            return True
    return _has_number(traits, base)


def _base(text: str) -> str:
    """Case, width, digits of other scripts and what the eye does not see."""
    shown = (each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) not in {"Cf", "Mn"})
    return "".join(str(unicodedata.decimal(each, each)) for each in shown).casefold().translate(_ALIKE)


def _words(base: str) -> list[str]:
    return _WORD.findall(base)


def _folded(word: str, fold: dict[int, str]) -> str:
    return "".join(
        each for each in unicodedata.normalize("NFD", word.translate(fold)) if not unicodedata.combining(each)
    )


class _Seen:
    """A text in one folding: its phrases, and itself without anything between the letters."""

    def __init__(self, base: str, fold: dict[int, str]) -> None:
        words = _words(base)
        folded = [_folded(each, fold) for each in words]
        self.run = "".join(folded)
        self.words = folded
        self._phrases = {
            "".join(folded[start : start + length]) for start in range(len(folded)) for length in range(1, _PHRASE + 1)
        }
        self._phrases |= set(_spelt(words, folded))
        self._phrases |= {_folded(each, fold) for each in _disguised(base)}
        self._phrases |= {each[:-1] for each in self._phrases if each.endswith("s")}

    def word(self, needle: str) -> bool:
        """Whether it stands there as a word, in one piece or several."""
        return needle in self._phrases or (len(needle) >= _LONG and needle in self.run)

    def email(self, address: str, fold: dict[int, str]) -> bool:
        """Whether an address stands there, its signs written or spelt out."""
        parts = [_folded(each, fold) for each in _words(address)]
        needle = "".join(each for each in parts if each not in _SPELT_OUT)
        if len(needle) < _MIN_EMAIL:
            return "".join(parts) in self._phrases
        return needle in "".join(each for each in self.words if each not in _SPELT_OUT)


def _disguised(base: str) -> Iterator[str]:
    """Words with digits or signs in place of letters, as they are meant."""
    for mixed in _MIXED.findall(base):
        for letters in _LETTERS_FOR:
            yield from _WORD.findall(mixed.translate(letters))


def _spelt(words: list[str], folded: list[str]) -> Iterator[str]:
    """Words written letter by letter: `B o` and `S ø r e n`."""
    letters: list[str] = []
    for word, each in zip([*words, ""], [*folded, ""], strict=True):
        if len(word) == 1:
            letters.append(each)
            continue
        if letters:
            yield "".join(letters)
        letters = []


def _phrases(traits: Traits, fold: dict[int, str]) -> Iterator[str]:
    """What must stand there as words: names, and streets."""
    whole: list[str] = []
    for name in (traits.given_name, traits.family_name):
        words = [_folded(each, fold) for each in _words(_base(name))]
        telling = [each for each in words if each not in _PARTICLES] or words
        yield from (each for each in telling if len(each) >= _MIN_NAME)
        whole += words
        if len(words) > 1:
            yield "".join(words)
    if whole:
        yield "".join(whole)
    for line in traits.address_lines:
        street = _folded(_street(_words(_base(line))), fold)
        if len(street) >= _MIN_STREET:
            yield street
        yield from _cut_short(street)


def _cut_short(street: str) -> Iterator[str]:
    """A street's name with its last part abbreviated, as on an envelope."""
    core = next((street.removesuffix(each) for each in _STREET_ENDS if street.endswith(each)), "")
    if len(core) >= _MIN_CORE:
        yield from (core + each for each in _CUT_SHORT)


def _street(words: list[str]) -> str:
    """The street of a line: what stands before the house number. A line with postcode and town points at nobody."""
    if words and len(words[0]) == _POSTCODE and words[0].isdigit():
        return ""
    kept = words[2:] if words[:2] == ["c", "o"] else words
    while kept and kept[0].isdigit():
        kept = kept[1:]
    number = next((position for position, each in enumerate(kept) if each.isdigit()), len(kept))
    return "".join(kept[:number])


def _runs(traits: Traits, fold: dict[int, str]) -> Iterator[str]:
    """What counts wherever it stands: numbers."""
    for cpr in traits.cprs:
        yield _folded("".join(_words(_base(cpr))), fold)
    yield from _phones(traits)


def _phones(traits: Traits) -> Iterator[str]:
    if traits.phone:
        digits = "".join(each for each in traits.phone if each.isdigit())
        yield digits[-(_DANISH_DIGITS if traits.phone.startswith(_DANISH) else _FOREIGN_DIGITS) :]


def _has_number(traits: Traits, base: str) -> bool:
    """Whether a number stands there in parts, with letters among its digits, or spoken."""
    numbers = _numbers(base)
    streams = {
        "".join(numbers),
        "".join(number for mixed in _MIXED.findall(base) for number in _numbers(mixed.translate(_DIGITS_FOR))),
        "".join(_SPOKEN.get(word, word if word.isdigit() else "") for word in _words(base)),
    }
    if any(each in stream for each in (*traits.cprs, *_phones(traits)) if each for stream in streams):
        return True
    # Birth date and last four digits apart from each other.
    return any(cpr[:_BORN] in stream and cpr[_BORN:] in numbers for cpr in traits.cprs if cpr for stream in streams)


def _numbers(base: str) -> list[str]:
    return [word for word in _words(base) if word.isdigit()]
