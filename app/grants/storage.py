"""Where the bytes of files lie: in PostgreSQL, or wherever somebody implements `ContentStore`.

Who may have them is decided before a store is asked: the file's row is read under the boundary first.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from sqlalchemy import select

from app.common.errors import NotFound
from app.database.columns import fresh, table_of
from app.gate.desk import Desk


class ContentStore(Protocol):
    """Keeps the content of files, each written once. A store outside the database is written before the row is."""

    async def put(self, desk: Desk, file: Mapping[Any, Any], content: bytes) -> None:
        """Keep the content of a file."""

    async def get(self, desk: Desk, file: Mapping[Any, Any]) -> bytes:
        """The content of a file."""

    async def erase(self, desk: Desk, file: Mapping[Any, Any]) -> None:
        """Forget the content of a file that is being withdrawn."""


class InPostgres:
    """In a table of its own, under the same boundary, in the same transaction and the same backup."""

    async def put(self, desk: Desk, file: Mapping[Any, Any], content: bytes) -> None:
        """Keep the content of a file."""
        keys = {name: file[name] for name in ("project_id", "organisation_id", "grant_id")}
        await desk.insert(
            "grant_attachment_content", {**fresh(), **keys, "attachment_id": file["id"], "content": content}
        )

    async def get(self, desk: Desk, file: Mapping[Any, Any]) -> bytes:
        """The content of a file.

        Raises:
            NotFound: not the asker's to see.
        """
        contents = table_of("grant_attachment_content")
        wanted = (contents.c.attachment_id == file["id"], desk.readable("grant_attachment_content"))
        row = await desk.row(select(contents.c.content).where(*wanted))
        if row is None:
            raise NotFound
        return bytes(row["content"])

    async def erase(self, desk: Desk, file: Mapping[Any, Any]) -> None:
        """Nothing: the trigger `erase_grant_file` does it with the withdrawal itself."""


DEFAULT_STORE = "postgresql"
STORES: dict[str, ContentStore] = {DEFAULT_STORE: InPostgres()}
"""By the name that a file's row keeps (`storage`), so that files stay readable when the default changes."""
