"""Numbers as each language writes them."""

from app.common.problem import Language

MINUS = "−"


def whole(value: int, language: Language) -> str:
    """1.234 in Danish, 1,234 in English."""
    text = f"{value:,}"
    return text.replace(",", ".") if language == "da" else text


def decimal(value: float, language: Language, *, signed: bool = False) -> str:
    """One decimal; with a sign where it is a change."""
    text = f"{value:+.1f}" if signed else f"{value:.1f}"
    text = text.replace("-", MINUS)
    return text.replace(".", ",") if language == "da" else text
