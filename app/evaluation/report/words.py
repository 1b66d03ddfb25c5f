"""The page's words in both languages, from `words.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, TypeAdapter

from app.common.problem import Language
from app.evaluation.files.words import Words


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Paragraph(_Data):
    """A part of what is said of the disclosure control."""

    heading: str
    text: str


class Texts(_Data):
    """One language."""

    other: str
    """To the other language's page, in that language."""
    title: str
    sandbox: str
    read_at: str
    kept_at: str
    flow_title: str
    flow_about: str
    at_least: str
    step: str
    count: str
    quarters_hidden: str
    change_title: str
    change_about: str
    none_shown: str
    group: str
    n: str
    start: str
    end: str
    change: str
    interval: str
    disclosure_title: str
    kept_title: str
    shown_title: str
    shown_about: str
    file: str
    paragraphs: tuple[Paragraph, ...]


_FILE = Path(__file__).with_name("words.toml")
WORDS: Final[Mapping[Language, Texts]] = TypeAdapter(dict[Language, Texts]).validate_python(
    tomllib.loads(_FILE.read_text(encoding="utf-8"))
)


def said(words: Words, language: Language) -> str:
    """A label in this language."""
    return words.da if language == "da" else words.en
