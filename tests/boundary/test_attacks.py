"""What a party could try with SQL of its own, in its own role and context, against a real passing on."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from app.database.columns import utc_now
from app.installation import Installation
from app.models import metadata
from tests.boundary.sql import as_party, reached, refused, session, step_into
from tests.boundary.test_direct_sql import CITIZENS_TABLES, FORBIDDEN
from tests.support.world import JSON, Party, World

FROZEN = "PW002"
FOREIGN_KEY = "23503"
SETTING = "boundary.organisation"
EVERYTHING = ["contact", "identity", "cpr", "address", "incident", "bridging"]


@dataclass
class Passed:
    """A citizen of the police's, passed on to an NGO that accepted."""

    citizen: JSON
    consent: JSON
    referral: JSON
    police: Party
    ngo: Party

    @property
    def id(self) -> str:
        return str(self.citizen["id"])


@pytest.fixture
async def case(installation: Installation) -> AsyncIterator[Any]:
    async with session(installation.case) as connection:
        yield connection


@pytest.fixture
async def ngo(world: World) -> Party:
    return await world.party("tryg-vej-coordinator-victim")


@pytest.fixture
async def police(world: World) -> Party:
    return await world.party("police-coordinator")


async def passed(world: World, *, scopes: list[str], accepted: bool = True, sent: bool = True) -> Passed:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    address = {"lines": ["Opdigtet Vej 1"], "postcode": "8000", "source": "citizen", "protection": "none"}
    citizen = await world.citizen(police, address=address)
    consent = await world.consent(police, citizen, [ngo.organisation_id], scopes)
    referral = await world.referral(police, consent, sent=sent, accepted_by=ngo if accepted else None)
    return Passed(citizen, consent, referral, police, ngo)


async def as_ngo(case: Any, ngo: Party) -> None:
    await as_party(case, "ngo", ngo, "victim")


async def readable(case: Any, citizen_id: str) -> set[str]:
    """The tables in which the asker sees another's row about the citizen."""
    found = set()
    for table in CITIZENS_TABLES:
        if not {"citizen_id", "organisation_id"} <= set(metadata.tables[table].columns.keys()):
            continue
        theirs = f"FROM {table} WHERE citizen_id = $1 AND organisation_id::text <> current_setting('{SETTING}')"
        if table.startswith("audit_") or await refused(case, f"SELECT {theirs}", citizen_id):
            continue
        if await case.fetchval(f"SELECT count(*) {theirs}", citizen_id):
            found.add(table)
    return found


# --- consent and disclosure -------------------------------------------------------------------------


async def test_a_referral_not_yet_accepted_opens_nothing(case: Any, world: World) -> None:
    it = await passed(world, scopes=EVERYTHING, accepted=False)
    await as_ngo(case, it.ngo)
    assert await readable(case, it.id) == {"consent", "referral", "disclosure"}
    assert await reached(case, "UPDATE disclosure SET opened_at = now() WHERE citizen_id = $1", it.id) == 0


async def test_what_is_passed_on_is_what_was_ticked_and_no_more(case: Any, world: World) -> None:
    it = await passed(world, scopes=["contact", "bridging"])
    await as_ngo(case, it.ngo)
    assert await readable(case, it.id) == {
        "consent",
        "referral",
        "referral_summary",
        "disclosure",
        "data_key",
        "citizen_contact",
    }


async def test_a_recipient_bends_no_disclosure(case: Any, world: World) -> None:
    it = await passed(world, scopes=EVERYTHING)
    await as_ngo(case, it.ngo)
    for change in (
        "category = 'incident_account'",
        "scope = 'identity'",
        "source_organisation_id = recipient_id",
        "recipient_id = source_organisation_id",
        "valid_until = NULL",
        "ended_at = NULL",
        "consent_id = consent_id",
        "referral_id = referral_id",
    ):
        assert await refused(case, f"UPDATE disclosure SET {change} WHERE citizen_id = $1", it.id) == FORBIDDEN, change
    again = "UPDATE disclosure SET opened_at = clock_timestamp() WHERE citizen_id = $1"
    assert await refused(case, again, it.id) == FROZEN


async def test_nothing_is_opened_ahead_of_time(case: Any, world: World) -> None:
    it = await passed(world, scopes=EVERYTHING, accepted=False)
    await as_ngo(case, it.ngo)
    await case.execute("UPDATE referral SET status = 'accepted' WHERE citizen_id = $1", it.id)
    ahead = "UPDATE disclosure SET opened_at = 'infinity' WHERE citizen_id = $1"
    assert await refused(case, ahead, it.id) == FROZEN
    assert await reached(case, "UPDATE disclosure SET opened_at = now() WHERE citizen_id = $1", it.id) > 1


async def test_nobody_lays_down_a_disclosure_for_themselves_or_already_open(case: Any, world: World) -> None:
    it = await passed(world, scopes=["contact"])
    copied = """
        INSERT INTO disclosure (id, created_at, updated_at, version, project_id, organisation_id, citizen_id, track,
          category, scope, source_organisation_id, recipient_id, consent_id, referral_id, opened_at)
        SELECT gen_random_uuid(), now(), now(), 1, project_id, $2, citizen_id, track, 'address', 'contact', $3, $4,
          consent_id, id, $5
        FROM referral WHERE id = $1
        """
    rows = (it.referral["id"], it.ngo.organisation_id, it.police.organisation_id, it.ngo.organisation_id, None)
    await as_ngo(case, it.ngo)
    assert await refused(case, copied, *rows) == FROZEN
    own = (it.referral["id"], it.ngo.organisation_id, it.ngo.organisation_id, it.ngo.organisation_id, None)
    assert await refused(case, copied, *own) == FORBIDDEN
    await as_party(case, "police_district", it.police)
    sent = (it.referral["id"], it.police.organisation_id, it.police.organisation_id, it.ngo.organisation_id)
    assert await refused(case, copied, *sent, utc_now()) == FORBIDDEN
    assert await refused(case, copied, *sent, None) is None


async def test_another_consent_does_not_keep_open_what_a_withdrawn_one_opened(case: Any, world: World) -> None:
    it = await passed(world, scopes=EVERYTHING)
    await world.consent(it.ngo, it.citizen, [it.ngo.organisation_id], EVERYTHING)
    await as_ngo(case, it.ngo)
    before = await readable(case, it.id)
    assert {"citizen_identity", "citizen_contact", "citizen_address", "referral_summary"} <= before
    await world.withdrawn(it.police, it.consent)
    assert await readable(case, it.id) == {"consent", "referral", "disclosure"}


async def test_one_consents_ticks_do_not_widen_anothers_referral(case: Any, world: World) -> None:
    it = await passed(world, scopes=["contact"])
    await world.consent(it.police, it.citizen, [it.ngo.organisation_id], EVERYTHING)
    await as_ngo(case, it.ngo)
    assert not {"citizen_identity", "citizen_cpr", "citizen_address"} & await readable(case, it.id)


async def test_under_a_withdrawn_consent_nothing_is_accepted_or_opened(case: Any, world: World) -> None:
    it = await passed(world, scopes=EVERYTHING, accepted=False)
    await world.withdrawn(it.police, it.consent)
    await as_ngo(case, it.ngo)
    for status in ("sent", "received", "accepted"):
        change = f"UPDATE referral SET status = '{status}' WHERE id = $1"
        assert await refused(case, change, it.referral["id"]) == FROZEN
    assert await reached(case, "UPDATE disclosure SET opened_at = now() WHERE citizen_id = $1", it.id) == 0


async def test_a_recipient_may_withdraw_a_consent_and_nothing_else(case: Any, world: World) -> None:
    it = await passed(world, scopes=EVERYTHING)
    await as_ngo(case, it.ngo)
    for change in (
        "informed_by = 'X'",
        "updated_at = now()",
        "withdrawn_at = now()",
        "status = 'superseded'",
        "status = 'active', valid_until = 'infinity'",
        "status = 'withdrawn', recipients = '{}'",
        "status = 'withdrawn', scopes = '{}'",
    ):
        answer = await refused(case, f"UPDATE consent SET {change} WHERE id = $1", it.consent["id"])
        assert answer in {FORBIDDEN, FROZEN}, change
    withdraw = "UPDATE consent SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1"
    assert await case.execute(withdraw, it.consent["id"]) == "UPDATE 1"
    assert await readable(case, it.id) == {"consent", "referral", "disclosure"}
    later = "UPDATE consent SET withdrawn_at = now() - interval '1 year' WHERE id = $1"
    assert await refused(case, later, it.consent["id"]) == FROZEN
    assert await refused(case, "UPDATE consent SET status = 'active' WHERE id = $1", it.consent["id"]) is not None


async def test_a_consent_begins_as_a_draft(case: Any, world: World, ngo: Party) -> None:
    it = await passed(world, scopes=["contact"])
    await as_ngo(case, ngo)
    columns = ", ".join(each.name for each in metadata.tables["consent"].columns if each.name not in {"id", "status"})
    statement = (
        f"INSERT INTO consent (id, status, {columns}) "
        f"SELECT gen_random_uuid(), 'active', {columns.replace('organisation_id', '$2::uuid')} "
        "FROM consent WHERE id = $1"
    )
    assert await refused(case, statement, it.consent["id"], ngo.organisation_id) == FROZEN


async def test_a_renewal_alone_changes_what_a_referral_rests_on(case: Any, world: World) -> None:
    it = await passed(world, scopes=["contact"])
    for role, party in (("police_district", it.police), ("ngo", it.ngo)):
        await as_party(case, role, party, "victim")
        for column in ("consent_id", "sender_withheld"):
            statement = f"UPDATE referral SET {column} = {column} WHERE id = $1"
            assert await refused(case, statement, it.referral["id"]) == FORBIDDEN, column
        assert await refused(case, "UPDATE disclosure SET as_of = NULL WHERE citizen_id = $1", it.id) == FORBIDDEN


async def test_a_sender_accepts_nothing_for_its_recipient(case: Any, world: World) -> None:
    it = await passed(world, scopes=EVERYTHING, accepted=False)
    await as_party(case, "police_district", it.police)
    for change in ("status = 'accepted'", "recipient_id = organisation_id", "scopes = '{}'", "kind = 'bridging'"):
        answer = await refused(case, f"UPDATE referral SET {change} WHERE id = $1", it.referral["id"])
        assert answer in {FORBIDDEN, FROZEN, "23514"}, change


@pytest.mark.parametrize("block", ["contact", "address"])
async def test_a_change_never_reaches_earlier_recipients(case: Any, world: World, block: str) -> None:
    """The wall, rule 7; a municipality may change what it registered, and who got it before does not get the change."""
    municipality, ngo = await world.party("aarhus-coordinator"), await world.party("tryg-vej-coordinator-victim")
    address = {"lines": ["Opdigtet Vej 1"], "postcode": "8000", "source": "citizen", "protection": "none"}
    citizen = await world.citizen(municipality, address=address)
    consent = await world.consent(municipality, citizen, [ngo.organisation_id], EVERYTHING)
    await world.referral(municipality, consent, accepted_by=ngo)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await ngo.get(path)).json()[block] is not None
    await as_ngo(case, ngo)
    assert f"citizen_{block}" in await readable(case, citizen["id"])

    etag = (await municipality.get(path)).headers["etag"]
    body = world.contact(phone="+4520000009") if block == "contact" else {**address, "postcode": "9990"}
    assert (await municipality.put(f"{path}/{block}", body, if_match=etag)).status_code == 200

    assert (await ngo.get(path)).json()[block] is None
    assert f"citizen_{block}" not in await readable(case, citizen["id"])


# --- columns and keys -------------------------------------------------------------------------------


MOVABLE = {"time_entry": {"course_id", "citizen_id", "track"}, "interview_candidate": {"consent_id"}}
"""A draft moves to another course of one's own side, and a candidate gets its consent; test_attacks.py in
`tests/resources` and `tests/interviews` try to move them further."""


@pytest.mark.parametrize("table", CITIZENS_TABLES)
async def test_what_a_row_hangs_on_is_nobodys_to_change(case: Any, ngo: Party, police: Party, table: str) -> None:
    fixed = {"id", "project_id", "organisation_id", "citizen_id", "track", "consent_id", "course_id", "created_at"}
    for role, party in (("ngo", ngo), ("police_district", police)):
        await as_party(case, role, party, "victim")
        for column in (fixed - MOVABLE.get(table, set())) & set(metadata.tables[table].columns.keys()):
            assert await refused(case, f"UPDATE {table} SET {column} = {column}") == FORBIDDEN, (role, column)


async def test_a_course_hangs_on_no_other_citizens_referral_and_no_other_organisations_worker(
    case: Any, world: World, superuser: Any
) -> None:
    one, other = await passed(world, scopes=EVERYTHING), await passed(world, scopes=EVERYTHING)
    await as_ngo(case, one.ngo)
    course = """
        INSERT INTO course (id, created_at, updated_at, version, project_id, organisation_id, citizen_id, track,
          referral_id, assigned_to, status, form, journey_started_on)
        SELECT gen_random_uuid(), now(), now(), 1, project_id, recipient_id, citizen_id, track, $2, $3, 'created',
          'individual', current_date
        FROM referral WHERE id = $1
        """
    assert await refused(case, course, one.referral["id"], one.referral["id"], None) is None
    theirs = await refused(case, course, one.referral["id"], other.referral["id"], None)
    nobodys = await refused(case, course, one.referral["id"], str(uuid4()), None)
    assert theirs == nobodys == FOREIGN_KEY
    async with superuser.connect() as connection:
        found = await connection.exec_driver_sql(
            "SELECT id FROM staff WHERE organisation_id = $1 LIMIT 1", (one.police.organisation_id,)
        )
        worker = found.scalar_one()
    assert await refused(case, course, one.referral["id"], None, str(worker)) == FOREIGN_KEY


# --- agreements ---------------------------------------------------------------------------------------


async def test_nobody_puts_an_agreement_in_force_alone(case: Any, world: World, ngo: Party) -> None:
    agreement = """
        INSERT INTO agreement (id, created_at, updated_at, version, project_id, organisation_id, counterparty_id, type,
          categories, purposes, valid_from, status, signed_by_organisation_at, signed_by_counterparty_at)
        VALUES ($1, now(), now(), 1, $2, $3, $4, 'data_processing', '{citizen,identity,cpr}', '{intervention}',
          now(), $5, $6, $7)
        """
    own = (str(uuid4()), world.project("maturation"), ngo.organisation_id, world.organisation("operator"))
    await as_ngo(case, ngo)
    now = utc_now()
    assert await refused(case, agreement, *own, "in_force", now, now) == FROZEN
    assert await refused(case, agreement, *own, "draft", now, now) == FROZEN
    await case.execute(agreement, *own, "draft", None, None)
    await case.execute("UPDATE agreement SET status = 'awaiting_signature' WHERE id = $1", own[0])
    sign = "UPDATE agreement SET signed_by_{}_at = now() WHERE id = $1"
    assert await refused(case, sign.format("counterparty"), own[0]) == FROZEN
    await case.execute(sign.format("organisation"), own[0])
    assert await refused(case, "UPDATE agreement SET status = 'in_force' WHERE id = $1", own[0]) is not None
    assert (
        await case.fetchval(
            "SELECT count(*) FROM agreement_coverage WHERE agreement_id = $1 AND "
            "(valid_until IS NULL OR valid_until > now())",
            own[0],
        )
        == 0
    )


async def test_two_parties_cover_each_other_for_nothing(case: Any, world: World, ngo: Party) -> None:
    """Only an agreement with the platform's operator covers anything."""
    mine = str(uuid4())
    other = await world.party("lysningen-coordinator-victim")
    await as_ngo(case, ngo)
    await case.execute(
        """
        INSERT INTO agreement (id, created_at, updated_at, version, project_id, organisation_id, counterparty_id, type,
          categories, purposes, valid_from, status)
        VALUES ($1, now(), now(), 1, $2, $3, $4, 'data_processing', '{citizen}', '{intervention}', now(), 'draft')
        """,
        mine,
        world.project("maturation"),
        ngo.organisation_id,
        other.organisation_id,
    )
    await case.execute("UPDATE agreement SET status = 'awaiting_signature' WHERE id = $1", mine)
    await case.execute("UPDATE agreement SET signed_by_organisation_at = now() WHERE id = $1", mine)
    await as_ngo(case, other)
    await case.execute(
        "UPDATE agreement SET signed_by_counterparty_at = now(), status = 'in_force' WHERE id = $1", mine
    )
    covering = "SELECT count(*) FROM agreement_coverage WHERE agreement_id = $1 AND valid_until <> '-infinity'"
    assert await case.fetchval(covering, mine) == 0


async def test_coverage_is_kept_by_nobody_but_the_keeper(case: Any, ngo: Party) -> None:
    for role in ("ngo", "operator", "agency"):
        await step_into(case, role, ngo.organisation_id, track="victim")
        for statement in (
            "INSERT INTO agreement_coverage DEFAULT VALUES",
            "UPDATE agreement_coverage SET valid_until = NULL",
        ):
            assert await refused(case, statement) == FORBIDDEN


# --- the wall -------------------------------------------------------------------------------------------


async def test_one_tracks_worker_reads_no_row_of_the_other_track(case: Any, world: World) -> None:
    """In whatever table, the log and the kept answers included."""
    worker = await world.party("tryg-vej-coordinator-perpetrator")
    citizen = await world.unaided(worker, "perpetrator")
    assert (await worker.get(f"/v1/citizens/{citizen['id']}")).status_code == 200
    colleague = await world.party("tryg-vej-coordinator-victim")
    for track, sees in (("victim", False), ("perpetrator", True)):
        await as_party(case, "ngo", colleague, track)
        rows = 0
        for table in CITIZENS_TABLES:
            columns = metadata.tables[table].columns.keys()
            if await refused(case, f"SELECT FROM {table}") is None and "track" in columns:
                rows += await case.fetchval(f"SELECT count(*) FROM {table} WHERE track IS DISTINCT FROM 'victim'")
        assert (rows > 0) == sees
    await as_party(case, "ngo", colleague)
    assert all(
        [
            await case.fetchval(f"SELECT count(*) FROM {table}") == 0
            for table in CITIZENS_TABLES
            if await refused(case, f"SELECT FROM {table}") is None and not table.startswith(("audit", "idempotency"))
        ]
    )


async def test_the_link_between_the_two_sides_is_the_polices_alone(case: Any, ngo: Party, world: World) -> None:
    for client, role in (("aarhus-coordinator", "municipality"), ("tryg-vej-coordinator-victim", "ngo")):
        await as_party(case, role, await world.party(client), "victim")
        assert await refused(case, "SELECT FROM pair_link") == FORBIDDEN
        assert await refused(case, "SELECT FROM incident") == FORBIDDEN


async def test_an_assignment_of_anothers_tells_no_link(case: Any, ngo: Party, police: Party, world: World) -> None:
    """Whether the refused row would have crossed the wall is not to be told from how it is refused."""
    victim = await world.citizen(police)
    linked, single = [await world.citizen(police, track="perpetrator") for _ in range(2)]
    worker = await world.user_of(police.organisation_id, "caseworker")
    body = {"victim_id": victim["id"], "perpetrator_id": linked["id"]}
    assert (await police.post("/v1/pair-links", body)).status_code == 201
    path = f"/v1/citizens/{victim['id']}/assignments"
    assert (await police.post(path, {"staff_id": worker.staff_id})).status_code == 201
    statement = """
        INSERT INTO assignment (id, created_at, updated_at, version, project_id, organisation_id, citizen_id, track,
          staff_id)
        VALUES (gen_random_uuid(), now(), now(), 1, $1, $2, $3, 'perpetrator', $4)
        """
    for role, client in (("ngo", ngo), ("municipality", await world.party("aarhus-coordinator")), ("ngo", None)):
        await step_into(case, role, client.organisation_id if client else "", track="perpetrator")
        for citizen in (linked, single):
            for organisation in (police.organisation_id, ngo.organisation_id):
                values = (world.project(), organisation, citizen["id"], worker.staff_id)
                assert await refused(case, statement, *values) == FORBIDDEN, (role, organisation)
        await case.execute("RESET ROLE")
    await as_party(case, "police_district", police)
    for citizen, answer in ((linked, "PW001"), (single, None)):
        values = (world.project(), police.organisation_id, citizen["id"], worker.staff_id)
        assert await refused(case, statement, *values) == answer


# --- leaks past the policies ----------------------------------------------------------------------------


async def test_a_condition_of_ones_own_is_not_tried_on_what_hidden_rows_hold(case: Any, world: World) -> None:
    """An error or an elapsed minute would tell what stands in a row that the policy hides.

    That a row is there at all can be told with SQL of one's own (a function of no column, such as `pg_sleep(60)`, is
    let in before the policies), by whoever knows its random id. Requests run no SQL of their own.
    """
    it = await passed(world, scopes=["contact"])
    await as_ngo(case, await world.party("lysningen-coordinator-victim"))
    for table, column in (("citizen_identity", "given_name"), ("citizen_cpr", "cpr"), ("citizen_address", "lines")):
        for condition in (
            f"1 / (octet_length({column}) - octet_length({column})) = 1",
            f"pg_sleep(octet_length({column}) * 60) IS NULL",
            f"({column}::text)::int = 1",
            "pg_sleep(60 * version) IS NULL",
        ):
            # Of this citizen: what other tests passed on to the NGO is its to see.
            statement = f"SELECT FROM {table} WHERE {condition} AND citizen_id = '{it.id}'"
            assert await refused(case, statement) is None, condition
    statement = f"UPDATE consent SET updated_at = now() WHERE 1 / (version - version) = 1 AND citizen_id = '{it.id}'"
    assert await refused(case, statement) is None


async def test_statistics_and_plans_show_no_value(case: Any, world: World, superuser: Any) -> None:
    it = await passed(world, scopes=["contact"])
    async with superuser.connect() as connection:
        await connection.exec_driver_sql("ANALYZE citizen_identity, citizen_residence, referral, consent")
        await connection.commit()
    await as_ngo(case, await world.party("lysningen-coordinator-victim"))
    for table in CITIZENS_TABLES:
        assert await case.fetchval("SELECT count(*) FROM pg_stats WHERE tablename = $1", table) == 0, table
    plan = "\n".join(row[0] for row in await case.fetch(f"EXPLAIN (VERBOSE) SELECT FROM citizen WHERE id = '{it.id}'"))
    assert it.police.organisation_id not in plan
