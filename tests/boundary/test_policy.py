"""The policy loads, refuses what cannot be meant, and leaves no table out."""

from pathlib import Path

import pytest
from sqlalchemy import LargeBinary
from sqlalchemy.ext.asyncio import AsyncEngine

from app.boundary.conditions import WORDS
from app.boundary.policy import POLICY_FILE, ROLES, Operation, PolicyError, load
from app.boundary.triggers import TRIGGERS
from app.boundary.triggers.base import LEFT_TO_THE_POLICIES
from app.models import metadata
from tests.boundary import model
from tests.boundary.facts import FACTS, FACTS_OF

POLICY = load()
TEXT = POLICY_FILE.read_text(encoding="utf-8")
NOT_THE_CONTROLLERS = {"is_holder", "source_of_disclosure", "recipient"}
EVERYONES = {
    *("audit_event", "audit_subject", "change", "idempotency", "import_row", "import_upload", "pair_link"),
}
"""Categories with citizens' data whose `every` is their own."""

CONTACT = '[category.contact]\ntable = "citizen_contact"'
CELL = '  { role = "ngo", allow = "r", when = ["own"], basis = "GDPR 6(1)(a); own journal" },'
FAULTS = {
    "a table in two categories": (
        ('table = "citizen_contact"', 'table = "citizen_address"'),
        "one table is one category: citizen_address",
    ),
    "an unknown word": (('when = ["own"]', 'when = ["owned"]'), "no such word owned"),
    "an unknown word in `every`": (('ngo = ["agreed", "in_own_track"]', 'ngo = ["agreed", "any_track"]'), "any_track"),
    "an unknown role in `every`": (
        ('ngo = ["agreed", "in_own_track"]', 'charity = ["agreed"]'),
        "no such role charity",
    ),
    "an unknown word in `narrow`": (('when = ["assigned"]', 'when = ["allotted"]'), "no such word allotted"),
    "an unknown role": ((CELL, CELL.replace("ngo", "charity")), "charity: no such role"),
    "a cell without conditions": ((CELL, CELL.replace('["own"]', "[]")), "a cell needs operations, conditions"),
    "a cell without operations": ((CELL, CELL.replace('allow = "r"', 'allow = ""')), "a cell needs operations"),
    "a cell without a basis": ((CELL, CELL.replace("GDPR 6(1)(a); own journal", " ")), "and a legal basis"),
    "a citizen's data open to anyone": ((CELL, CELL.replace('"own"', '"anyone"')), "never open to anyone"),
    "writing as somebody else": ((CELL, CELL.replace('"r", when = ["own"]', '"c", when = ["agreed"]')), "as oneself"),
    "consent to nothing in particular": (
        ('opened_by = "citizen"\nscope = "contact"', 'opened_by = "citizen"'),
        "consented needs the category's scope",
    ),
    "disclosed without consent": (
        ('["consented", "disclosed", "controller_agreed"]', '["disclosed", "controller_agreed"]'),
        "rests on consent",
    ),
    "disclosed without the controller's agreement": (
        ('["consented", "disclosed", "controller_agreed"]', '["consented", "disclosed"]'),
        "the controller's agreement",
    ),
    "unchanged since nothing": ((CELL, CELL.replace('"own"', '"own", "as_passed_on"')), "only what is disclosed"),
    "a check of what is not updated": (
        (CELL, CELL.replace("basis", 'check = ["becomes_withdrawn"], basis')),
        "only an update is checked",
    ),
    "columns of what is created": (
        (CELL, CELL.replace('"r"', '"cr"').replace("basis", 'columns = ["phone"], basis')),
        "bound to columns",
    ),
    "other columns by another cell": (
        (CELL, CELL.replace("basis", 'columns = ["phone"], basis')),
        "ngo: what it reads is bound to the same columns in each cell",
    ),
    "a misspelt key of a cell": ((CELL, CELL.replace("basis", "whan = [], basis")), "no such key whan"),
    "a misspelt key of a category": (
        ('table = "citizen_contact"', 'table = "citizen_contact"\nnarow = []'),
        "contact: no such key narow",
    ),
    "an operation that no function reaches": (
        ('allow = "cr", when = ', 'allow = "r", when = '),
        "no function of the organisation reaches create",
    ),
    "an unknown role in `always`": (
        ('[always]\nevaluator = ["asks_as_evaluator"]', '[always]\nresearcher = ["asks_as_evaluator"]'),
        "always: no such role researcher",
    ),
    "a category of its own without what always holds": (
        ('table = "agreement"\n', 'table = "agreement"\nalways = []\n'),
        "agreement: evaluator: without what always holds, a category is only open for reading",
    ),
    "covered as nothing": (('covered_as = "incident"', 'covered_as = "incidents"'), "no such category incidents"),
    "opened by nothing": (('opened_by = "citizen"', 'opened_by = "citizens"'), "no such category citizens"),
}


@pytest.mark.parametrize(("change", "fault"), FAULTS.values(), ids=list(FAULTS))
def test_what_cannot_be_meant_is_refused(tmp_path: Path, change: tuple[str, str], fault: str) -> None:
    before, after = change
    head, contact, rest = TEXT.partition(CONTACT)
    text = head + contact + rest.replace(before, after, 1) if before in rest and before == CELL else TEXT
    if text == TEXT:
        assert before in TEXT
        text = TEXT.replace(before, after)
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError) as refused:
        load(path)
    assert fault in str(refused.value)


def test_a_category_that_nobody_has_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(
        TEXT + '\n[category.x]\ntable = "x"\nlabel_da = "X"\nlabel_en = "X"\ncells = []\n', encoding="utf-8"
    )
    with pytest.raises(PolicyError, match="x: nobody may do anything"):
        load(path)


def test_every_table_is_a_category_and_every_category_a_table() -> None:
    assert {each.table for each in POLICY.categories.values()} == set(metadata.tables)


def test_every_table_about_citizens_is_kept_as_such() -> None:
    personal = {"citizen_id", "victim_id", "perpetrator_id", "person_ids", "track"}
    about = {
        table.name
        for table in metadata.tables.values()
        if personal & set(table.columns.keys()) or any(isinstance(each.type, LargeBinary) for each in table.columns)
    }
    known = {each.table for each in POLICY.categories.values() if each.citizen_data}
    # A worker, a client, a cost and its reference have a track, a seal and a grant's file are bytes; none is about a
    # citizen. Of webhooks a delivery names a record, by id alone; an import
    # is numbers, and a key of what was uploaded.
    assert about - known == {
        "staff",
        "client",
        "cost",
        "resource_reference",
        "import_job",
        "audit_seal",
        "grant_attachment_content",
        "release_file_content",
        "webhook_endpoint",
        "webhook_delivery",
        "webhook_attempt",
    }
    assert known <= about


def test_citizens_data_need_an_agreement_in_force_of_every_party() -> None:
    for category in POLICY.categories.values():
        if category.name in {"interview_contact", "pseudonymised"}:
            # No track stands in them, so that the evaluator reads none; and its reader has an agreement as well.
            assert set(category.every.values()) == {("agreed",)}
        elif category.name == "consent":
            # The evidence is read, and a withdrawal registered, whatever has become of an agreement.
            free = [each for each in category.cells if each.role in ROLES and "agreed" not in each.when]
            assert all({"in_track", "in_own_track"} & {*each.when} for each in category.cells if each.role in ROLES)
            assert {each.operations for each in free} == {frozenset({Operation.READ}), frozenset({Operation.UPDATE})}
            assert all(each.check == ("becomes_withdrawn",) for each in free if Operation.UPDATE in each.operations)
        elif category.citizen_data and category.name not in EVERYONES:
            assert category.every == {role: POLICY.every.get(role, ()) for role in ROLES}, category.name
            assert {cell.role for cell in category.cells} & set(ROLES) <= POLICY.every.keys(), category.name
            assert all("agreed" in words for words in POLICY.every.values())


def test_the_evaluators_login_asks_as_an_evaluator_in_every_category() -> None:
    """But where who is one is looked up: there is nothing there that is not public."""
    without = {each.name for each in POLICY.categories.values() if each.always != POLICY.always}
    assert POLICY.always == {"evaluator": ("asks_as_evaluator",)}
    assert without == {"organisation"}


def test_what_is_anothers_needs_the_controllers_agreement_too() -> None:
    """Every cell of a party's on another's rows, where an agreement covers them; else it says why not."""
    mine = {"own", "by_link", "held", "of_link"}
    lacking = {
        (category.name, next(word for word in cell.when if word in NOT_THE_CONTROLLERS))
        if NOT_THE_CONTROLLERS & set(cell.when)
        else (category.name, str(cell.when))
        for category in POLICY.categories.values()
        for cell in category.cells
        if cell.role in ROLES and not mine & set(cell.when) and "controller_agreed" not in cell.when
        if any("agreed" in (*category.every.get(each.role, ()), *each.when) for each in category.cells)
    }
    assert lacking == {
        # The asker's own paper, in another's words: what became of its consent, and of its data.
        ("withdrawal_acknowledgement", "is_holder"),
        ("disclosure", "source_of_disclosure"),
        # What opens nothing by itself: each reading asks for the controller's agreement.
        ("disclosure", "recipient"),
        # The evidence, and a citizen's no: what rests on the consent asks for the agreements itself.
        ("consent", "('in_track', 'named')"),
        ("consent", "('in_own_track', 'named')"),
    }


def test_a_trigger_that_judges_as_the_keeper_does_so_after_the_policies() -> None:
    """Or leaves to them, first of all, what is not the asker's: its refusal would tell of rows nobody showed."""
    before = {each.name for each in TRIGGERS if each.definer and each.event.startswith("BEFORE")}
    # Some fill in what the row says (of others' rows, and of whose row was read); one speaks before a unique key.
    assert before == {
        "keep_cost_of_its_side",
        "keep_disclosure_once",
        "tell_whose_interview_contact",
        "tell_whose_pseudonymised",
    }
    for trigger in TRIGGERS:
        if trigger.name in before:
            _, begin, rest = trigger.source.partition("BEGIN\n")
            assert begin
            assert rest.startswith(LEFT_TO_THE_POLICIES), trigger.name
            category = next(each for each in POLICY.categories.values() if each.table == trigger.table)
            assert "organisation_id" in category.fixed
            assert all("own" in cell.when for role in ROLES for cell in category.cells_for(role, Operation.CREATE))


def test_nobody_deletes() -> None:
    assert {each.value for each in Operation} == {"create", "read", "update"}


def test_the_platforms_operator_the_agency_and_the_evaluator_see_no_citizen() -> None:
    """But the evaluator the contact for an interview, and what is sealed to it; the citizen's log tells of both."""
    found = {
        (role, category.name, operation.value)
        for category in POLICY.categories.values()
        if category.citizen_data and category.name not in {"audit_event", "idempotency"}
        for role in ("operator", "agency", "training_provider", "evaluator")
        for operation in Operation
        if category.allows(role, operation)
    }
    assert found == {
        ("evaluator", "interview_contact", "read"),
        ("evaluator", "interview_contact", "update"),
        ("evaluator", "pseudonymised", "read"),
        ("evaluator", "audit_subject", "create"),
    }


def test_nothing_of_an_interview_contact_leads_to_its_citizen() -> None:
    columns = set(metadata.tables["interview_contact"].columns.keys())
    assert not columns & {"citizen_id", "track", "course_id", "consent_id", "referral_id", "candidate_id", "staff_id"}


def test_nothing_of_a_pseudonymised_row_leads_to_its_citizen() -> None:
    columns = set(metadata.tables["pseudonymised_record"].columns.keys())
    assert not columns & {"citizen_id", "track", "course_id", "consent_id", "referral_id", "subject_id", "staff_id"}
    assert {each.role for each in POLICY["pseudonymised_subject"].cells} == {"builder", "wall_keeper"}


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_explained_and_tried(word: str) -> None:
    assert WORDS[word].__doc__
    assert word in model.WORDS
    assert set(FACTS_OF[word]) <= FACTS.keys()


def test_no_word_is_left_over() -> None:
    used = {word for words in (*POLICY.every.values(), *POLICY.always.values()) for word in words}
    for category in POLICY.categories.values():
        used |= {word for words in category.every.values() for word in words}
        used |= {word for narrowing in category.narrow for word in narrowing.when}
        used |= {word for cell in category.cells for word in (*cell.when, *cell.check)}
    assert used == WORDS.keys()
    assert WORDS.keys() == model.WORDS.keys() == FACTS_OF.keys()


def test_whose_function_reaches_all() -> None:
    for category, operation, functions, whole in (
        ("citizen", Operation.READ, {"coordinator"}, True),
        ("citizen", Operation.READ, {"caseworker", "integration"}, True),
        ("citizen", Operation.READ, {"caseworker"}, False),
        ("citizen", Operation.READ, {"secretary"}, False),
        ("time_entry", Operation.READ, {"secretary"}, True),
        ("time_entry", Operation.CREATE, {"secretary"}, False),
        ("organisation", Operation.READ, set(), True),
    ):
        assert POLICY[category].reaches_all(operation, functions) is whole, (category, operation, functions)


def test_what_a_function_is_ever_for() -> None:
    release, create, update = load()["release"], Operation.CREATE, Operation.UPDATE
    operator, officer = {"operator"}, {"disclosure_officer"}
    assert release.open_to("operator", create, operator)
    assert not release.open_to("operator", create, officer)
    for column, its in (("published_at", operator), ("recalled_at", operator), ("checked_by", officer)):
        for functions in (operator, officer):
            assert release.open_to("operator", update, functions, {column}) == (functions == its), column
    assert not release.open_to("operator", update, operator | officer, {"published_at", "checked_by"})
    assert not release.open_to("operator", update, set(), {"status"})
    assert not release.open_to("agency", update, operator, {"status"})
    consent = load()["consent"]
    assert consent.open_to("ngo", update, {"caseworker"})  # which rows is asked in the statement


def test_fixed_columns_are_columns() -> None:
    for category in POLICY.categories.values():
        columns = set(metadata.tables[category.table].columns.keys())
        document = model.CATEGORIES[category.name]
        assert set(document.get("fixed", ())) | set(document.get("changeable", ())) <= columns, category.name
        for cell in category.cells:
            assert set(cell.columns) <= columns, category.name


async def test_every_table_forces_row_level_security(superuser: AsyncEngine) -> None:
    async with superuser.connect() as connection:
        rows = await connection.exec_driver_sql(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' "
            "AND relrowsecurity AND relforcerowsecurity"
        )
        assert {name for (name,) in rows} == {each.table for each in POLICY.categories.values()}
