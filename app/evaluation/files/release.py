"""What the files say of the release as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.evaluation.files.words import Words

KEPT = Words(
    "Udgivelsen er trådt i stedet for en, der er trukket tilbage. Et tal er kun opgjort på ny, hvor mindst ti "
    "personer (30 for momenter) er kommet til eller gået fra, også ud over dem, som én dataansvarlig kender. Ellers "
    "er det tallet, der stod i den: det gælder dem, der deltog dengang, med de værdier, der var kendt dengang, også "
    "hvis de har trukket deres samtykke tilbage siden, eller en værdi er rettet. Er den trukket tilbage på grund af "
    "forkerte værdier, når rettelsen derfor kun de tal, hvor så mange er skiftet. Et tal, der er beholdt én gang, "
    "beholdes også i de udgivelser, der træder i stedet for denne. Afvigelsen fra dem, der samtykker nu, er ikke nul "
    "i gennemsnit for de tal, og standardafvigelsen siger mindre, end den er. Antal uden samtykke er alle beholdt. "
    "Hvilke og hvor mange tal det er, og hvorfor, oplyses ikke, da det ville fortælle, hvor nogen er gået fra.",
    "This release takes the place of a recalled one. A figure is made again only where at least ten persons (30 for "
    "moments) came or went, also besides those whom any one controller knows. Else it is the figure that stood there: "
    "of those who took part then, with the values known then, also if they have withdrawn their consent since, or a "
    "value was corrected. So where values were wrong, the correction reaches those figures only where so many "
    "changed. What was kept once is kept as well in what takes the place of this release. Against those who consent "
    "now such a figure is not off by zero on average, and by more than the standard deviation says. Counts of those "
    "without consent are all kept. Which figures these are, how many, and why, is not told: it would tell where "
    "somebody has left.",
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
