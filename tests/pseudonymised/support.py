"""A project of a test's own, whose NGO has declared an evaluator the recipient of pseudonymised data."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from joserfc import jwe
from joserfc.jwk import ECKey

from app.installation import Installation
from app.pseudonymised import extracting
from tests.boundary.sql import session, step_into
from tests.support.world import JSON, Party, World

PATH = "/v1/pseudonymised-extracts"
SCOPES = ["contact", "evaluation_questionnaire"]
BOTH = {"purposes": ["intervention", "evaluation"]}


def new_key() -> ECKey:
    return ECKey.generate_key("P-256")


def public(key: ECKey) -> JSON:
    return {name: value for name, value in key.as_dict(private=False).items() if name in {"kty", "crv", "x", "y"}}


def opened(key: ECKey, sealed: str) -> JSON:
    """As the evaluator opens it, with another implementation than ours."""
    found = jwe.decrypt_compact(sealed, key, algorithms=["ECDH-ES", "A256GCM"])
    assert found.plaintext is not None
    return dict(json.loads(found.plaintext))


@dataclass
class Tier:
    """Who takes part."""

    world: World
    project: str
    form: str
    ngo: Party
    evaluator: Party
    agreements: dict[str, JSON]
    partner: JSON
    """The evaluator, as the project's partner."""
    key: ECKey = field(default_factory=new_key)
    term: str | None = None
    """Until when it is declared."""

    def terms(self, **changes: Any) -> JSON:
        """Of the recipient declaration."""
        return {
            "project_id": self.project,
            "organisation_id": self.ngo.organisation_id,
            "counterparty_id": self.evaluator.organisation_id,
            "type": "research_declaration",
            "categories": ["pseudonymised"],
            "purposes": ["evaluation"],
            "valid_from": "2022-04-01T00:00:00Z",
            "valid_until": self.term,
            "recipient_key": public(self.key),
            **changes,
        }

    async def declare(self) -> JSON:
        """The NGO drafts the declaration, and both sign it."""
        answer = await self.ngo.post("/v1/agreements", self.terms())
        assert answer.status_code == 201, answer.text
        path = f"/v1/agreements/{answer.json()['id']}"
        for side, verb in ((self.ngo, "submit"), (self.ngo, "sign"), (self.evaluator, "sign")):
            answer = await side.act(f"{path}/{verb}")
            assert answer.status_code == 200, answer.text
        self.agreements["declaration"] = dict(answer.json())
        return self.agreements["declaration"]

    async def citizen(self, *, names: bool = True, scopes: list[str] | None = None, **consent: Any) -> JSON:
        """One of the NGO's, on a course; the consent names the evaluator."""
        answer = await self.ngo.post("/v1/citizens", {"project_id": self.project, "track": "victim"})
        assert answer.status_code == 201, answer.text
        citizen = dict(answer.json())
        await self.consent(citizen, [self.ngo.organisation_id], ["contact", "identity", "bridging"])
        own = self.ngo.organisation_id
        recipients = [own, self.evaluator.organisation_id] if names else [own]
        citizen["consent"] = await self.consent(citizen, recipients, scopes or SCOPES, **consent)
        await self.world.running(self.ngo, citizen)
        return citizen

    async def consent(
        self, citizen: JSON, recipients: list[str], scopes: list[str], valid_until: str | None = None, **members: Any
    ) -> JSON:
        body = {
            "citizen_id": citizen["id"],
            "form_version_id": self.form,
            "language": "da",
            "method": "paper",
            "scopes": scopes,
            "recipients": recipients,
            "informed_by": "PBA",
            **members,
        }
        drafted = await self.ngo.post("/v1/consents", body)
        assert drafted.status_code == 201, drafted.text
        lasting = {"signed_at": "2026-01-10T10:00:00Z", **({"valid_until": valid_until} if valid_until else {})}
        signed = await self.ngo.act(f"/v1/consents/{drafted.json()['id']}/sign", lasting)
        assert signed.status_code == 200, signed.text
        return dict(signed.json())

    async def asked(self) -> JSON:
        answer = await self.evaluator.post(PATH, {"agreement_id": self.agreements["declaration"]["id"]})
        assert answer.status_code == 202, answer.text
        return dict(answer.json())

    async def extract(self, installation: Installation, secret_path: Path) -> JSON:
        """Asked for, and built."""
        asked = await self.asked()
        await worked(installation, secret_path)
        made = (await self.evaluator.get(f"{PATH}/{asked['id']}")).json()
        assert made["status"] == "built", made
        return dict(made)

    async def rows(self, extract: JSON) -> dict[str, JSON]:
        """What the evaluator reads, opened, by the rows' ids."""
        answer = await self.evaluator.get(f"{PATH}/{extract['id']}/rows?limit=200")
        if answer.status_code == 404:
            return {}
        assert answer.status_code == 200, answer.text
        return {each["id"]: opened(self.key, each["sealed"]) for each in answer.json()["items"]}

    async def by_sql(self, installation: Installation) -> set[str]:
        """Ids of all rows that the evaluator's own login reads, with SQL of its own."""
        async with session(installation.evaluator) as connection:
            await step_into(connection, "evaluator", self.evaluator.organisation_id, functions="researcher")
            return {str(each["id"]) for each in await connection.fetch("SELECT id FROM pseudonymised_record")}


async def worked(installation: Installation, secret_path: Path) -> None:
    """The builder has made all that waits, other tests' extracts as well."""
    while await extracting.once(url_of(installation), secret_path):
        pass


def url_of(installation: Installation) -> str:
    return installation.builder.set(drivername="postgresql").render_as_string(hide_password=False)


async def tier(world: World, *, declared: bool = True) -> Tier:
    ngo, own = await world.newcomer("ngo", agreement=BOTH)
    project = own["project_id"]
    organisation = await world.organisation_made("evaluator")
    partner = await world.made(
        f"/v1/projects/{project}/partners", {"organisation_id": organisation["id"], "lead": False}
    )
    evaluator = await world.user_of(organisation["id"], "researcher")
    agreements = {"ngo": own, "evaluator": await world.agreement_in_force(evaluator, project, **BOTH)}
    form = await world.made(
        "/v1/consent-forms",
        {
            "project_id": project,
            "name": "Samtykkeerklæring",
            "languages": ["da"],
            "notice_da": "Du bestemmer selv.",
            "recipients": [ngo.organisation_id, evaluator.organisation_id],
            "scopes": ["contact", "identity", "bridging", "evaluation_questionnaire", "evaluation_interview"],
            "valid_months": 60,
        },
        "agency-secretary",
    )
    made = Tier(world, project, form["id"], ngo, evaluator, agreements, partner)
    if declared:
        await made.declare()
    return made
