"""What the files say of the release as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.evaluation.files.codebook import Words


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
