"""Interview: the evaluator hears one citizen, and learns nothing else of them; what parties contribute besides."""

from datetime import UTC, datetime, timedelta

from app.demo.scenes.cast import Cast, today

CONFLICT = 409
HOURS = {"weekday": 2, "from_time": "10:00", "to_time": "12:00"}


def interview(cast: Cast) -> None:
    """A consent of its own, and a contact that is gone once the interview is held."""
    stage, worker, evaluator = cast.stage, cast.worker, cast.evaluator
    stage.scene("Interview: VIVE hears the citizen")
    stage.step("The caseworker proposes the citizen and asks. Without a consent to the interview it goes no further.")
    body = {"course_id": cast.course_id, "evaluator_id": evaluator.organisation_id}
    candidate = f"/v1/interview-candidates/{worker.do('/v1/interview-candidates', body)['id']}"
    worker.act(candidate, "ask", {"asked_on": today().isoformat()})
    worker.act(candidate, "consent", expect=CONFLICT)
    stage.step("The citizen consents to that alone, and names VIVE; the contact is passed on, as it is safe.")
    consent = worker.do(
        "/v1/consents",
        {
            "citizen_id": cast.victim_id,
            "form_version_id": cast.form_id,
            "language": "da",
            "method": "paper",
            "scopes": ["evaluation_interview"],
            "recipients": [evaluator.organisation_id],
            "informed_by": "TV 07",
        },
    )
    worker.act(f"/v1/consents/{consent['id']}", "sign", {"signed_at": datetime.now(UTC).isoformat()})
    worker.act(candidate, "consent")
    contact = {"call_name": "Solvej", "phone": cast.victim.phone, "safe_channels": ["phone"], "safe_hours": [HOURS]}
    worker.act(candidate, "pass-on-contact", contact)
    here = {"lead": "200 contact_passed_on", "worker": "200 contact_passed_on"}
    cast.everyone_sees("the candidate", candidate, police="403", **here)
    stage.step("VIVE reads the contact, apart from all research data: a name to call, a number, hours. No citizen.")
    waiting = evaluator.get("/v1/interview-contacts?limit=1")["items"]
    path = f"/v1/interview-contacts/{waiting[0]['id']}"
    others = ("police", "municipality", "lead", "worker", "other_track", "other_ngo")
    cast.everyone_sees("the contact", path, evaluator="200", **dict.fromkeys(others, "403"))
    log = cast.lead.get(f"{cast.citizen}/access-log?category=interview_contact&limit=200")["items"]
    told = {each["organisation_id"] for each in log}
    stage.expects("The citizen's log names VIVE", found=evaluator.organisation_id in told, wanted=True)
    stage.step("The interview is held. The contact is erased.")
    evaluator.act(path, "complete", {"held_on": today().isoformat()})
    stage.expects("The contact is", found=evaluator.get(path, quiet=True).status, wanted=404)
    stage.expects("The candidate is", found=worker.get(candidate)["status"], wanted="completed")


def contribute(cast: Cast) -> None:
    """VIVE plans a round; the party has it on its worklist, and tells what came of it."""
    stage, evaluator, party = cast.stage, cast.evaluator, cast.lead
    stage.scene("Evalueringsbidrag: what a party contributes")
    stage.step("VIVE plans a focus group with the NGO's staff; it waits on the coordinator's worklist.")
    known = evaluator.get(f"/v1/evaluation-contributions?organisation_id={party.organisation_id}&limit=200")["items"]
    taken = {each["round"] for each in known if each["kind"] == "focus_group"}
    free = [number for number in range(1, 21) if number not in taken]
    if not free:
        stage.say("All rounds are planned already.")
        return
    body = {
        "project_id": cast.project_id,
        "organisation_id": party.organisation_id,
        "round": free[0],
        "kind": "focus_group",
        "due_on": (today() + timedelta(days=7)).isoformat(),
    }
    path = f"/v1/evaluation-contributions/{evaluator.do('/v1/evaluation-contributions', body)['id']}"
    waiting = party.get("/v1/worklist?kind=contribution_due&limit=200")["items"]
    stage.expects("It waits", found=path.rpartition("/")[2] in {each["record"]["id"] for each in waiting}, wanted=True)
    stage.step("A day is agreed; six took part. The agency reads it.")
    party.act(path, "agree", {"agreed_for": today().isoformat()})
    done = {"done_on": today().isoformat(), "participants": 6, "staff_minutes": 540}
    party.act(path, "done", done)
    stage.expects("The agency reads", found=stage.actor("agency-secretary").get(path)["status"], wanted="done")
