"""Many statements of SQL as few, none lost and none out of turn."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.statements import AT_ONCE, together


async def test_each_is_run_once_and_in_its_turn(superuser: AsyncEngine) -> None:
    inserts = [f"INSERT INTO turn (word) VALUES ($$it's {number}$$)" for number in range(AT_ONCE + 1)]
    statements = ["CREATE TEMPORARY TABLE turn (number serial, word text)", *inserts]
    blocks = [*together(statements)]
    async with superuser.connect() as connection:
        for block in blocks:
            await connection.exec_driver_sql(block)
        words = (await connection.execute(text("SELECT word FROM turn ORDER BY number"))).scalars().all()
        await connection.rollback()

    assert len(blocks) == 2
    assert words == [f"it's {number}" for number in range(AT_ONCE + 1)]
