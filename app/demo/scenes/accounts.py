"""Time and cost: what the municipality's course took, added up to the øre."""

from app.demo.scenes.cast import MUNICIPAL_MATURATION, Cast, project_of, today

RATE_FROM = "2022-10-01"


def keep_accounts(cast: Cast) -> None:
    """A worker registers time, the coordinator approves and books, and the report adds it up."""
    stage, coordinator = cast.stage, cast.stage.actor("aarhus-coordinator")
    worker, agency = stage.actor("aarhus-caseworker"), stage.actor("agency-secretary")
    project, day = project_of(worker, MUNICIPAL_MATURATION), today().isoformat()
    stage.scene("Time and cost: what the model takes")
    stage.step("A caseworker registers five minutes of meetings; the coordinator approves and locks them.")
    time = worker.do(
        "/v1/time-entries",
        {"project_id": project, "task": "meetings", "day": day, "minutes": 5, "grant_funded": True},
    )
    path = f"/v1/time-entries/{time['id']}"
    coordinator.act(path, "approve")
    locked = coordinator.act(path, "lock")
    stage.expects("The entry is", found=locked["status"], wanted="locked")
    worker.act(path, "approve", expect=409)
    stage.step("An hour of a caseworker costs 412.50 kroner; a train ticket is booked; a deficit is not paid for.")
    if not coordinator.get("/v1/hourly-rates?function=caseworker")["items"]:
        rate = {"function": "caseworker", "oere_per_hour": 41_250, "valid_from": RATE_FROM}
        coordinator.do("/v1/hourly-rates", rate)
    body = {"project_id": project, "category": "transport", "amount_oere": 24_050, "day": day}
    cost = f"/v1/costs/{coordinator.do('/v1/costs', body)['id']}"
    coordinator.act(cost, "book")
    coordinator.do("/v1/costs", {**body, "category": "not_eligible_deficit"}, expect=409)
    stage.step("The report adds up; who holds no grant keeps the accounts to itself, and the agency reads no time.")
    report = coordinator.get(f"/v1/reports/course-cost?project_id={project}")
    stage.expects(
        "Courses, and tasks with categories, add up alike",
        found=sum(each["total_oere"] for each in report["by_course"]),
        wanted=sum(each["total_oere"] for each in report["by_task"])
        + sum(each["cost_oere"] for each in report["by_category"]),
    )
    stage.expects("The agency sees of the cost", found=agency.get(cost, quiet=True).status, wanted=404)
    stage.expects("and of the time", found=agency.get(path, quiet=True).status, wanted=403)
