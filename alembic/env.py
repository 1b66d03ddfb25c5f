"""How Alembic reaches the database, and what it compares.

Run through `python -m app migrate` (which makes the roles first and passes an open connection), or, on a database that
has been migrated so before, plainly as `alembic ...` with DATABASE_URL set to the owner's URL.
"""

import asyncio
import os
from pathlib import Path

from alembic.operations.ops import MigrationScript
from alembic.runtime.plugins import Plugin, _all_plugins
from sqlalchemy import Connection, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from alembic import command, context
from app.boundary import migration
from app.database.urls import asyncpg_url
from app.models import metadata

if migration.PLUGIN_NAME not in _all_plugins:
    Plugin.setup_plugin_from_module(migration, migration.PLUGIN_NAME)


def freeze_boundary(_context: object, _revision: object, directives: list[MigrationScript]) -> None:
    """Lay the boundary's statements in files of their own beside the migration that is written."""
    options = context.config.cmd_opts
    if context.config.attributes.get("compare_only") or (options is not None and options.cmd[0] is command.check):
        return
    for script in directives:
        migration.freeze(Path(__file__).parent / "versions", str(script.rev_id), script)


def run(connection: Connection) -> None:
    """Migrate, or compare, on this connection."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        transaction_per_migration=True,
        process_revision_directives=freeze_boundary,
        autogenerate_plugins=["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname", migration.PLUGIN_NAME],
    )
    with context.begin_transaction():
        # A migration that cannot get its lock gives up instead of queueing the whole service behind it. For the whole
        # session: each migration is a transaction of its own.
        connection.execute(text("SET lock_timeout = '2s'"))
        context.run_migrations()


async def run_with_own_connection() -> None:
    """From the command line: DATABASE_URL."""
    engine = create_async_engine(asyncpg_url(os.environ["DATABASE_URL"]), poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asyncio.run(run_with_own_connection())
