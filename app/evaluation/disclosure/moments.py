"""Mean vectors and covariances of larger groups, for models: each of at least 30 persons who have every value."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from app.evaluation.disclosure.besides import Besides, few_besides, own_of_each
from app.evaluation.disclosure.counts import with_noise
from app.evaluation.disclosure.declared import PLACE, PUBLISHED, Declared
from app.evaluation.disclosure.grid import Class, outcome_classes
from app.evaluation.disclosure.ladders import Place, Span
from app.evaluation.disclosure.means import Shown, statuses
from app.evaluation.disclosure.members import Known, outcome_members
from app.evaluation.disclosure.together import Together, candidates

MEASURE = "moments"
Floats = np.ndarray[Any, np.dtype[np.float64]]


def moments(  # noqa: PLR0917 - of a programme over a span, beside its means
    persons: pl.DataFrame,
    declared: Declared,
    places: Sequence[Place],
    span: Span,
    known: Known,
    besides: Besides,
    means: pl.DataFrame,
) -> Shown:
    """The grid of all moments; `means` are the memberships of the means that are shown beside them."""
    limits, variables = declared.thresholds, declared.moments.variables
    having = persons.drop_nulls(list(variables))
    members = pl.concat(list(outcome_members(having, span, known, MEASURE, None)))
    exact = members.group_by(PLACE).agg(pl.len().cast(pl.Int64).alias("true"), pl.col("hi", "lo").sum(), "person")
    people = {tuple(row[:-1]): sorted(row[-1]) for row in exact.select(*PLACE, "person").iter_rows()}
    values = dict(zip(having["person"], having.select(variables).cast(pl.Float64).to_numpy(), strict=True))
    vectors = {each: np.array([values[one] for one in inside]) for each, inside in people.items()}
    beside = [frozenset(inside) for (inside,) in means.group_by(PLACE).agg("person").select("person").iter_rows()]

    own = own_of_each(besides.answers, variables)
    few = few_besides(members, having, own, limits.moments_persons, limits.means_cases)

    def enough(which: Class) -> bool:
        """Enough persons, none of whose values all are the same, and no mean beside it of a few more."""
        inside = people.get(which, ())
        if which in few or len(inside) < limits.moments_persons or not (vectors[which].std(axis=0) > 0).all():
            return False
        here = frozenset(inside)
        return not any(0 < len(other - here) < limits.means_complement for other in beside if here <= other)

    at = list(candidates(declared, places, span, MEASURE, enough))
    settled = Together.of(at, members, limits.moments_complement, own=own, out=besides.moments_out()).settle()
    shown = _beside(settled, members, declared, means, besides)
    status = statuses(list(outcome_classes(declared, places, span, (MEASURE,))), places, shown)
    rows = [
        (*each, *entry, told)
        for each, told in status.items()
        for entry in _entries(variables, vectors[each] if told == PUBLISHED else None, limits.moments_digits)
    ]
    columns = {**dict.fromkeys((*PLACE, "statistic", "variable_1", "variable_2"), pl.String), "value": pl.Float64}
    grid = pl.DataFrame(rows, schema={**columns, "status": pl.String}, orient="row")
    grid = grid.join(exact.drop("person"), on=PLACE, how="left", validate="m:1", maintain_order="left")
    grid = grid.with_columns(pl.col("true", "hi", "lo").fill_null(0))
    grid = grid.with_columns(with_noise(grid, declared)).with_columns(
        pl.when(pl.col("status") == PUBLISHED).then("n").alias("n")
    )
    return Shown(grid, members)


def _beside(
    at: Sequence[Class],
    members: pl.DataFrame,
    declared: Declared,
    means: pl.DataFrame,
    besides: Besides,
) -> Sequence[Class]:
    """What may stay beside the means: a mean vector is a mean of each variable, of other persons."""
    minimum = declared.thresholds.means_complement
    for measure, mean in declared.means.items():
        if set(mean.variables) <= set(declared.moments.variables):
            of_measure = means.filter(pl.col("measure") == measure)
            fixed = sorted(of_measure.select(PLACE).unique().iter_rows())
            both = pl.concat([each.select(*PLACE, "person") for each in (of_measure, members)])
            own = own_of_each(besides.answers, mean.variables)
            out = besides.means_out(declared, measure)
            settled = Together.of([*fixed, *at], both, minimum, fixed=len(fixed), own=own, out=out).settle()
            at = [each for each in settled if each in set(at)]
    return at


def _entries(variables: Sequence[str], vectors: Floats | None, digits: int) -> list[tuple[str, str, str, float | None]]:
    """Every mean, and every covariance once."""
    means = None if vectors is None else vectors.mean(axis=0)
    covariances = None if vectors is None else np.cov(vectors, rowvar=False, ddof=1)
    found: list[tuple[str, str, str, float | None]] = []
    for row, one in enumerate(variables):
        found.append(("mean", one, one, None if means is None else significant(means[row], digits)))
        for column, other in enumerate(variables[: row + 1]):
            value = None if covariances is None else significant(covariances[row, column], digits)
            found.append(("covariance", one, other, value))
    return found


def significant(value: float, digits: int) -> float:
    """A number at so many significant digits."""
    return float(f"{float(value):.{digits - 1}e}")
