"""Measuring: wellbeing at the start of the course and at its end (WHO-5)."""

from datetime import UTC, datetime

from app.demo.scenes.cast import Cast, today
from app.demo.stage import Actor

START, END = (1, 1, 2, 1, 1), (3, 2, 3, 2, 3)
CONFLICT = 409


def at_start(cast: Cast) -> None:
    """Help does not depend on it: the questionnaires need a consent of their own."""
    stage, worker = cast.stage, cast.worker
    stage.scene("Measuring: how the citizen is, at the start")
    instrument = _instrument(worker)
    body = {"course_id": cast.course_id, "instrument_id": instrument, "wave": "start"}
    stage.step("Without a consent to the evaluation's questionnaires none is handed out.")
    worker.do("/v1/questionnaire-responses", body, expect=CONFLICT)
    stage.step("The caseworker explains what it is for; the citizen consents to that alone, and answers WHO-5.")
    consent = worker.do(
        "/v1/consents",
        {
            "citizen_id": cast.victim_id,
            "form_version_id": cast.form_id,
            "language": "da",
            "method": "paper",
            "scopes": ["evaluation_questionnaire"],
            "recipients": [worker.organisation_id],
            "informed_by": "TV 07",
        },
    )
    worker.act(f"/v1/consents/{consent['id']}", "sign", {"signed_at": datetime.now(UTC).isoformat()})
    waiting = worker.get("/v1/worklist?kind=answer_missing&limit=200")["items"]
    found = [each["record"]["id"] for each in waiting if each["record"]["id"] == cast.course_id]
    stage.expects("The course waits for answers", found=len(found), wanted=1)
    path = _answered(cast, "start", START)
    cast.everyone_sees("the answers", path, police="403", lead="200 answered", worker="200 answered")


def at_end(cast: Cast) -> None:
    """The same questions again; the server compares."""
    stage, worker = cast.stage, cast.worker
    stage.scene("Measuring: how the citizen is, at the end")
    stage.step("The citizen answers once more. Is the difference one that counts?")
    _answered(cast, "end", END)
    (change,) = worker.get(f"{cast.course}/change")["items"]
    stage.say(f"WHO-5 from {change['start']['score']} to {change['end']['score']}")
    stage.expects("Change, and whether it counts", found=[change["change"], change["relevant"]], wanted=[28, True])


def _instrument(actor: Actor) -> str:
    return str(actor.get("/v1/instruments?code=who5&status=active")["items"][0]["id"])


def _answered(cast: Cast, wave: str, values: tuple[int, ...]) -> str:
    worker = cast.worker
    body = {"course_id": cast.course_id, "instrument_id": _instrument(worker), "wave": wave}
    path = f"/v1/questionnaire-responses/{worker.do('/v1/questionnaire-responses', body)['id']}"
    worker.act(path, "hand-out")
    answers = [{"item": f"who5_{place}", "value": value} for place, value in enumerate(values, 1)]
    done = worker.act(path, "answer", {"answered_on": today().isoformat(), "answers": answers})
    scored = done["answers"]
    cast.stage.expects("The score is", found=scored["score"], wanted=4 * sum(values))
    return path
