"""What the files say of the release as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.evaluation.files.codebook import Words

KEPT = Words(
    "Udgivelsen er trådt i stedet for en, der er trukket tilbage. Hvor højst ni personer er kommet til eller gået fra "
    "(29 for momenter), er tallet det, der stod i den: det gælder dem, der deltog dengang, også hvis de har trukket "
    "deres samtykke tilbage siden, og ikke alle, der samtykker nu. Afvigelsen fra dem, der samtykker nu, er derfor "
    "ikke nul i gennemsnit for de tal, og standardafvigelsen siger mindre, end den er. Antal uden samtykke er alle "
    "beholdt. Hvilke og hvor mange tal det er, oplyses ikke, da det ville fortælle, hvor nogen er gået fra.",
    "This release takes the place of a recalled one. Where at most nine persons came or went (29 for moments), the "
    "figure is the one that stood there: it is of those who took part then, also if they have withdrawn their consent "
    "since, and not of all who consent now. Against those who consent now such a figure is therefore not off by zero "
    "on average, and by more than the standard deviation says. Counts of those without consent are all kept. Which "
    "figures these are, and how many, is not told: it would tell where somebody has left.",
)
"""Said of every release in place of a recalled one."""


@dataclass(frozen=True, slots=True)
class Release:
    """One release, as far as it is known when it is built; who approved it stands in the manifest."""

    id: str
    name: str
    """Short, of lower-case letters, digits, `-`, `_` and `.`, e.g. `2026-1`: it names the files' folder."""
    words: Words
    snapshot_at: str
    """When the data were read, RFC 3339 in UTC."""
    periods: tuple[Mapping[str, Any], ...] = ()
    """Which periods it has, each with its first and last day; no other release has the same."""
    supersedes: tuple[str, ...] = ()
    """Names of releases that should not be used any more because of this one."""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    """The public disclosure parameters: never the secret, the keys, nor how large the noise can be."""
    sandbox: bool = False
    """Whether its people are invented."""
