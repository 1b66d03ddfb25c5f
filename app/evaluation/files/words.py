"""A label in both languages; apart from the codebook, which brings what only a builder needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A label in both languages."""

    da: str
    en: str
