"""Indsats: the NGO takes the citizen on, makes contact where it is safe, and runs a course."""

from app.demo.scenes.cast import Cast, last_workday_at, today
from app.demo.scenes.identification import CONTENT

NOTE = "Taler om ro i hverdagen og om økonomien. Ønsker hjælp fra kommunen til bolig."
OPENED = "200 identity contact"


def receive(cast: Cast) -> None:
    """Before acceptance the minimum; after it what was consented to, and no more."""
    stage, lead = cast.stage, cast.lead
    stage.scene("Indsats: the NGO takes the citizen on")
    stage.step("The NGO finds the referral on its worklist, and sees the minimum.")
    tasks = [each for each in lead.get("/v1/worklist?limit=200")["items"] if each["record"]["id"] == cast.referral_id]
    stage.expects("On the worklist", found=[each["kind"] for each in tasks], wanted=["referral_to_answer"])
    minimum = lead.get(cast.referral)
    kept_back = [name for name in ("citizen_id", "consent_id", "summary") if minimum[name] is None]
    stage.expects("Kept back until acceptance", found=kept_back, wanted=["citizen_id", "consent_id", "summary"])
    cast.everyone_sees("the referral", cast.referral, police="200 sent", lead="200 sent", worker="200 sent")
    cast.everyone_sees("the citizen", cast.citizen, police="200 identity cpr contact address")
    stage.step("It says that the referral has arrived, and accepts it.")
    lead.act(cast.referral, "receive")
    accepted = lead.act(cast.referral, "accept")
    stage.expects("The citizen is now known", found=accepted["citizen_id"] == cast.victim_id, wanted=True)
    stage.say(f"The police write: {accepted['summary']}")
    cast.everyone_sees(
        "the citizen", cast.citizen, police="200 identity cpr contact address", lead=OPENED, worker=OPENED
    )
    withheld = lead.get(cast.citizen)["withheld"]
    stage.expects("Withheld from the NGO", found=sorted(withheld), wanted=["address", "background", "cpr"])


def assign(cast: Cast) -> None:
    """The coordinator assigns; what is assigned is that worker's."""
    stage = cast.stage
    stage.step("The coordinator gives a caseworker the charge of the citizen.")
    me = cast.worker.get("/v1/me")
    cast.lead.do(f"{cast.citizen}/assignments", {"staff_id": me["staff_id"]})


def contact(cast: Cast) -> None:
    """Only through the channels, and in the hours, that are safe for the citizen."""
    stage, worker = cast.stage, cast.worker
    attempts = f"{cast.referral}/contact-attempts"
    stage.step("The caseworker calls in the evening, and by a channel that is not safe: both are refused.")
    worker.do(attempts, _attempt(20, "phone"), expect=CONTENT)
    worker.do(attempts, _attempt(10, "sms"), expect=CONTENT)
    stage.step("Within the safe hours, by telephone, the citizen is reached.")
    worker.do(attempts, _attempt(10, "phone"))


def run_course(cast: Cast) -> None:
    """A course with sessions; the note is a record of its own, with narrower access."""
    stage, worker = cast.stage, cast.worker
    stage.step("A course is set up, clarified and started.")
    day = today().isoformat()
    created = worker.do("/v1/courses", {"citizen_id": cast.victim_id, "form": "individual", "journey_started_on": day})
    cast.course_id = created["id"]
    worker.act(cast.course, "clarify")
    started = worker.act(cast.course, "start", {"started_on": day})
    stage.expects("The course is", found=started["status"], wanted="ongoing")
    stage.step("They meet; what was said goes into a note.")
    held = worker.do(f"{cast.course}/sessions", {"held_on": day, "form": "individual", "minutes": 60, "status": "held"})
    note = f"/v1/sessions/{held['id']}/note"
    worker.do(note, {"text": NOTE}, method="PUT", match=held.etag)
    stage.say(f"The NGO's own case system asks for the note: {cast.case_system.get(note, quiet=True).status}")
    cast.everyone_sees("the note", note, police="403", worker="200", lead="200")
    cast.everyone_sees("the course", cast.course, police="403", worker="200 ongoing", lead="200 ongoing")


def _attempt(hour: int, channel: str) -> dict[str, object]:
    return {
        "attempted_at": last_workday_at(hour),
        "channel": channel,
        "outcome": "appointment_made",
        "safety_confirmed": True,
    }
