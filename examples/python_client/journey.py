"""A short journey through a generated Python client: register, consent, pass on, accept.

    openapi-python-client generate --path openapi/openapi.json --meta none --output-path contract_client
    PYTHONPATH=. python examples/python_client/journey.py http://127.0.0.1:8000 credentials.json

Everyone in it is invented. Beside the sign-in there is nothing here but the client's own methods and types.
"""

import base64
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar
from uuid import uuid4

from contract_client import AuthenticatedClient, Client, models
from contract_client.api.citizens import get_citizen, register_citizen
from contract_client.api.consents import draft_consent, list_consent_forms, sign_consent
from contract_client.api.journey import get_worklist
from contract_client.api.projects import list_projects
from contract_client.api.referrals import (
    accept_referral,
    draft_referral,
    get_referral,
    receive_referral,
    send_referral,
)
from contract_client.api.sign_in import get_me, obtain_token
from contract_client.types import Response

Parsed = TypeVar("Parsed")
SCOPES = [models.Scope.CONTACT, models.Scope.IDENTITY, models.Scope.FEEDBACK_TO_SENDER]


def stop(why: object) -> NoReturn:
    """End the story, and say why."""
    sys.exit(f"not as expected: {why}")


def ok(answer: Response[Parsed | models.Problem]) -> Any:
    """What came back, or the end of the story."""
    if answer.parsed is None or isinstance(answer.parsed, models.Problem):
        stop(f"{answer.status_code} {answer.content.decode()}")
    return answer.parsed


def etag(answer: Response[Any]) -> str:
    """What a change of the record is sent with."""
    return str(answer.headers["etag"])


def sign_in(url: str, client_id: str, secret: str) -> AuthenticatedClient:
    """A client with a token, which lives for ten minutes."""
    basic = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
    body = models.TokenRequest(grant_type=models.TokenRequestGrantType.CLIENT_CREDENTIALS)
    answer = obtain_token.sync_detailed(client=Client(url, headers={"Authorization": f"Basic {basic}"}), body=body)
    return AuthenticatedClient(url, token=ok(answer).access_token)


def main(url: str, credentials: Path) -> None:
    """The police pass a citizen on; the organisation accepts."""
    secrets = {each["client_id"]: each["client_secret"] for each in json.loads(credentials.read_text(encoding="utf-8"))}
    police, lead = (sign_in(url, name, secrets[name]) for name in ("police-caseworker", "lysningen-coordinator-victim"))
    ngo = ok(get_me.sync_detailed(client=lead)).organisation.id
    projects = ok(list_projects.sync_detailed(client=police)).items
    project = next(each.id for each in projects if each.programme == models.Programme.INTERVENTION_MODEL_2022_2024)
    forms = ok(list_consent_forms.sync_detailed(client=police, project_id=project)).items
    form = next(each.id for each in forms if ngo in each.recipients)

    citizen = ok(
        register_citizen.sync_detailed(
            client=police,
            idempotency_key=str(uuid4()),
            body=models.CitizenIn(
                project_id=project,
                track=models.Track.VICTIM,
                identity=models.IdentityIn("Karen Marie", "Ågesen", date(1871, 3, 14)),
            ),
        )
    )
    drafted = draft_consent.sync_detailed(
        client=police,
        idempotency_key=str(uuid4()),
        body=models.ConsentIn(
            citizen_id=citizen.id,
            form_version_id=form,
            language=models.ConsentInLanguage.DA,
            method=models.Method.PAPER,
            scopes=SCOPES,
            recipients=[ngo],
            informed_by="PB 1204",
        ),
    )
    consent = ok(
        sign_consent.sync_detailed(
            ok(drafted).id,
            client=police,
            idempotency_key=str(uuid4()),
            if_match=etag(drafted),
            body=models.SignatureIn(signed_at=datetime.now(UTC)),
        )
    )
    draft = draft_referral.sync_detailed(
        client=police,
        idempotency_key=str(uuid4()),
        body=models.ReferralIn(
            citizen_id=citizen.id,
            consent_id=consent.id,
            recipient_id=ngo,
            kind=models.ReferralKind.INITIAL,
            scopes=SCOPES,
        ),
    )
    referral = ok(draft).id
    ok(send_referral.sync_detailed(referral, client=police, idempotency_key=str(uuid4()), if_match=etag(draft)))

    tasks = ok(get_worklist.sync_detailed(client=lead, limit=200)).items
    if referral not in [each.record.id for each in tasks]:
        stop("the referral is not on the worklist")
    seen = get_referral.sync_detailed(referral, client=lead)
    received = receive_referral.sync_detailed(referral, client=lead, idempotency_key=str(uuid4()), if_match=etag(seen))
    accepted = ok(
        accept_referral.sync_detailed(referral, client=lead, idempotency_key=str(uuid4()), if_match=etag(received))
    )
    known = ok(get_citizen.sync_detailed(accepted.citizen_id, client=lead))
    print(f"The referral is {accepted.status}; the NGO reads {known.identity.given_name}, and not {known.withheld}.")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
