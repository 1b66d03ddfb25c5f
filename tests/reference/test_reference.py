"""Reference data over HTTP, and the codes of the product against their lists."""

import re
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import httpx
import pytest

from app.boundary.policy import load
from app.database.columns import Track
from app.reference.lists import code_lists, expense_categories
from app.reference.places import municipalities, police_districts
from tests.support.world import World

APP = Path(__file__).parents[2] / "app"
NAMES = {
    "AccountKind": "grant_account_kind",
    "AccountStatus": "grant_account_status",
    "ApprovalStatus": "release_approval_status",
    "AttachmentKind": "grant_attachment_kind",
    "AuditorKind": "grant_auditor",
    "BudgetKind": "grant_budget_kind",
    "BudgetStatus": "grant_budget_status",
    "Channel": "contact_channel",
    "Direction": "match_direction",
    "ContributionKind": "evaluation_contribution_kind",
    "DeadlineStatus": "grant_deadline_status",
    "DecisionOutcome": "grant_decision_outcome",
    "FormFault": "grant_form_fault",
    "Function": "organisation_role",
    "InstalmentStatus": "grant_instalment_status",
    "JobError": "release_job_error",
    "JobStatus": "release_job_status",
    "JobStep": "release_job_step",
    "Method": "consent_method",
    "NotDoneReason": "contribution_not_done_reason",
    "NoticeKind": "grant_notice_kind",
    "Outcome": "referral_outcome",
    "Scope": "consent_scope",
    "Withdrawer": "withdrawn_by",
}
"""Lists that are not called as their enumeration is."""


def enumerations() -> list[type[StrEnum]]:
    paths = [path.relative_to(APP.parent).with_suffix("") for path in sorted(APP.rglob("states.py"))]
    modules = [import_module(".".join(path.parts)) for path in paths]
    found = [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each.__module__ == module.__name__
    ]
    return [Track, *found]


@pytest.mark.parametrize("enumeration", enumerations(), ids=lambda each: each.__name__)
def test_every_enumeration_agrees_with_its_code_list(enumeration: type[StrEnum]) -> None:
    name = NAMES.get(enumeration.__name__) or re.sub(r"(?<!^)(?=[A-Z])", "_", enumeration.__name__).lower()
    assert name in code_lists(), f"app/reference/data/code_lists.json lacks {name}"
    assert {each.code for each in code_lists()[name].codes} == {*enumeration}


def test_every_list_and_code_has_both_labels() -> None:
    for each in code_lists().values():
        assert re.fullmatch(r"[a-z_]+", each.name)
        assert len({code.code for code in each.codes}) == len(each.codes) > 1
        labels = [(each.label_da, each.label_en), *((code.label_da, code.label_en) for code in each.codes)]
        for danish, english in labels:
            assert danish[:1].isupper()
            assert english[:1].isupper()
            assert "_" not in danish + english
            assert "oe" not in danish.lower()


def test_agreements_and_blocks_find_their_labels_among_the_data_categories() -> None:
    codes = {each.code for each in code_lists()["data_category"].codes}
    assert codes == load().routed.keys() > {*load().agreement_categories()}


def test_the_places_agree_with_each_other() -> None:
    assert len(municipalities()) == 98
    assert len(police_districts()) == 12
    assert {each.police_district_code for each in municipalities().values()} == police_districts().keys()
    assert "0411" not in municipalities()  # Christiansø


def test_expense_categories_know_both_laws() -> None:
    limits = {
        each.programmes: (each.annual_limit_oere, each.limit_rule, each.limit_period)
        for each in expense_categories()
        if each.code == "equipment"
    }
    assert limits == {
        ("intervention_model_2022_2024",): (5_000_000, "below", "calendar_year"),
        ("municipal_maturation_2022_2025",): (5_000_000, "at_most", "project_year"),
    }
    keys = [(programme, each.code) for each in expense_categories() for programme in each.programmes]
    assert len(set(keys)) == len(keys)
    assert sum(each.eligible for each in expense_categories()) == 12 + 10
    programmes = {each.code for each in code_lists()["programme"].codes}
    assert {programme for programme, _ in keys} == programmes
    assert all(each.label_da and each.label_en for each in expense_categories())


async def get(world: World, path: str, **headers: str) -> httpx.Response:
    return await world.http.get(f"/v1/reference/{path}", headers=headers)


@pytest.mark.parametrize(
    ("path", "count"),
    [("municipalities", 98), ("police-districts", 12), ("code-lists", 46), ("expense-categories", 31)],
)
async def test_lists_are_open_and_cacheable(world: World, path: str, count: int) -> None:
    answer = await get(world, path)
    assert answer.status_code == 200
    assert len(answer.json()) >= count
    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert answer.headers["content-type"] == "application/json"
    again = await get(world, path, **{"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == answer.headers["etag"]
    assert again.headers["cache-control"] == "public, max-age=3600"


async def test_one_code_list(world: World) -> None:
    answer = await get(world, "code-lists/course_status")
    assert answer.json()["label_da"] == "Forløbsstatus"
    assert answer.json()["codes"][0] == {"code": "created", "label_da": "Oprettet", "label_en": "Created"}
    assert answer.json() in (await get(world, "code-lists")).json()
    everything = await get(world, "code-lists")
    assert answer.headers["etag"] != everything.headers["etag"]


async def test_what_is_not_there(world: World) -> None:
    assert (await get(world, "code-lists/nothing")).status_code == 404
    assert (await get(world, "municipalities?page=2")).status_code == 400
    assert (await world.http.post("/v1/reference/municipalities")).status_code == 405


async def test_places_as_they_go_out(world: World) -> None:
    aarhus = next(each for each in (await get(world, "municipalities")).json() if each["code"] == "0751")
    assert aarhus == {
        "code": "0751",
        "name": "Aarhus",
        "region": "Region Midtjylland",
        "police_district_code": "1461",
    }
    assert {"code": "1461", "name": "Østjyllands Politi"} in (await get(world, "police-districts")).json()
