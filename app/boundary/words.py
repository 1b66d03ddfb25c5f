"""What the condition words say to a person, in Danish and English."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WORDS_FILE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class Wording:
    """One word as sentences to the asker."""

    holds_da: str
    holds_en: str
    fails_da: str
    fails_en: str


@lru_cache
def wordings() -> dict[str, Wording]:
    """Every word's sentences."""
    document = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return {name: Wording(**sentences) for name, sentences in document.items()}
