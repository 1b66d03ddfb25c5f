"""Parquet, with the table's part of the codebook in the file itself."""

import io
import json
from typing import Final

from app.evaluation.files.codebook import Table
from app.evaluation.files.datapackage import schema_of

METADATA_KEY: Final = "datapackage.schema"
_ROW_GROUP = 131_072


def parquet(table: Table) -> bytes:
    """Zstandard inside; the Table Schema as metadata of the file."""
    out = io.BytesIO()
    schema = json.dumps(schema_of(table), ensure_ascii=False, separators=(",", ":"))
    table.frame.write_parquet(out, compression="zstd", row_group_size=_ROW_GROUP, metadata={METADATA_KEY: schema})
    return out.getvalue()
