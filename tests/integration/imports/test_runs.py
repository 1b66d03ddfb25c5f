"""What imports write, report, and leave as it was."""

from fastapi import FastAPI

from tests.integration.imports.support import citizen_row, imported, lines, references, report
from tests.support.world import World


async def test_one_hundred(world: World, app: FastAPI) -> None:
    police = await world.party("police-integration")
    names = references(100)
    rows = [citizen_row(world, each) for each in names]
    done = await imported(app, police, lines(rows))
    assert done["status"] == "completed", done
    print(done)
    print((await report(police, done))[:2])
