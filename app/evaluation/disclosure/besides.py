"""Whoever knows what nearly everybody in a class answered, and works out the others.

A controller knows it of its own, an evaluator of those of whom it has had pseudonymised rows. So the rule for small
groups holds once more of those besides whom each of them knows: nobody, or enough.
"""

from collections.abc import Iterable, Sequence

import polars as pl

from app.evaluation.disclosure.declared import PLACE
from app.evaluation.disclosure.grid import Class


def own_of_each(persons: pl.DataFrame) -> list[frozenset[str]]:
    """The persons of each controller, and of whom an evaluator has had rows; of several with the same ones, once."""
    known = [persons.select("person", by=each).explode("by").drop_nulls() for each in ("controllers", "recipients")]
    groups = [each.group_by("by").agg("person").sort("by")["person"] for each in known]
    return list(dict.fromkeys(frozenset(people) for each in groups for people in each))


def few_besides(
    members: pl.DataFrame, persons: pl.DataFrame, own: Iterable[frozenset[str]], least: int, cases: int
) -> set[Class]:
    """Classes in which one of them would know all but a few, by memberships with PLACE and `person`."""
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
    """Rows with `persons`, without those whom one knows."""
    return groups.with_columns(pl.col("persons").list.set_difference(pl.lit(sorted(one), pl.List(pl.String))))
