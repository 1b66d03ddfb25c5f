"""Whoever is responsible for nearly everybody in a class: it knows what its own answered, and works out the others.

So of every controller the rule for small groups holds once more, of those besides its own: nobody, or enough.
"""

from collections.abc import Iterable, Sequence

import polars as pl

from app.evaluation.disclosure.declared import PLACE
from app.evaluation.disclosure.grid import Class


def own_of_each(persons: pl.DataFrame) -> list[frozenset[str]]:
    """The persons of each controller; of several with the same persons, once."""
    by_controller = persons.select("person", "controllers").explode("controllers").drop_nulls()
    groups = by_controller.group_by("controllers").agg("person").sort("controllers")["person"]
    return list(dict.fromkeys(frozenset(each) for each in groups))


def few_besides(
    members: pl.DataFrame, persons: pl.DataFrame, own: Iterable[frozenset[str]], least: int, cases: int
) -> set[Class]:
    """Classes in which a controller would know all but a few, by memberships with PLACE and `person`."""
    found: set[Class] = set()
    of_case = members.select(*PLACE, "person").join(persons.select("person", "case"), on="person", how="left")
    for one in own:
        known = pl.col("person").is_in(list(one))
        others = of_case.group_by(PLACE).agg(
            known.any().alias("own"),
            (~known).sum().alias("others"),
            pl.col("case").filter(~known).n_unique().alias("cases"),
        )
        few = (pl.col("others") < least) | (pl.col("cases") < cases)
        found |= {*others.filter("own", pl.col("others") > 0, few).select(PLACE).iter_rows()}
    return found


def without_own(groups: pl.DataFrame, one: Sequence[str] | frozenset[str]) -> pl.DataFrame:
    """Rows with `persons`, without those of one controller."""
    return groups.with_columns(pl.col("persons").list.set_difference(pl.lit(sorted(one), pl.List(pl.String))))
