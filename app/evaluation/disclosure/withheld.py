"""In place of a recalled release: what is shown nowhere, since a controller of the recalled one is in this one no more.

What is kept is what was published, and so of those whose controller has not approved it again, or has no agreement any
more; computed anew it told of them, by the difference. So nothing is shown of a place that the controller's citizens
could be counted in, whether or not one of them was: which places those are follows from its projects alone, and tells
of nobody.
"""

from collections.abc import Mapping

import polars as pl

from app.evaluation.disclosure.declared import ROLLED_UP
from app.evaluation.disclosure.ladders import MUNICIPALITY, OTHERS, PROGRAMME, PROJECT

PARAMETER = "withheld_projects"
"""The public parameter: the projects of which nothing is shown, with their programmes, nor of what they count in."""

_PLACE = ["place_level", "place_code"]
_TEXT = dict.fromkeys(_PLACE, pl.String)


def withheld_places(projects: Mapping[str, str], places: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    """The places in which citizens of these projects are counted.

    Args:
        projects: with the programme of each.
        places: of the snapshot, which knows the municipalities of a programme.
        before: the recalled release's counts, which tell the projects that stand alone.
    """
    alone = shown_alone(before)
    programmes = sorted(set(projects.values()))
    towns = places.filter(pl.col("level") == MUNICIPALITY, pl.col("programme").is_in(programmes))["code"]
    others = sorted({f"{OTHERS}_{programme}" for project, programme in projects.items() if project not in alone})
    found = [
        *((PROJECT, each) for each in sorted(projects)),
        *((OTHERS, each) for each in others),
        *((PROGRAMME, each) for each in programmes),
        *((MUNICIPALITY, each) for each in towns.unique().sort()),
    ]
    return pl.DataFrame(found, schema=_TEXT, orient="row")


def shown_alone(cells: pl.DataFrame) -> set[str]:
    """The projects that a release does not count in "others" or in the programme alone; it may withhold them."""
    flow = cells.filter(pl.col("place_level") == PROJECT, pl.col("table").str.starts_with("flow"))
    return set(flow.filter(pl.col("status") != ROLLED_UP)["place_code"])


def within(frame: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """The rows that are of one of these places."""
    return frame.join(places, on=_PLACE, how="semi", maintain_order="left")
