"""The programme around the pathway: the meeting plan, a dialogue meeting, and what the plan's status says."""

from datetime import timedelta

from app.demo.scenes.cast import MUNICIPAL_MATURATION, Cast, project_of, today
from app.demo.stage import Actor

ROWS = 16
DIALOGUE_OF_AUTUMN_2024 = 10


def meet(cast: Cast) -> None:
    """The agency plans, invites and holds; whoever is not invited learns of nothing."""
    stage, agency, municipality = cast.stage, cast.stage.actor("agency-secretary"), cast.municipality
    other = stage.actor("randers-coordinator")
    project = project_of(municipality, MUNICIPAL_MATURATION)
    stage.scene("The meeting plan: 2022 to 2025, planned against held")
    stage.step("The agency takes the programme's plan for the project, unless an earlier run did.")
    plan = _plan(agency, project)
    stage.expects("Rows in the plan", found=len(plan), wanted=ROWS)
    stage.step("It invites Aarhus to the dialogue meeting of autumn 2024, and writes down that it was held.")
    made = agency.do(
        "/v1/meetings",
        {
            "project_id": project,
            "plan_row": DIALOGUE_OF_AUTUMN_2024,
            "municipality_id": municipality.organisation_id,
            "starts_at": "2024-09-10T08:00:00Z",
            "ends_at": "2024-09-10T10:00:00Z",
        },
    )
    path = f"/v1/meetings/{made['id']}"
    agency.act(path, "invite")
    present = [{"organisation_id": each, "persons": 3} for each in made["required"]]
    agency.act(path, "hold", {"attendance": present})
    cast.everyone_sees("the meeting", path, municipality="200 held", evaluator="200 held")
    stage.expects("Another municipality gets", found=other.get(path, quiet=True).status, wanted=404)
    stage.step("Aarhus writes the minutes of its own meeting, with a decision.")
    current = municipality.get(path)
    words = {"minutes": "Kommunen gennemgik sine erfaringer med screeningen."}
    municipality.do(f"{path}/minutes", words, method="PUT", expect=200, match=current.etag)
    due = (today() + timedelta(days=30)).isoformat()
    decision = {"decision": "Indsatsbeskrivelsen opdateres.", "owner_id": municipality.organisation_id, "due_on": due}
    municipality.do(f"{path}/decisions", decision)
    agency.act(path, "approve-minutes")
    stage.step("What was planned and not held is warned of; nothing was refused.")
    status = agency.get(f"/v1/programme/plan-status?project_id={project}")
    stage.say(f"{len(status['warnings'])} warnings, of which the first: {status['warnings'][0]['explanation']}")


def _plan(agency: Actor, project: str) -> list[object]:
    current = [
        each for each in agency.get(f"/v1/meeting-plans?project_id={project}")["items"] if not each["superseded_at"]
    ]
    made = current[0] if current else agency.do("/v1/meeting-plans", {"project_id": project}).body
    return list(made["rows"])
