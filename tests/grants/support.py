"""Grants for tests: applicants and projects of a test's own, brought to the state that it is about."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from app.common.days import today
from app.grants.budgets import total
from app.grants.rules import rules_of
from tests.resources.support import code_of, faults, house
from tests.support.world import JSON, Party, World

YEAR = today().year
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PATH = "/v1/grants"
CRITERIA = (
    *("existing_specialised_service", "develops_with_police_and_municipalities", "formalised_cooperation"),
    "evaluation_cooperation",
)
LAW = "BEK 267/2022"
BEK = rules_of("intervention_model_2022_2024")


def line(amount: int, category: str = "salaries", year: int = YEAR, note: str | None = "Projektleder") -> JSON:
    return {"year": year, "category": category, "amount_oere": amount, "note": note}


def refused(answer: httpx.Response) -> list[tuple[str, str]]:
    """The rules that a refusal names, with their places."""
    assert (answer.status_code, code_of(answer)) == (409, "programme-rule"), answer.text
    problem = answer.json()
    assert problem["rules"] == [code for _, code in faults(answer)]
    return faults(answer)


async def sent(party: Party, path: str, content: bytes, media: str, **headers: str) -> httpx.Response:
    """PUT of raw bytes from the file's present version."""
    etag = (await party.get(path.removesuffix("/content"))).headers.get("etag", '"none"')
    given = {"authorization": f"Bearer {party.token}", "content-type": media, "if-match": etag, **headers}
    return await party.http.request("PUT", path, content=content, headers=given)


@dataclass
class Application:
    """An applicant's application, and the agency that it goes to."""

    applicant: Party
    agency: Party
    grant: JSON
    files: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"{PATH}/{self.grant['id']}"

    async def read(self, part: str = "", party: Party | None = None) -> JSON:
        answer = await (party or self.applicant).get(self.path + part)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def act(self, verb: str, body: Any = None, by: Party | None = None) -> httpx.Response:
        """An action on the grant itself."""
        return await (by or self.applicant).act(f"{self.path}/{verb}", body)

    async def put(self, part: str, body: Any, by: Party | None = None) -> httpx.Response:
        """A PUT that bears the grant's ETag."""
        party = by or self.applicant
        etag = (await party.get(self.path)).headers.get("etag", '"none"')
        return await party.put(f"{self.path}/{part}", body, if_match=etag)

    async def budget(self, *lines: JSON) -> httpx.Response:
        return await self.put("budget", {"budget_lines": list(lines)})

    async def patch(self, **members: Any) -> httpx.Response:
        etag = (await self.applicant.get(self.path)).headers["etag"]
        return await self.applicant.patch(self.path, members, if_match=etag)

    async def announce(self, kind: str, name: str = "Fil.pdf", media: str = "application/pdf") -> JSON:
        answer = await self.applicant.post(
            f"{self.path}/attachments", {"kind": kind, "file_name": name, "media_type": media}
        )
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def attach(self, kind: str, content: bytes = PDF) -> str:
        """A PDF of this kind, sent."""
        file = await self.announce(kind)
        answer = await sent(self.applicant, f"{self.path}/attachments/{file['id']}/content", content, "application/pdf")
        assert answer.status_code == 200, answer.text
        return str(file["id"])

    async def complete(self, *lines: JSON) -> None:
        """Everything that submission asks for, with a budget of these lines."""
        await self.attach("application_form")
        cooperation = await self.attach("cooperation")
        answers = [
            {"item": each, "fulfilled": True, "words": "Se bilag.", "attachment_ids": [cooperation]}
            for each in CRITERIA
        ]
        answer = await self.patch(checklist=answers, amount_oere=total(lines))
        assert answer.status_code == 200, answer.text
        assert (await self.budget(*lines)).status_code == 200

    async def submit(self) -> None:
        answer = await self.act("submit")
        assert answer.status_code == 200, answer.text

    async def assess(self) -> None:
        assert (await self.act("assess", by=self.agency)).status_code == 200
        criteria = [{"item": each, "met": True, "grounds": "Opfyldt."} for each in CRITERIA]
        answer = await self.put("assessment", {"criteria": criteria}, by=self.agency)
        assert answer.status_code == 200, answer.text

    async def grant_it(self, granted_oere: int | None = None) -> None:
        await self.assess()
        amount = granted_oere or (await self.read())["amount_oere"]
        body: JSON = {
            "outcome": "granted",
            "granted_oere": amount,
            "conditions": [],
            "grounds": "Opfylder kriterierne.",
        }
        answer = await self.act("decide", body, by=self.agency)
        assert answer.status_code == 200, answer.text

    async def account(self, **members: Any) -> str:
        """Open accounts; the path to them."""
        answer = await self.applicant.post(f"{self.path}/accounts", {"kind": "annual", "year": YEAR, **members})
        assert answer.status_code == 201, answer.text
        return f"{self.path}/accounts/{answer.json()['id']}"

    async def voucher(self, account: str, amount: int, category: str = "salaries", **members: Any) -> httpx.Response:
        body = {"voucher_number": str(uuid4()), "day": today().isoformat(), "words": "Løn", "category": category}
        return await self.applicant.post(f"{account}/vouchers", {**body, "amount_oere": amount, **members})

    async def audited(self, account: str, auditor: str = "registered", **members: Any) -> None:
        report = await self.attach("auditor_report")
        etag = (await self.applicant.get(account)).headers["etag"]
        body = {"auditor": auditor, "auditor_report_id": report, **members}
        answer = await self.applicant.patch(account, body, if_match=etag)
        assert answer.status_code == 200, answer.text


def body_of(project: str, **members: Any) -> JSON:
    return {
        "project_id": project,
        "title": "Interventionsmodellen",
        "purpose": "Tidligere hjælp.",
        "amount_oere": 100_000_000,
        "starts_on": f"{YEAR}-01-01",
        "ends_on": f"{YEAR + 2}-12-31",
        **members,
    }


async def drafted(world: World, **members: Any) -> Application:
    """A draft by the demo's NGO: one organisation has as many as it likes."""
    return await drafted_by(await world.party("tryg-vej-coordinator-victim"), world, world.project(), **members)


async def drafted_by(party: Party, world: World, project: str, **members: Any) -> Application:
    answer = await party.post(PATH, body_of(project, **members))
    assert answer.status_code == 201, answer.text
    return Application(party, await world.party("agency-secretary"), answer.json())


async def submitted(world: World, *lines: JSON) -> Application:
    it = await drafted(world)
    await it.complete(*(lines or (line(100_000_000),)))
    await it.submit()
    return it


async def granted(world: World, *lines: JSON) -> Application:
    it = await submitted(world, *lines)
    await it.grant_it()
    return it


async def of_each(world: World) -> dict[str, str]:
    """One record of everything that hangs on a grant, by the names of the paths."""
    own = await house(world)
    it = await drafted_by(own.coordinator, world, own.project)
    await it.complete(line(100_000_000))
    await it.submit()
    await it.grant_it()
    day = today().isoformat()
    instalment = await it.agency.post(f"{it.path}/instalments", {"amount_oere": 1, "due_on": day})
    notice = await it.applicant.post(f"{it.path}/notices", {"kind": "start", "occurred_on": day})
    account = await it.account()
    voucher = await it.voucher(account, 1)
    await it.audited(account, performance_audit=True)
    assert (await it.applicant.act(f"{account}/submit")).status_code == 200
    return {
        "grant_id": it.grant["id"],
        "amendment_id": (await it.read("/budget"))["id"],
        "instalment_id": instalment.json()["id"],
        "notice_id": notice.json()["id"],
        "account_id": account.rpartition("/")[2],
        "voucher_id": voucher.json()["id"],
        "attachment_id": (await it.read("/attachments"))["items"][0]["id"],
    }
