"""The benchmarks' loader keeps up with the tables; what it measures is nobody's test."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.boundary.policy import load as load_policy
from benchmarks.load import ORGANISATIONS, Size, load
from tests.support.world import World


async def test_the_programme_of_a_size_can_be_loaded(world: World, superuser: AsyncEngine) -> None:
    asker = world.organisation("lysningen")
    async with superuser.connect() as connection:
        courses = await load(
            connection,
            Size(ORGANISATIONS * 2),
            project=world.project(),
            asker=asker,
            categories=load_policy().agreement_categories(),
        )
        count = (
            "SELECT count(*) FROM session WHERE course_id = CAST(:id AS uuid) AND organisation_id = CAST(:me AS uuid)"
        )
        assert len(courses) == 2
        assert await connection.scalar(text(count), {"id": courses[0], "me": asker}) == 4
        consented = """
            SELECT count(*) FROM consent JOIN course USING (citizen_id)
            WHERE course.id = CAST(:id AS uuid) AND consent.status = 'active' AND 'contact' = ANY (consent.scopes)
              AND CAST(:me AS uuid) = ANY (consent.recipients)
        """
        assert await connection.scalar(text(consented), {"id": courses[0], "me": asker}) == 1, "a follow-up needs it"
        await connection.rollback()
