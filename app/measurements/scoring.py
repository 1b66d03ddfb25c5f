"""Scores from answers, by the rule that the instrument's version holds as data.

A score is a whole number. `sum_times_factor`: the sum of the answers times the factor (WHO-5: sum x 4 = 0-100).
`share_of_max`: the sum as a percentage of the highest sum that the answered items allow, rounded half up (Brief
INSPIRE-O: sum / 20 x 100). A rule with `complete` scores only a form on which every item is answered.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from app.measurements.states import ScoringRule

_PERCENT = 100


def score_of(instrument: Mapping[str, Any], answers: Mapping[str, int]) -> int | None:
    """The score of valid answers, by item id; None where the rule wants every item, or there is no answer."""
    scoring, total = instrument["scoring"], sum(answers.values())
    if not answers or (scoring["complete"] and len(answers) < len(instrument["items"])):
        return None
    if scoring["rule"] == ScoringRule.SUM_TIMES_FACTOR:
        return int(total * scoring["factor"])
    highest = instrument["scale_max"] * len(answers)
    return int((2 * _PERCENT * total + highest) // (2 * highest))


def band_of(bands: Sequence[Mapping[str, Any]], score: int | None) -> str | None:
    """The code of the lowest band that reaches up to the score; None above the highest."""
    if score is None:
        return None
    return next((str(each["code"]) for each in bands if score <= each["at_most"]), None)
