"""Whether a text holds a person's name, CPR number, phone, e-mail or address, however it is spelt.

Pure text, no database. Case, accents, æ/ae, ø/oe, å/aa, spaces, hyphens and invisible characters make no
difference, nor does the genitive -s; nor do letters of other alphabets that look alike, digits that stand for
letters and the reverse, words between the parts of a number, a birth date written in another way, one wrong letter in
a long name, or a street's name cut short. Danger outweighs inconvenience: a common word that happens to be the person's
name counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.citizens.numbers import has_birth_date, has_number, phones
from app.citizens.spelling import FOLDS, MIXED, folded, plain, words_of

_LETTERS_FOR = tuple(str.maketrans("034578@$1", f"oeastbas{one}") for one in "il")
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
_MISSPELT_NAME, _MISSPELT_STREET = 8, 12
"""From how many letters on one that is wrong, missing or too many makes no difference. Many short streets differ in one
(Kirkevej, Birkevej)."""
_SOUNDS = (("ch", "k"), ("ph", "f"), ("th", "t"), ("w", "v"), ("c", "k"), ("z", "s"))
_DOUBLE = re.compile(r"(.)\1")
_STREET_ENDS = ("vej", "vejen", "gade", "gaden", "alle", "straede", "strade", "plads", "pladsen", "vaenget", "parken")
_CUT_SHORT = ("v", "vj", "g", "gd", "a", "al", "s", "st", "str", "p", "pl")
_MIN_CORE = 4


@dataclass(frozen=True, slots=True)
class Traits:
    """What points at one person; what is not known is left empty."""

    given_name: str = ""
    family_name: str = ""
    cprs: Sequence[str] = ()
    phone: str | None = None
    email: str | None = None
    address_lines: Sequence[str] = ()
    in_full: bool = False
    """Only both names together count, not either: for where the two sides may rightly have one in common."""


def is_in(traits: Traits, text: str) -> bool:
    """Whether anything of the person stands in the text."""
    base = plain(text)
    for fold in FOLDS:
        seen = _Seen(base, fold)
        for spelling in FOLDS:
            if any(seen.word(each) for each in _phrases(traits, spelling)):
                return True
            if _has_name(traits, seen, spelling) or _has_misspelt_street(traits, seen, spelling):
                return True
            if any(each in seen.run for each in _runs(traits, spelling)):
                return True
        if traits.email and seen.email(plain(traits.email), fold, whole=traits.in_full):
            return True
    return has_number(traits.cprs, traits.phone, base) or any(has_birth_date(cpr, base) for cpr in traits.cprs)


class _Seen:
    """A text in one folding: its phrases, and itself without anything between the letters."""

    def __init__(self, base: str, fold: dict[int, str]) -> None:
        words = words_of(base)
        self.words = [folded(each, fold) for each in words]
        self.run = "".join(self.words)
        self._phrases = {
            "".join(self.words[start : start + length])
            for start in range(len(self.words))
            for length in range(1, _PHRASE + 1)
        }
        self._phrases |= set(_spelt(words, self.words))
        self._phrases |= {folded(each, fold) for each in _disguised(base)}
        self._phrases |= {each[:-1] for each in self._phrases if each.endswith("s")}
        self._heard: dict[int, set[str]] = {}

    def word(self, needle: str) -> bool:
        """Whether it stands there as a word, in one piece or several."""
        return needle in self._phrases or (len(needle) >= _LONG and needle in self.run)

    def nearly(self, needle: str, words: int, *, ends_alike: bool = False) -> bool:
        """Whether it stands there in as many words, but for one letter.

        Args:
            ends_alike: whether the last letter must be right.
        """
        if words not in self._heard:
            joined = ("".join(self.words[start : start + words]) for start in range(len(self.words) - words + 1))
            spellings = {spelling for each in joined for spelling in (each, each.removesuffix("s"))}
            self._heard[words] = {_heard(each) for each in spellings}
        meant = _heard(needle)
        return any(_one_off(meant, each) and (not ends_alike or meant[-1:] == each[-1:]) for each in self._heard[words])

    def email(self, address: str, fold: dict[int, str], *, whole: bool) -> bool:
        """Whether an address stands there, its signs written or spelt out.

        Args:
            whole: whether it must begin where a word does, so that `ebbo@` is not taken for `bo@`.
        """
        parts = [folded(each, fold) for each in words_of(address)]
        needle = "".join(each for each in parts if each not in _SPELT_OUT)
        if len(needle) < _MIN_EMAIL:
            return "".join(parts) in self._phrases
        words = [each for each in self.words if each not in _SPELT_OUT]
        if whole:
            return any("".join(words[start:]).startswith(needle) for start in range(len(words)))
        return needle in "".join(words)


def _disguised(base: str) -> Iterator[str]:
    """Words with digits or signs in place of letters, as they are meant."""
    for mixed in MIXED.findall(base):
        for letters in _LETTERS_FOR:
            yield from words_of(mixed.translate(letters))


def _spelt(words: list[str], plainly: list[str]) -> Iterator[str]:
    """Words written letter by letter: `B o` and `S ø r e n`."""
    letters: list[str] = []
    for word, each in zip([*words, ""], [*plainly, ""], strict=True):
        if len(word) == 1:
            letters.append(each)
            continue
        if letters:
            yield "".join(letters)
        letters = []


def _phrases(traits: Traits, fold: dict[int, str]) -> Iterator[str]:
    """What must stand there as words: whole names, and streets."""
    names = ["".join(folded(each, fold) for each in words_of(plain(name))) for name in _names(traits)]
    if all(names):
        yield "".join(names)
    if not traits.in_full:
        yield from (each for each in names if len(each) >= _MIN_NAME)
    for line in traits.address_lines:
        street = folded("".join(_street(words_of(plain(line)))), fold)
        if len(street) >= _MIN_STREET:
            yield street
        yield from _cut_short(street)


def _names(traits: Traits) -> tuple[str, str]:
    return traits.given_name, traits.family_name


def _has_name(traits: Traits, seen: _Seen, fold: dict[int, str]) -> bool:
    """Whether a part of the name stands there, with at most one wrong letter if it is long."""
    found: list[bool] = []
    for place, name in enumerate(_names(traits)):
        words = [folded(each, fold) for each in words_of(plain(name))]
        telling = [each for each in words if each not in _PARTICLES] or words
        found.append(
            any(
                seen.word(each)
                # Of given names the last letter makes another one: Christina, Christine; Johanne, Johannes.
                or (len(each) >= _MISSPELT_NAME and seen.nearly(each, 1, ends_alike=place == 0))
                for each in telling
                if len(each) >= _MIN_NAME
            )
        )
    return all(found) if traits.in_full else any(found)


def _has_misspelt_street(traits: Traits, seen: _Seen, fold: dict[int, str]) -> bool:
    streets = (_street(words_of(plain(line))) for line in traits.address_lines)
    names = (("".join(folded(each, fold) for each in words), len(words)) for words in streets)
    return any(len(name) >= _MISSPELT_STREET and seen.nearly(name, words) for name, words in names)


def _heard(word: str) -> str:
    """A word as it sounds, roughly."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _DOUBLE.sub(r"\1", word)


def _one_off(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter that is wrong, missing or too many."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[same:], other[same:]
    return left[1:] in (right, right[1:]) or right[1:] == left


def _cut_short(street: str) -> Iterator[str]:
    """A street's name with its last part abbreviated, as on an envelope."""
    core = next((street.removesuffix(each) for each in _STREET_ENDS if street.endswith(each)), "")
    if len(core) >= _MIN_CORE:
        yield from (core + each for each in _CUT_SHORT)


def _street(words: list[str]) -> list[str]:
    """The street of a line: what stands before the house number. A line with postcode and town points at nobody."""
    if words and len(words[0]) == _POSTCODE and words[0].isdigit():
        return []
    kept = words[2:] if words[:2] == ["c", "o"] else words
    while kept and kept[0].isdigit():
        kept = kept[1:]
    number = next((position for position, each in enumerate(kept) if each.isdigit()), len(kept))
    return kept[:number]


def _runs(traits: Traits, fold: dict[int, str]) -> Iterator[str]:
    """What counts wherever it stands: numbers."""
    for cpr in traits.cprs:
        yield folded("".join(words_of(plain(cpr))), fold)
    yield from phones(traits.phone)
