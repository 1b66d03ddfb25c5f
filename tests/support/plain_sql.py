"""Statements of an operator's, from a test that runs in no loop."""

import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


def execute(url: str, *statements: str) -> None:
    async def run() -> None:
        engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
        await engine.dispose()

    asyncio.run(run())


def value(url: str, query: str) -> object:
    async def run() -> object:
        engine = create_async_engine(url)
        async with engine.connect() as connection:
            found: object = (await connection.execute(text(query))).scalar()
        await engine.dispose()
        return found

    return asyncio.run(run())
