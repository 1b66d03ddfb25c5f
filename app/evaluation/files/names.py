"""What the files of a release are called, and as what they are sent.

Apart from what writes them, which takes long to load: a server that only sends them need not.
"""

from collections.abc import Mapping
from typing import Final

BUNDLE: Final = "bundle.zip"
SUMS: Final = "SHA256SUMS"
COMPRESSED: Final = (".csv.gz", ".csv.zst")
MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".csv": "text/csv; charset=utf-8",
    ".csv.gz": "application/gzip",
    ".csv.zst": "application/zstd",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
    ".dta": "application/x-stata-dta",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".py": "text/x-python; charset=utf-8",
    ".R": "text/plain; charset=utf-8",
    ".do": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}
"""By the end of the name; `SHA256SUMS` has none, and is plain text."""


def media_type(name: str) -> str:
    """As which a file is sent."""
    return next((kind for end, kind in MEDIA_TYPES.items() if name.endswith(end)), "text/plain; charset=utf-8")
