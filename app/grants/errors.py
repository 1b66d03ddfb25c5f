"""What grants refuse, beyond a forbidden transition and the rules of the law (`app.grants.rules.refusal`)."""

from app.common.errors import Conflict, InvalidContent
from app.common.problem import Bilingual, FieldError
from app.organisations.errors import ProgrammeRule, invalid
from app.resources.errors import ExpenseRule


class FileWithdrawn(Conflict):
    """409: the file was taken back, and is gone."""

    code = "file-withdrawn"
    title = Bilingual("The file was withdrawn", "Filen er trukket tilbage")
    default_detail = Bilingual(
        "The file was taken back: announce another.", "Filen er trukket tilbage: meld en anden til."
    )


class FilesOutstanding(ProgrammeRule):
    """409: too many files of the grant are announced and not sent; `rules` names it."""

    code = "files-outstanding"
    title = Bilingual("Files are outstanding", "Der mangler filer")
    default_detail = Bilingual(
        "Send the content of the announced files, or withdraw them, before more are announced.",
        "Send indholdet af de anmeldte filer, eller træk dem tilbage, før flere meldes til.",
    )

    def __init__(self, most: int) -> None:
        """Name the rule, with how many may be outstanding."""
        said = FieldError(
            "",
            "files_without_content",
            f"At most {most} files of a grant are announced without content.",
            f"Højst {most} filer til et tilskud er meldt til uden indhold.",
        )
        super().__init__([said])


class NotEnded(ExpenseRule):
    """409: the grant does not end yet, or not like this; `rules` and `legal_basis` say what stands in the way."""

    code = "grant-not-ended"
    title = Bilingual("The grant does not end yet", "Tilskuddet kan ikke afsluttes endnu")
    default_detail = Bilingual(
        "Something is missing before the grant can end so; `rules` names it.",
        "Noget mangler, før tilskuddet kan ende sådan; `rules` nævner det.",
    )


class ProposalPending(Conflict):
    """409: the agency has a proposal for the budget already, or there is no budget to change."""

    code = "proposal-pending"
    title = Bilingual("A proposal waits", "Et forslag venter")
    default_detail = Bilingual(
        "A proposed budget waits for the agency: withdraw it first.",
        "Et foreslået budget venter på styrelsen: træk det tilbage først.",
    )


class AlreadyGiven(Conflict):
    """409: there is one of this already, and there is only ever one."""

    code = "already-given"
    title = Bilingual("Already there", "Findes allerede")
    default_detail = Bilingual("There is one already.", "Der er allerede en.")


class NoContent(Conflict):
    """409: the file's content has not been sent yet."""

    code = "no-content"
    title = Bilingual("No content yet", "Intet indhold endnu")
    default_detail = Bilingual("The file's content has not been sent yet.", "Filens indhold er ikke sendt endnu.")


def unsafe_content(code: str, message_en: str, message_da: str) -> InvalidContent:
    """422 about the bytes of a file."""
    return InvalidContent(errors=[FieldError("", code, message_en, message_da)])


__all__ = [
    "AlreadyGiven",
    "FileWithdrawn",
    "FilesOutstanding",
    "NoContent",
    "NotEnded",
    "ProposalPending",
    "invalid",
    "unsafe_content",
]
