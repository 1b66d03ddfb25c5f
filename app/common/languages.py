"""Which of the two languages an answer is written in (RFC 9110 § 12.5.4)."""

import re

from app.common.problem import Language

_RANGE = re.compile(
    r"[ \t]*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\*)[ \t]*"
    r"(?:;[ \t]*[qQ]=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)[ \t]*)?"
)
_MAX_LENGTH = 1000


def preferred_language(accept_language: str | None, *, otherwise: Language = "en") -> Language:
    """Choose Danish or English; `otherwise` where the header is absent, odd or names neither.

    Ranges that cannot be read are skipped. Equal weights go by the order in the header.
    """
    weights: dict[str, tuple[float, int]] = {}
    for place, entry in enumerate((accept_language or "")[:_MAX_LENGTH].split(",")):
        if found := _RANGE.fullmatch(entry):
            language = found[1].lower().split("-")[0]
            weight = float(found[2]) if found[2] is not None else 1.0
            weights[language] = max(weights.get(language, (-1.0, 0)), (weight, -place))
    others = weights.get("*", (0.0, -_MAX_LENGTH))
    danish, english = weights.get("da"), weights.get("en")
    if danish is None and english is None:
        return otherwise
    if danish is None:
        # `*` alone says nothing of Danish, unless English is the one that is not wanted.
        return "da" if english and english[0] == 0 and others[0] > 0 else "en"
    return "da" if danish[0] > 0 and danish > (english or others) else "en"
