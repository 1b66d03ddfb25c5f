"""Who plays, and what they hold between the scenes."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.demo.people import Person, couple
from app.demo.programme import PROJECTS
from app.demo.stage import Actor, Stage

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
WORKDAYS = range(1, 6)
INTERVENTION_MODEL, MUNICIPAL_MATURATION = (name for name, *_ in PROJECTS.values())


def today() -> date:
    """The day in Denmark."""
    return datetime.now(COPENHAGEN).date()


def last_workday_at(hour: int) -> str:
    """The latest Monday to Friday before today, at an hour in Denmark."""
    day = today() - timedelta(days=1)
    while day.isoweekday() not in WORKDAYS:
        day -= timedelta(days=1)
    return datetime.combine(day, time(hour), COPENHAGEN).isoformat()


@dataclass
class Cast:
    """The parties, and the two sides of one relationship."""

    stage: Stage
    police: Actor
    municipality: Actor
    lead: Actor
    """The NGO's coordinator in the victim's track."""
    worker: Actor
    other_track: Actor
    """The same NGO's coordinator in the perpetrator's track."""
    case_system: Actor
    other_ngo: Actor
    evaluator: Actor
    project_id: str
    form_id: str
    victim: Person = field(init=False)
    perpetrator: Person = field(init=False)
    victim_id: str = ""
    perpetrator_id: str = ""
    consent_id: str = ""
    referral_id: str = ""
    course_id: str = ""

    def __post_init__(self) -> None:
        """New people in each run."""
        self.victim, self.perpetrator = couple()

    @property
    def citizen(self) -> str:
        """The address of the victim's record."""
        return f"/v1/citizens/{self.victim_id}"

    @property
    def consent(self) -> str:
        """The address of the victim's consent."""
        return f"/v1/consents/{self.consent_id}"

    @property
    def referral(self) -> str:
        """The address of the referral to the NGO."""
        return f"/v1/referrals/{self.referral_id}"

    @property
    def course(self) -> str:
        """The address of the course."""
        return f"/v1/courses/{self.course_id}"

    def everyone_sees(self, what: str, path: str, **wanted: str) -> None:
        """Show what each party gets for an address; who isn't named is expected to get 404, the evaluator 403."""
        parties = ("police", "municipality", "lead", "worker", "other_track", "other_ngo", "evaluator")
        usual = {"evaluator": "403"}
        self.stage.seen(
            what, path, [(getattr(self, each), wanted.get(each, usual.get(each, "404"))) for each in parties]
        )


def gather(stage: Stage) -> Cast:
    """Sign everyone in and find the project and its consent form."""
    police = stage.actor("police-caseworker")
    stage.step("Who is who: each client asks who it is here, and which projects it takes part in.")
    me = police.get("/v1/me")
    stage.say(f"{me['organisation']['name']}: {', '.join(me['roles'])}, agreement in force: {me['agreement_in_force']}")
    project = project_of(police, INTERVENTION_MODEL)
    form = police.get(f"/v1/consent-forms?project_id={project}")
    return Cast(
        stage,
        police,
        municipality=stage.actor("aarhus-caseworker"),
        lead=stage.actor("tryg-vej-coordinator-victim"),
        worker=stage.actor("tryg-vej-caseworker-victim"),
        other_track=stage.actor("tryg-vej-coordinator-perpetrator"),
        case_system=stage.actor("tryg-vej-integration-victim"),
        other_ngo=stage.actor("lysningen-caseworker-victim"),
        evaluator=stage.actor("vive-researcher"),
        project_id=project,
        form_id=str(form["items"][0]["id"]),
    )


def project_of(actor: Actor, name: str) -> str:
    """The demo's own project of that name; others may have been made beside it since."""
    found = actor.get("/v1/projects?limit=200")["items"]
    return next(str(each["id"]) for each in reversed(found) if each["name"] == name)
