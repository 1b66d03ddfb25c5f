"""A programme of a given size, made set by set as the superuser: 141 organisations, one course a citizen."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

ORGANISATIONS = 141

_STATEMENTS = (
    "SET LOCAL session_replication_role = replica",  # no foreign-key checks while loading
    "SET LOCAL synchronous_commit = off",
    """
    CREATE TEMP TABLE ngo ON COMMIT DROP AS
    SELECT row_number() OVER () - 1 AS position, gen_random_uuid() AS id FROM generate_series(1, :organisations - 1)
    """,
    """
    INSERT INTO organisation (id, created_at, updated_at, version, type, name, tracks, status)
    SELECT id, now(), now(), 1, 'ngo', 'NGO ' || position, '{victim}', 'active' FROM ngo
    """,
    "INSERT INTO ngo SELECT :organisations - 1, CAST(:asker AS uuid)",
    """
    INSERT INTO agreement_coverage (agreement_id, category, purpose, organisation_id, project_id, valid_from)
    SELECT gen_random_uuid(), category, 'intervention', ngo.id, CAST(:project AS uuid), now() - interval '1 year'
    FROM ngo, unnest(CAST(:categories AS text[])) AS category WHERE ngo.id <> CAST(:asker AS uuid)
    """,
    """
    CREATE TEMP TABLE made ON COMMIT DROP AS
    SELECT gen_random_uuid() AS citizen_id, gen_random_uuid() AS course_id, ngo.id AS organisation_id,
           now() - (n || ' seconds')::interval AS at
    FROM generate_series(1, :citizens) AS n JOIN ngo ON ngo.position = n % :organisations
    """,
    """
    INSERT INTO citizen (id, created_at, updated_at, version, project_id, organisation_id, track, identified_by, status,
                         specially_protected)
    SELECT citizen_id, at, at, 1, CAST(:project AS uuid), organisation_id, 'victim', 'self', 'active', false FROM made
    """,
    """
    INSERT INTO consent (id, created_at, updated_at, version, project_id, organisation_id, citizen_id, track,
                         form_version_id, language, method, scopes, recipients, informed_by, signed_at, status)
    SELECT gen_random_uuid(), at, at, 1, CAST(:project AS uuid), organisation_id, citizen_id, 'victim',
           (SELECT id FROM consent_form WHERE project_id = CAST(:project AS uuid) LIMIT 1), 'da', 'paper', '{contact}',
           ARRAY[organisation_id], 'PBA', at, 'active'
    FROM made
    """,
    """
    INSERT INTO course (id, created_at, updated_at, version, project_id, organisation_id, citizen_id, track, status,
                        form, journey_started_on, started_on, ended_on)
    SELECT course_id, at, at, 1, CAST(:project AS uuid), organisation_id, citizen_id, 'victim', 'completed',
           'individual',
           at::date, at::date, at::date
    FROM made
    """,
    """
    INSERT INTO session (id, created_at, updated_at, version, project_id, organisation_id, citizen_id, track, course_id,
                         held_on, minutes, form, status)
    SELECT gen_random_uuid(), at, at, 1, CAST(:project AS uuid), organisation_id, citizen_id, 'victim', course_id,
           at::date, 60, 'individual', 'held'
    FROM made, generate_series(1, 4)
    """,
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is."""

    citizens: int


async def load(
    connection: AsyncConnection, size: Size, *, project: str, asker: str, categories: list[str]
) -> list[str]:
    """Load; answers the ids of some of the asker's courses.

    Args:
        connection: the superuser's, in a transaction.
        size: how much.
        project: the project that all of it belongs to.
        asker: the organisation whose requests will be measured; it gets its share like the others.
        categories: what the agreements cover.
    """
    values = {
        "organisations": ORGANISATIONS,
        "citizens": size.citizens,
        "project": project,
        "asker": asker,
        "categories": categories,
    }
    for statement in _STATEMENTS:
        used = {name: value for name, value in values.items() if f":{name}" in statement}
        await connection.execute(text(statement), used)
    rows = await connection.execute(
        text("SELECT course_id::text FROM made WHERE organisation_id = CAST(:asker AS uuid) LIMIT 2000"),
        {"asker": asker},
    )
    return [each for (each,) in rows]
