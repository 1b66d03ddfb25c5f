"""Brobygning and opfølgning: a need goes to the municipality, the course ends and is followed up."""

from datetime import timedelta

from app.demo.scenes.cast import Cast, today
from app.demo.scenes.intervention import OPENED

ALL = "200 identity cpr contact address"


def bridge(cast: Cast) -> None:
    """The municipality sees the need once it has accepted it, and of the NGO's journal nothing."""
    stage, worker, municipality = cast.stage, cast.worker, cast.municipality
    stage.scene("Brobygning: a need that the municipality can meet")
    stage.step("A need for support is registered and agreed with the citizen.")
    need = worker.do(
        "/v1/support-needs",
        {
            "citizen_id": cast.victim_id,
            "course_id": cast.course_id,
            "theme": "housing",
            "level": "moderate",
            "description": "Har brug for en bolig.",
        },
    )
    path = f"/v1/support-needs/{need['id']}"
    worker.act(path, "agree")
    stage.step("It is handed over to the municipality, which the consent names.")
    terms = {
        "consent_id": cast.consent_id,
        "recipient_id": municipality.organisation_id,
        "urgency": "routine",
        "scopes": ["contact", "identity", "bridging"],
        "summary": "Har brug for en bolig i nærheden af sit arbejde.",
    }
    handed = worker.act(path, "handover", terms)
    cast.everyone_sees("the need", path, police="403", worker="200 sent", lead="200 sent")
    stage.step("The municipality accepts, and establishes contact.")
    bridging = f"/v1/referrals/{handed['referral_id']}"
    stage.expects("The minimum names the citizen", found=municipality.get(bridging)["citizen_id"], wanted=None)
    municipality.act(bridging, "accept")
    established = municipality.act(path, "establish-contact")
    stage.expects("The need is", found=established["status"], wanted="contact_established")
    cast.everyone_sees("the citizen", cast.citizen, police=ALL, municipality=OPENED, lead=OPENED, worker=OPENED)
    cast.everyone_sees(
        "the course", cast.course, police="403", municipality="200 ongoing", lead="200 ongoing", worker="200 ongoing"
    )


def follow_up(cast: Cast) -> None:
    """The course ends; what came of it is asked later; the sender hears what the citizen agreed to."""
    stage, worker = cast.stage, cast.worker
    stage.scene("Opfølgning: the course ends and is followed up")
    stage.step("The course is completed, and a follow-up planned and carried out.")
    worker.act(cast.course, "complete", {"ended_on": today().isoformat(), "closing_reason": "planned"})
    due = (today() + timedelta(days=30)).isoformat()
    planned = worker.do("/v1/follow-ups", {"course_id": cast.course_id, "due_on": due})
    done = worker.act(
        f"/v1/follow-ups/{planned['id']}",
        "complete",
        {
            "completed_on": today().isoformat(),
            "contact_to_other_services": True,
            "change_sustained": "yes",
            "new_needs": [],
        },
    )
    stage.expects("The follow-up is", found=done["status"], wanted="completed")
    stage.step("The NGO closes the referral. The citizen ticked feedback_to_sender, so the police learn how it went.")
    worker.act(cast.referral, "complete", {"outcome": "completed"})
    heard = cast.police.get(cast.referral)
    stage.expects("The police read", found=[heard["status"], heard["outcome"]], wanted=["completed", "completed"])


def look_back(cast: Cast) -> None:
    """The journey as its workers see it, and who may see what, and who did."""
    stage, worker = cast.stage, cast.worker
    stage.scene("Looking back")
    stage.step("The caseworker reads the journey.")
    for event in worker.get(f"{cast.citizen}/timeline?limit=200")["items"]:
        stage.say(f"  {event['at'] or event['on']}  {event['label_da']} / {event['label_en']}")
    stage.step("Why may the NGO see what it sees, and why not the address?")
    explained = {each["category"]: each for each in worker.get(f"{cast.citizen}/access-explanation")["categories"]}
    for name in ("identity", "cpr", "address", "contact"):
        stage.say(f"  {name:<9} {'yes' if explained[name]['readable'] else 'no ':<4} {explained[name]['reason_en']}")
    readable = [name for name in ("identity", "cpr", "address", "contact") if explained[name]["readable"]]
    stage.expects("Readable", found=readable, wanted=["identity", "contact"])
    stage.step("Who has seen the police's data of the citizen? Their coordinator can tell.")
    log = stage.actor("police-coordinator").get(f"{cast.citizen}/access-log?limit=200")["items"]
    names = stage.names()
    for organisation_id in sorted({entry["organisation_id"] for entry in log}, key=names.__getitem__):
        seen = {entry["category"] for entry in log if entry["organisation_id"] == organisation_id}
        stage.say(f"  {names[organisation_id]}: {', '.join(sorted(seen))}")
    wanted = {actor.organisation_id for actor in (cast.police, cast.lead, cast.municipality)}
    stage.expects("Nobody else", found={entry["organisation_id"] for entry in log} == wanted, wanted=True)
