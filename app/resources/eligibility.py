"""What a programme's grant pays for: each refusal names its rule and where it stands in the law.

Intervention model: BEK 267/2022 §§ 12-13. Municipal maturation: BEK 767/2022 §§ 12-13. The categories, with their
limits, are data (`app/reference/data/expense_categories.csv`); that a limit is kept is a trigger's work.
"""

from datetime import date

from app.boundary.triggers.accounts import EQUIPMENT_LIMIT
from app.common.problem import FieldError
from app.organisations.errors import invalid
from app.organisations.states import Programme
from app.reference.lists import ExpenseCategory, expense_categories
from app.resources.errors import ExpenseRule

OTHER, EQUIPMENT = "other", "equipment"
NOT_OF_PROGRAMME = "not_eligible_in_programme"
_PARAGRAPH = {Programme.INTERVENTION_MODEL: "BEK 267/2022 § 12", Programme.MUNICIPAL_MATURATION: "BEK 767/2022 § 12"}
_KINDS = {
    ("below", "calendar_year"): ("below {limit} a calendar year", "under {limit} pr. kalenderår"),
    ("at_most", "project_year"): ("at most {limit} a project year", "højst {limit} pr. projektår"),
}


def category_of(programme: Programme, code: str) -> ExpenseCategory | None:
    """The programme's category of this code, eligible or not."""
    return next((each for each in expense_categories() if each.code == code and programme in each.programmes), None)


def require_eligible(programme: Programme, code: str, note: str | None) -> None:
    """Refuse what the programme does not pay for.

    Raises:
        ExpenseRule: the law excludes it, or only the other programme pays for it.
        InvalidContent: there is no such category, or `other` came without the note that the slide asks for.
    """
    found = category_of(programme, code)
    if found is None and not any(each.code == code for each in expense_categories()):
        raise invalid("/category", "not_a_choice", "There is no such category.", "Der er ingen sådan kategori.")
    if found is None or not found.eligible:
        raise _ineligible(programme, found)
    if code == OTHER and programme is Programme.INTERVENTION_MODEL and note is None:
        raise invalid("/note", "note_required", "Other expenses need a note.", "Andre udgifter skal have en note.")


def _ineligible(programme: Programme, found: ExpenseCategory | None) -> ExpenseRule:
    if found is None:
        basis = _PARAGRAPH[programme]
        text = (
            f"This programme does not pay for the category ({basis}).",
            f"Programmet dækker ikke kategorien ({basis}).",
        )
        return ExpenseRule([FieldError("/category", NOT_OF_PROGRAMME, *text)], [basis])
    basis = found.legal_basis
    text = (
        f"Not eligible: {found.label_en or found.label_da} ({basis}).",
        f"Ikke tilskudsberettiget: {found.label_da} ({basis}).",
    )
    return ExpenseRule([FieldError("/category", found.code, *text)], [basis])


def require_within(starts_on: date, ends_on: date, day: date) -> None:
    """Refuse a day outside the project: a grant pays for nothing before or after.

    Raises:
        InvalidContent: `outside_project`.
    """
    if not starts_on <= day <= ends_on:
        raise invalid(
            "/day", "outside_project", "The day is outside the project's time.", "Dagen ligger uden for projektets tid."
        )


def equipment_limit(programme: Programme) -> ExpenseRule:
    """The refusal of what would pass the programme's limit for equipment."""
    found = category_of(programme, EQUIPMENT)
    if found is None or not found.annual_limit_oere or not found.limit_rule or not found.limit_period:
        raise LookupError(programme)
    english, danish = _KINDS[found.limit_rule, found.limit_period]
    whole = f"{found.annual_limit_oere // 100:,}"
    english, danish = english.format(limit=f"DKK {whole}"), danish.format(limit=f"{whole.replace(',', '.')} kr.")
    text = (
        f"Equipment is paid for {english} ({found.legal_basis}).",
        f"Der ydes tilskud til materiel {danish} ({found.legal_basis}).",
    )
    return ExpenseRule([FieldError("/amount_oere", EQUIPMENT_LIMIT, *text)], [found.legal_basis])
