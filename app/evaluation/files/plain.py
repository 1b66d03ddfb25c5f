"""CSV and JSON Lines, and CSV compressed: as files of their own, so that each has one set of bytes to check."""

import gzip
import io

import polars as pl

_LEVEL = 9
_ZSTD_LEVEL = 9
"""Level 19 takes fifty times as long, more than all other files together, and saves some kilobytes."""


def csv(frame: pl.DataFrame) -> bytes:
    """UTF-8 without a mark, commas, points, a line feed after each row; what is not shown is empty."""
    return frame.write_csv(line_terminator="\n").encode()


def csv_gz(frame: pl.DataFrame) -> bytes:
    """The same, by gzip, whose header would else hold the time."""
    return gzip.compress(csv(frame), _LEVEL, mtime=0)


def csv_zst(frame: pl.DataFrame) -> bytes:
    """The same, by Zstandard."""
    out = io.BytesIO()
    frame.write_csv(out, line_terminator="\n", compression="zstd", compression_level=_ZSTD_LEVEL, check_extension=False)
    return out.getvalue()


def json_lines(frame: pl.DataFrame) -> bytes:
    """An object a row; what is not shown is null."""
    out = io.BytesIO()
    frame.write_ndjson(out)
    return out.getvalue()
