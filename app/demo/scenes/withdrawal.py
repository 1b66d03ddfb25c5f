"""The withdrawal: as easy as the consent, and at once."""

from app.demo.scenes.bridging import ALL
from app.demo.scenes.cast import Cast


def withdraw(cast: Cast) -> None:
    """Whoever holds the consent, or is named in it, takes the citizen's word; every other door closes at once."""
    stage = cast.stage
    stage.scene("The citizen withdraws the consent")
    stage.step("The citizen tells the caseworker, who registers it. What was opened closes in the same moment.")
    withdrawn = cast.worker.act(
        cast.consent, "withdraw", {"withdrawn_by": "citizen", "withdrawal_channel": "in_person"}
    )
    stage.expects("The consent is", found=withdrawn["status"], wanted="withdrawn")
    cast.everyone_sees("the citizen", cast.citizen, police=ALL)
    stage.step("The NGO's own journal stays with it, as the law asks; the municipality no longer sees the course.")
    cast.everyone_sees("the course", cast.course, police="403", lead="200 completed", worker="200 completed")
    stage.step("The recipients have it on their worklists, and acknowledge.")
    for actor in (cast.lead, cast.municipality):
        waiting = [
            each["kind"]
            for each in actor.get("/v1/worklist?kind=withdrawal_to_acknowledge&limit=200")["items"]
            if each["record"]["id"] == cast.consent_id
        ]
        stage.expects("On the worklist", found=waiting, wanted=["withdrawal_to_acknowledge"])
        actor.do(f"{cast.consent}/acknowledge", expect=200)
    stage.step("The police see who has acknowledged.")
    answered = cast.police.get(f"{cast.consent}/acknowledgements")["items"]
    for each in answered:
        stage.say(f"  {stage.names()[each['organisation_id']]}: {each['acknowledged_at']}, due on {each['due_on']}")
    stage.expects("Acknowledged", found=[bool(each["acknowledged_at"]) for each in answered], wanted=[True, True])
