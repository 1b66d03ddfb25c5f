"""Whoever knows what nearly everybody in a class answered, and works out the others.

A controller knows it of those of whom it has these very values, an evaluator of those of whom it has had pseudonymised
rows; who only registered somebody does not know what was answered. So the rule for small groups holds once more of
those besides whom each of them knows: nobody, or enough.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from app.evaluation.disclosure.declared import ALL, PLACE, Declared
from app.evaluation.disclosure.grid import Class

_OF_COUNTS = {
    "referrer": ("identified_on",),
    "contact_time": ("passed_on_on", "contacted_on"),
    "who5_band_change": ("who5_start", "who5_end"),
    "who5_change": ("who5_start", "who5_end"),
    "recovery_change": ("recovery_start", "recovery_end"),
    "ending": ("closing",),
    "follow_up": ("followed_up_on",),
}
"""The columns of the snapshot that a distribution is made of, where it has not that column's name."""


def variables(declared: Declared, file: str, measure: str) -> Sequence[str]:
    """The columns of the snapshot that a figure is made of."""
    if file == "cells":
        flow = declared.flow.get(measure)
        return (flow.day,) if flow else _OF_COUNTS.get(measure, (measure,))
    if file == "means":
        return declared.means[measure].variables
    return declared.moments.variables if file == "moments" else ("costs",)


@dataclass(frozen=True, slots=True)
class Besides:
    """What is known besides what a release shows."""

    answers: pl.DataFrame
    """Of whom somebody knows what, as `known_to_each` has it."""
    out: pl.DataFrame
    """The ledger of what earlier releases show."""

    def means_out(self, declared: Declared, name: str) -> list[frozenset[str]]:
        """Who is behind what is out of a mean: the mean vector of the moments is one of each of its variables."""
        of_mean = (pl.col("file") == "means") & (pl.col("measure") == name)
        within = set(declared.means[name].variables) <= set(declared.moments.variables)
        return self._behind(of_mean | self._moments() if within else of_mean)

    def moments_out(self) -> list[frozenset[str]]:
        """Who is behind the moments that are out."""
        return self._behind(self._moments())

    def _moments(self) -> pl.Expr:
        return pl.col("file") == "moments"

    def _behind(self, rows: pl.Expr) -> list[frozenset[str]]:
        return list(dict.fromkeys(map(frozenset, self.out.filter(rows)["persons"])))


def known_to_each(persons: pl.DataFrame, *knew: pl.DataFrame) -> pl.DataFrame:
    """Of whom each controller has a column's values, and of whom an evaluator has had rows of all of them.

    `knew` is the same of earlier builds.
    """
    told = persons.select("person", "told_by").explode("told_by").drop_nulls("told_by").unnest("told_by")
    rows = persons.select("person", by="recipients").explode("by").drop_nulls("by").with_columns(variable=pl.lit(ALL))
    then = [each.select("variable", "by", person="persons").explode("person").drop_nulls() for each in knew]
    both = pl.concat([each.select("variable", "by", "person") for each in (told, rows, *then)])
    return both.group_by("variable", "by").agg(pl.col("person").unique().sort().alias("persons")).sort("variable", "by")


def own_of_each(known: pl.DataFrame, columns: Iterable[str]) -> list[frozenset[str]]:
    """The persons of whom somebody knows one of these columns; of several who know the same ones, once."""
    rows = known.filter(pl.col("variable").is_in([*columns, ALL]))
    return list(dict.fromkeys(frozenset(people) for people in rows["persons"]))


def few_besides(
    members: pl.DataFrame, persons: pl.DataFrame, own: Iterable[frozenset[str]], least: int, cases: int
) -> set[Class]:
    """Classes in which one of them would know all but a few, by memberships with PLACE and `person`."""
    classes = members.select(PLACE).unique().with_row_index("class")
    of_case = (
        members.select(*PLACE, "person")
        .join(classes, on=PLACE)
        .join(persons.select("person", pl.col("case").rank("dense").alias("of")), on="person", how="left")
        .select("class", "person", pl.col("of").fill_null(0))
    )
    place, case, people = of_case["class"].to_numpy().astype(np.int64), of_case["of"].to_numpy(), of_case["person"]
    width = int(case.max(initial=0)) + 1
    pairs = place * width + case
    several, told = classes.height, np.zeros(classes.height, np.bool_)
    for one in own:
        known = people.is_in(list(one)).to_numpy()
        others = np.bincount(place[~known], minlength=several)
        of_several = np.unique(pairs[~known]) // width
        few = (others < least) | (np.bincount(of_several, minlength=several) < cases)
        told |= (np.bincount(place[known], minlength=several) > 0) & (others > 0) & few
    return {*classes.filter(told).select(PLACE).iter_rows()}


def without_own(groups: pl.DataFrame, one: Sequence[str] | frozenset[str]) -> pl.DataFrame:
    """Rows with `persons`, without those whom one knows."""
    return groups.with_columns(pl.col("persons").list.set_difference(pl.lit(sorted(one), pl.List(pl.String))))
