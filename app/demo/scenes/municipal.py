"""The municipal programme: the municipality itself runs the course."""

from datetime import UTC, datetime

from app.demo.people import somebody
from app.demo.scenes.cast import MUNICIPAL_MATURATION, Cast, project_of, today
from app.demo.scenes.identification import OFFICE_HOURS


def municipal_course(cast: Cast) -> None:
    """No police, no NGO: found, informed and helped in one place."""
    stage, municipality, person = cast.stage, cast.municipality, somebody()
    stage.scene("The municipal programme: the municipality runs the course itself")
    stage.step("Aarhus registers a citizen of its own, with a consent to the course.")
    project = project_of(municipality, MUNICIPAL_MATURATION)
    form = municipality.get(f"/v1/consent-forms?project_id={project}")["items"][0]["id"]
    citizen = municipality.do(
        "/v1/citizens",
        {
            "project_id": project,
            "track": "victim",
            "identified_by": "municipality",
            "identity": person.identity,
            "contact": {"phone": person.phone, "safe_channels": ["phone", "sms"], "safe_hours": OFFICE_HOURS},
        },
    )
    consent = municipality.do(
        "/v1/consents",
        {
            "citizen_id": citizen["id"],
            "form_version_id": form,
            "language": "da",
            "method": "digital",
            "scopes": ["contact", "identity", "sensitive"],
            "recipients": [municipality.organisation_id],
            "informed_by": "Sagsbehandler LK",
        },
    )
    municipality.act(f"/v1/consents/{consent['id']}", "sign", {"signed_at": datetime.now(UTC).isoformat()})
    stage.step("It runs a course, with a session and a follow-up.")
    day = today().isoformat()
    body = {"citizen_id": citizen["id"], "form": "individual", "journey_started_on": day}
    course = f"/v1/courses/{municipality.do('/v1/courses', body)['id']}"
    municipality.act(course, "start", {"started_on": day})
    municipality.do(f"{course}/sessions", {"held_on": day, "form": "phone", "minutes": 30, "status": "held"})
    municipality.act(course, "complete", {"ended_on": day})
    planned = municipality.do("/v1/follow-ups", {"course_id": course.rpartition("/")[2], "due_on": day})
    stage.expects("The follow-up is", found=planned["status"], wanted="planned")
    cast.everyone_sees("the course", course, police="403", municipality="200 completed")
    cast.everyone_sees("the citizen", f"/v1/citizens/{citizen['id']}", municipality="200 identity cpr contact")
