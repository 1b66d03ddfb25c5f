"""Answering by link: the citizen on their own phone, without an account."""

from typing import Any
from urllib.parse import urlsplit

from app.demo.scenes.cast import Cast
from app.demo.stage import CREATED, JSON

SEE_OTHER, NOT_FOUND = 303, 404
ANSWERS = {"listened_to": "4", "safer_plan": "3"}
FORM: JSON = {
    "code": "demo_by_link",
    "title_da": "Udbytte (demo)",
    "title_en": "Benefit (demo)",
    "introduction_da": "Tænk på de samtaler, du har haft.",
    "introduction_en": "Think of the conversations you have had.",
    "items": [
        {"id": "listened_to", "wording_da": "Jeg er blevet lyttet til", "wording_en": "I was heard", "required": True},
        {"id": "safer_plan", "wording_da": "Jeg ved, hvad jeg vil", "wording_en": "I have a plan", "required": True},
    ],
    "scale_min": 0,
    "scale_max": 4,
    "scale_labels": [
        {"value": 0, "label_da": "Slet ikke", "label_en": "Not at all"},
        {"value": 4, "label_da": "I høj grad", "label_en": "Very much"},
    ],
    "scoring": {"rule": "share_of_max", "factor": None, "complete": True},
    "bands": [],
    "waves": ["end"],
    "score_seen_by": [{"organisation_type": "ngo", "functions": ["coordinator", "caseworker"]}],
    "requires_evaluation_consent": True,
}


def by_link(cast: Cast) -> None:
    """A form of the agency's own, with words; one link, one answer, and then the link leads nowhere."""
    stage, worker, agency = cast.stage, cast.worker, cast.stage.actor("agency-secretary")
    stage.scene("Measuring: the citizen answers by link")
    stage.step("The agency words a form of its own and takes it into use.")
    instrument = f"/v1/instruments/{agency.do('/v1/instruments', FORM)['id']}"
    agency.act(instrument, "activate")
    stage.step("The caseworker makes a link. It carries no name, holds for two weeks, and is shown once.")
    body = {"course_id": cast.course_id, "instrument_id": instrument.rsplit("/", 1)[1], "wave": "end"}
    path = f"/v1/questionnaire-responses/{worker.do('/v1/questionnaire-responses', body)['id']}"
    page = urlsplit(worker.act(path, "link", {}, expect=CREATED)["url"]).path
    stage.step("Whoever looks at the page uses nothing up; who answers does, and afterwards it is as if it never was.")
    _opens(cast, "The page", page, wanted=200)
    _opens(cast, "The answers", page, wanted=SEE_OTHER, data=ANSWERS)
    _opens(cast, "The page again", page, wanted=NOT_FOUND)
    answered = worker.get(path)
    found = [answered["answered_through"], answered["answers"]["score"]]
    stage.expects("Answered through, and the score", found=found, wanted=["link", 88])
    agency.act(instrument, "retire")


def _opens(cast: Cast, what: str, page: str, *, wanted: int, **sent: Any) -> None:
    """As a browser asks for it: no token."""
    got = cast.stage.http.request("POST" if sent else "GET", page, **sent)
    cast.stage.expects(f"{what}, without a token", found=got.status_code, wanted=wanted)
