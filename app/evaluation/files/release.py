"""What the files say of the release as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.evaluation.files.words import Words

KEPT = Words(
    "Udgivelsen er trådt i stedet for en, der er trukket tilbage, og viser de samme tal. De gælder dem, der deltog "
    "dengang, med de værdier, der var kendt dengang, også hvis de har trukket deres samtykke tilbage siden, eller en "
    "værdi er rettet. Intet tal er opgjort på ny: den, der har begge udgivelser, kunne ellers se, hvem der er kommet "
    "til eller gået fra, og hvis værdi der er rettet. Det, der ikke vises mere, er hele steder, hvor en dataansvarlig "
    "ikke er med længere.",
    "This release takes the place of a recalled one, and shows the same figures. They are of those who took part then, "
    "with the values known then, also if they have withdrawn their consent since, or a value was corrected. No figure "
    "is made again: whoever has both releases could else see who came or went, and whose value was corrected. What is "
    "not shown any more is whole places that a controller is out of.",
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
