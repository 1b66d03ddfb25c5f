"""Whether the key ring is the one that the data were written under.

Under another one each read of a person fails, and what is written then can never be read under the right one. Row-level
security binds the owner too, so a data key is looked at as the party would whose it is; nothing is opened with it.
"""

import asyncpg

from app.boundary.asker import AskerValues
from app.citizens.vault import unwrap
from app.common.encryption import DecryptionFailed, master_id_of
from app.database.urls import driver_url
from app.installation import Installation

ENOUGH = 5
"""So many data keys are looked at."""
_PARTIES = "SELECT id, type FROM organisation WHERE type = ANY ($1) ORDER BY type = 'police_district' DESC, id"
_REGISTERING = ["police_district", "municipality", "ngo"]
_STEP_INTO = "SELECT set_config(name, value, true) FROM unnest($1::text[], $2::text[]) AS setting (name, value)"
_KEY = "SELECT citizen_id, organisation_id, wrapped FROM data_key WHERE organisation_id = $1 LIMIT 1"


async def locked(this: Installation) -> str | None:
    """What is wrong with the key ring for what is there; None where it opens that, or where there is nothing."""
    connection = await asyncpg.connect(driver_url(this.case))
    seen = 0
    try:
        for party in await connection.fetch(_PARTIES, _REGISTERING):
            async with connection.transaction(readonly=True):
                asker = AskerValues(party["type"], party["id"], None, None, frozenset({"coordinator"}))
                settings = {**asker.settings(), "role": party["type"]}
                await connection.execute(_STEP_INTO, [*settings], [*settings.values()])
                row = await connection.fetchrow(_KEY, party["id"])
            if row is None:
                continue
            try:
                unwrap(this.keys.master_keys, row)
            except DecryptionFailed:
                master = master_id_of(row["wrapped"])
                return (
                    f"the key ring does not open what is there, which was written under master key {master}: "
                    "put the ring back that the data were written under, before anything is written"
                )
            seen += 1
            if seen >= ENOUGH:
                return None
    finally:
        await connection.close()
    return None
