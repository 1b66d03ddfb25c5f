"""Problems of what a case system writes by its own references."""

from collections.abc import Iterable

from app.common.errors import Conflict
from app.common.problem import Bilingual, FieldError, InvalidValue


class NeverChanges(Conflict):
    """409: the record is there, and a member that is fixed once it is written says something else."""

    code = "never-changes"
    title = Bilingual("Fixed once written", "Ændres aldrig")
    default_detail = Bilingual(
        "The record with this reference is there, and `errors` names members that never change, or change by an "
        "action of their own. Another record needs another reference.",
        "Registreringen med dette sagsnummer findes, og `errors` nævner felter, der aldrig ændres, eller som ændres "
        "ved en handling for sig. En anden registrering skal have et andet sagsnummer.",
    )

    def __init__(self, pointers: Iterable[str]) -> None:
        """Name the members."""
        super().__init__(
            errors=[
                FieldError(each, "never_changes", "Something else is registered.", "Noget andet er registreret.")
                for each in pointers
            ]
        )


class NotNamedOnce(InvalidValue):
    """Another record is named by its id or by one's own reference."""

    code = "named_once"
    message_en = "Name the record by its `_id` or by its `_reference`: one of the two."
    message_da = "Angiv registreringen ved `_id` eller ved `_reference`: én af de to."


class OtherReference(InvalidValue):
    """The body bears a reference too."""

    code = "other_reference"
    message_en = "Not the reference of the path."
    message_da = "Ikke sagsnummeret i stien."
