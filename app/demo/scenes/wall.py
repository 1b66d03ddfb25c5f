"""The wall between the two sides, inside one NGO."""

from datetime import UTC, datetime

from app.demo.scenes.cast import Cast
from app.demo.scenes.identification import SCOPES

CONFLICT = 409


def other_side(cast: Cast) -> None:
    """The perpetrator's side goes its own way, to the same NGO, and learns nothing."""
    stage, police, other = cast.stage, cast.police, cast.other_track
    stage.scene("The wall: the other side goes its own way")
    stage.step("The one who used violence consents too, for themselves, and is referred to the same NGO's other track.")
    consent = police.do(
        "/v1/consents",
        {
            "citizen_id": cast.perpetrator_id,
            "form_version_id": cast.form_id,
            "language": "da",
            "method": "digital",
            "scopes": SCOPES,
            "recipients": [other.organisation_id],
            "informed_by": "PB 1204",
        },
    )
    police.act(f"/v1/consents/{consent['id']}", "sign", {"signed_at": datetime.now(UTC).isoformat()})
    drafted = police.do(
        "/v1/referrals",
        {
            "citizen_id": cast.perpetrator_id,
            "consent_id": consent["id"],
            "recipient_id": other.organisation_id,
            "kind": "initial",
            "scopes": SCOPES,
        },
    )
    referral = f"/v1/referrals/{drafted['id']}"
    police.act(referral, "send")
    other.act(referral, "accept")
    cast.everyone_sees(
        "the other side",
        f"/v1/citizens/{cast.perpetrator_id}",
        police="200 identity cpr contact address",
        other_track="200 identity contact",
    )
    stage.step("The worker who has the one side cannot be given the other; the refusal says no more.")
    worker = cast.worker.get("/v1/me")["staff_id"]
    other.do(f"/v1/citizens/{cast.perpetrator_id}/assignments", {"staff_id": worker}, expect=CONFLICT)
