"""Opsporing: the police find two people, obtain a consent and pass information on."""

from typing import Any

from app.demo.people import Person
from app.demo.scenes.cast import Cast, last_workday_at

OFFICE_HOURS = [{"weekday": day, "from_time": "09:00", "to_time": "15:00"} for day in range(1, 6)]
SCOPES = ["contact", "identity", "incident", "bridging", "feedback_to_sender"]
CONTENT = 422


def identify(cast: Cast) -> None:
    """Two records that have nothing in common, and a link that only the police can read."""
    stage, police = cast.stage, cast.police
    stage.scene("Opsporing: the police find two people")
    stage.step("After a disturbance at home the police register the one who was subjected to violence ...")
    made = police.do("/v1/citizens", _citizen(cast, "victim", cast.victim))
    cast.victim_id = made["id"]
    police.do("/v1/incidents", _incident(cast.victim_id, account="Naboer tilkaldte patruljen kl. 22."))
    stage.step(
        "... and the one who used it: another record, with no number, place or time in common outside the police."
    )
    cast.perpetrator_id = police.do("/v1/citizens", _citizen(cast, "perpetrator", cast.perpetrator))["id"]
    police.do("/v1/incidents", {**_incident(cast.perpetrator_id), "offences": ["Straffelovens § 244"]})
    stage.step("The police link the two sides. Nobody else ever reads the link.")
    link = police.do("/v1/pair-links", {"victim_id": cast.victim_id, "perpetrator_id": cast.perpetrator_id})
    never = dict.fromkeys(("municipality", "lead", "worker", "other_track", "other_ngo"), "403")
    cast.everyone_sees("the link", f"/v1/pair-links/{link['id']}", police="200", **never)
    cast.everyone_sees("the citizen", cast.citizen, police="200 identity cpr contact address")


def obtain_consent(cast: Cast) -> None:
    """Each scope its own tick, the recipients by name."""
    stage, police = cast.stage, cast.police
    stage.step("The citizen is informed, and ticks what may be passed on, and to whom: neither CPR number nor address.")
    draft = police.do(
        "/v1/consents",
        {
            "citizen_id": cast.victim_id,
            "form_version_id": cast.form_id,
            "language": "da",
            "method": "paper",
            "scopes": SCOPES,
            "recipients": [cast.lead.organisation_id, cast.municipality.organisation_id],
            "informed_by": "PB 1204",
        },
    )
    cast.consent_id = draft["id"]
    stage.step("The consent is signed; until then nothing can be sent, and afterwards its terms never change.")
    signed = police.act(cast.consent, "sign", {"signed_at": last_workday_at(8)})
    stage.expects("The consent is", found=signed["status"], wanted="active")


def pass_on(cast: Cast) -> None:
    """The minimum before acceptance; free text is screened against the other side."""
    stage, police = cast.stage, cast.police
    draft = {
        "citizen_id": cast.victim_id,
        "consent_id": cast.consent_id,
        "recipient_id": cast.lead.organisation_id,
        "kind": "initial",
        "urgency": "soon",
        "scopes": SCOPES,
    }
    stage.step("The police draft a referral to the NGO. Their words name the other side, and are refused.")
    other = f"{cast.perpetrator.given_name} {cast.perpetrator.family_name}"
    police.do("/v1/referrals", {**draft, "summary": f"Ønsker hjælp. Er bange for {other}."}, expect=CONTENT)
    stage.step("Without the name it goes.")
    made = police.do("/v1/referrals", {**draft, "summary": "Ønsker hjælp til at komme videre."})
    cast.referral_id = made["id"]
    sent = police.act(cast.referral, "send")
    stage.expects("The referral is", found=sent["status"], wanted="sent")


def _citizen(cast: Cast, track: str, person: Person) -> dict[str, Any]:
    return {
        "project_id": cast.project_id,
        "track": track,
        "identity": person.identity,
        "contact": {
            "phone": person.phone,
            "safe_channels": ["phone"],
            "safe_hours": OFFICE_HOURS,
            "never_leave_message": True,
            "shared_device": True,
        },
        "address": {
            "lines": ["Opdigtet Allé 7"],
            "postcode": "8000",
            "source": "cpr_register",
            "protection": "name_and_address",
        },
    }


def _incident(citizen_id: str, account: str | None = None) -> dict[str, Any]:
    return {
        "citizen_id": citizen_id,
        "number": f"0700-{citizen_id[:8]}",
        "occurred_at": last_workday_at(22),
        "relation": "current_partner",
        "violence_forms": ["physical", "psychological"],
        "children_present": False,
        "account": account,
    }
