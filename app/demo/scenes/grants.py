"""A grant: applied for, granted, changed; a rule named to the øre."""

from app.demo.scenes.cast import Cast, today
from app.demo.stage import OK, Actor

FORM = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
ITEMS = (
    "existing_specialised_service",
    "develops_with_police_and_municipalities",
    "formalised_cooperation",
    "evaluation_cooperation",
)
AMOUNT, NEXT_YEAR = 200_000_000, 20_000_000


def run_grant(cast: Cast) -> None:
    """The NGO applies, the agency grants, and what may be carried over is known to the øre."""
    stage, ngo, agency = cast.stage, cast.lead, cast.stage.actor("agency-secretary")
    stage.scene("The grant that pays for it")
    stage.step("The NGO drafts an application; the agency does not see it, and submission says what is missing.")
    year = today().year
    drafted = ngo.do("/v1/grants", _draft(cast, year))
    path = f"/v1/grants/{drafted['id']}"
    stage.expects("The agency sees", found=agency.get(path, quiet=True).status, wanted=404)
    ngo.act(path, "submit", expect=409)
    stage.step("With form, cooperation agreement, checklist and a budget that agrees it is received.")
    _complete(ngo, path, year)
    receipt = ngo.act(path, "submit")["receipt"]
    stage.expects("The receipt has a number", found=receipt["receipt_number"][:2], wanted="T-")
    stage.step("The agency assesses each criterion and grants; the budget comes into force.")
    agency.act(path, "assess")
    criteria = [{"item": each, "met": True, "grounds": "Opfyldt."} for each in ITEMS]
    agency.do(f"{path}/assessment", {"criteria": criteria}, method="PUT", expect=OK, match=_etag(agency, path))
    agency.act(path, "decide", {"outcome": "granted", "granted_oere": AMOUNT + NEXT_YEAR, "grounds": "Kriterierne."})
    stage.expects("The budget is", found=ngo.get(f"{path}/budget")["status"], wanted="in_force")
    stage.step("From now on the agency reads what the NGO books: the accounts of its grant.")
    spent = {"project_id": cast.project_id, "category": "transport", "amount_oere": 24_050, "day": today().isoformat()}
    cost = f"/v1/costs/{ngo.do('/v1/costs', spent)['id']}"
    ngo.act(cost, "book")
    stage.expects("The agency sees the cost", found=agency.get(cost)["status"], wanted="booked")
    stage.step("100,000 kroner go to the next year without asking; one øre more waits for the agency (§ 18).")
    moved = {"category": "salaries", "amount_oere": 10_000_000, "note": "Senere ansættelse"}
    body = {"from_year": year, "to_year": year + 1, "carried": [moved], "reason": "Senere ansættelse."}
    free = ngo.do(f"{path}/carry-overs", body)
    stage.expects("DKK 100,000.00 is", found=free["status"], wanted="in_force")
    more = ngo.do(f"{path}/carry-overs", {**body, "carried": [{**moved, "amount_oere": 1}]})
    stage.expects("and one øre more is", found=more["status"], wanted="proposed")


def _draft(cast: Cast, year: int) -> dict[str, object]:
    return {
        "project_id": cast.project_id,
        "title": "Interventionsmodellen i Østjylland",
        "purpose": "Tidligere hjælp.",
        "amount_oere": AMOUNT + NEXT_YEAR,
        "starts_on": f"{year}-01-01",
        "ends_on": f"{year + 1}-12-31",
    }


def _complete(ngo: Actor, path: str, year: int) -> None:
    files = {}
    for kind, name in (("application_form", "Skema.pdf"), ("cooperation", "Samarbejde.pdf")):
        about = {"kind": kind, "file_name": name, "media_type": "application/pdf"}
        file = f"{path}/attachments/{ngo.do(f'{path}/attachments', about)['id']}"
        files[kind] = ngo.upload(f"{file}/content", FORM, "application/pdf", match=_etag(ngo, file))["id"]
    answers = [
        {"item": each, "fulfilled": True, "words": "Se bilag.", "attachment_ids": [files["cooperation"]]}
        for each in ITEMS
    ]
    ngo.do(path, {"checklist": answers}, method="PATCH", expect=OK, match=_etag(ngo, path))
    lines = [
        {"year": year, "category": "salaries", "amount_oere": AMOUNT, "note": "Projektleder"},
        {"year": year + 1, "category": "salaries", "amount_oere": NEXT_YEAR, "note": "Projektleder"},
    ]
    ngo.do(f"{path}/budget", {"budget_lines": lines}, method="PUT", expect=OK, match=_etag(ngo, path))


def _etag(actor: Actor, path: str) -> str | None:
    return actor.get(path).etag
