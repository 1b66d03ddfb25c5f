"""Programme status: what each party learns of how far the citizens of the project have come."""

from app.demo.scenes.cast import INTERVENTION_MODEL, Cast, project_of

PATH = "/v1/programme/flow"


def programme_status(cast: Cast) -> None:
    """The NGO counts its own exactly; the agency has aggregates alone; the evaluator waits for a release."""
    stage, ngo = cast.stage, cast.stage.actor("tryg-vej-coordinator-victim")
    agency, evaluator = stage.actor("agency-secretary"), stage.actor("vive-researcher")
    path = f"{PATH}?project_id={project_of(ngo, INTERVENTION_MODEL)}"
    stage.scene("Programme status: numbers, and nobody in them")
    stage.step("The NGO asks how far the citizens have come: its own exactly, the others' in multiples of five.")
    found = ngo.get(path)["steps"]
    for each in found:
        others = "fewer than five, or not shown" if each["others"] is None else f"at least {each['others']}"
        stage.say(f"{each['step']:<12} own {each['own']:>3}   others: {others}")
    started = next(each for each in found if each["step"] == "started")
    stage.expects("The NGO's own courses are counted", found=started["own"] > 0, wanted=True)
    stage.step("The agency has aggregates alone, each null or a multiple of five; a live answer is none of VIVE's.")
    told = agency.get(path)["steps"]
    stage.expects("The agency's own part", found={each["own"] for each in told}, wanted={None})
    cut = all(each["others"] is None or each["others"] % 5 == 0 for each in told)
    stage.expects("Every number is cut", found=cut, wanted=True)
    stage.expects("VIVE is answered", found=evaluator.get(path, quiet=True).status, wanted=403)
