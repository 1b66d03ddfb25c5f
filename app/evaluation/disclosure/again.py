"""A release in place of a recalled one: what that one showed, as it was, and nothing else.

The recalled release has been read. A figure that is made again tells by the difference who came, who left and whose
value was corrected: if not alone, where many changed, then from what it adds up with, from what one knows oneself, or
from a third release (decision 0039). So nothing is made again, what was hidden stays hidden, and what is hidden now is
whole places.
"""

from collections.abc import Mapping

import polars as pl

from app.evaluation.disclosure.declared import PUBLISHED, SUPPRESSED
from app.evaluation.disclosure.frames import Built


def as_it_was(before: Built, release: str, closed: pl.DataFrame) -> tuple[Mapping[str, pl.DataFrame], pl.DataFrame]:
    """The files and the ledger of the recalled release under a new name, without what is shown of `closed` places."""
    frames = {name: _without(frame, closed) for name, frame in before.published().items()}
    named = pl.lit(release).alias("release")
    ledger = before.ledger.join(closed, on=closed.columns, how="anti", maintain_order="left")
    return {name: frame.with_columns(named) for name, frame in frames.items()}, ledger.with_columns(named)


def _without(frame: pl.DataFrame, closed: pl.DataFrame) -> pl.DataFrame:
    values = [name for name, kind in frame.schema.items() if kind != pl.String]
    marked = frame.join(
        closed.with_columns(pl.lit(value=True).alias("closed")), on=closed.columns, how="left", maintain_order="left"
    )
    stays = pl.col("closed").is_null()
    shown = stays | (pl.col("status") != PUBLISHED)
    return marked.with_columns(
        pl.when(shown).then("status").otherwise(pl.lit(SUPPRESSED)).alias("status"),
        *(pl.when(stays).then(each).alias(each) for each in values),
    ).select(frame.columns)
