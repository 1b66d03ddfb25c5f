"""What the builder reads of the database is what was laid out there, and nobody else."""

import asyncpg
import polars as pl

from app.evaluation.job import Builder
from app.evaluation.snapshot import snapshot
from app.installation import Installation
from tests.evaluation.programme import Parties, id_of, invented, lay_out

YEAR = 1979
"""No other test's, nor the year before one: courses go on into the next."""


async def test_a_snapshot_is_what_was_laid_out(installation: Installation, builder: Builder, parties: Parties) -> None:
    assert installation.superuser is not None
    wanted = invented(YEAR, 120)
    await lay_out(installation.superuser, parties, YEAR, wanted)
    connection = await asyncpg.connect(builder.url)
    try:
        found = (await snapshot(connection, [])).microdata
    finally:
        await connection.close()
    ids = {str(id_of(YEAR, name)): name for name in wanted.persons["person"]}
    seen = found.persons.filter(pl.col("person").is_in(list(ids)))
    assert seen.height == wanted.persons.height
    others = {"case", "project", "programme", "controllers", "told_by"}
    same = [each for each in wanted.persons.columns if each not in others]
    told = seen.with_columns(pl.col("person").replace_strict(ids)).sort("person")
    expected = wanted.persons.sort("person")
    for column in same:
        assert told[column].to_list() == expected[column].to_list(), column
    pairs = wanted.persons["case"].n_unique()
    assert seen["case"].n_unique() == pairs < seen.height
    assert set(seen["project"]) == {str(parties.project)}
    assert seen.filter(pl.col("started_on").is_not_null())["controllers"].to_list()[0] == sorted(
        [str(parties.police), str(parties.ngo)]
    )
    # Who only registered somebody, or passed them on, has none of their answers.
    told_by = seen.explode("told_by").unnest("told_by").group_by("variable").agg(pl.col("by").unique())
    for variable, by in told_by.drop_nulls().iter_rows():
        known = parties.police if variable in {"identified_on", "consented_on", "passed_on_on"} else parties.ngo
        assert by == [str(known)], variable
    assert {*wanted.persons["told_by"].explode().struct.field("variable")} == {*told_by["variable"].drop_nulls()}
    costs = found.costs.filter(pl.col("person").is_in(list(ids)))
    assert round(costs["hours"].sum()) == round(wanted.costs["hours"].sum())
