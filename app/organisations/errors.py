"""Problems of who takes part."""

from collections.abc import Sequence

from app.common.errors import Conflict, InvalidContent
from app.common.problem import Bilingual, FieldError


class OwnAccess(Conflict):
    """409: the caller would shut itself out; somebody else has to do it."""

    code = "own-access"
    title = Bilingual("One's own access", "Egen adgang")
    default_detail = Bilingual("Nobody can close their own access.", "Ingen kan lukke sin egen adgang.")


class ProgrammeRule(Conflict):
    """409: the project would break rules of its programme, or does not meet them yet; `rules` names them."""

    code = "programme-rule"
    title = Bilingual("Against the programme's rules", "Strider mod programmets regler")
    default_detail = Bilingual(
        "The programme's rules do not allow this; `rules` names them.",
        "Programmets regler tillader det ikke; `rules` nævner dem.",
    )

    def __init__(self, broken: Sequence[FieldError]) -> None:
        """Name the rules; each stands with its text in `errors`."""
        super().__init__(errors=broken, extensions={"rules": [each.code for each in broken]})


class ProjectClosed(Conflict):
    """409: the project is closed, and takes no new citizens."""

    code = "project-closed"
    title = Bilingual("Project closed", "Projektet er lukket")
    default_detail = Bilingual("A closed project takes no new citizens.", "Et lukket projekt tager ingen nye borgere.")


def invalid(pointer: str, code: str, message_en: str, message_da: str) -> InvalidContent:
    """422 about one member."""
    return InvalidContent(errors=[FieldError(pointer, code, message_en, message_da)])
