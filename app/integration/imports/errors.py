"""What imports refuse, beyond a forbidden transition."""

from app.common.errors import InvalidContent
from app.common.problem import Bilingual, FieldError, Problem

MESSAGES: dict[str, Bilingual] = {
    "not_utf8": Bilingual("Not UTF-8.", "Ikke UTF-8."),
    "byte_order_mark": Bilingual("A byte order mark.", "Et byte order mark."),
    "nul_character": Bilingual("A NUL character.", "Et NUL-tegn."),
    "no_rows": Bilingual("There is no row in the file.", "Der er ingen rækker i filen."),
    "too_many_rows": Bilingual("There are more rows than is accepted.", "Der er flere rækker, end der tages imod."),
    "row_too_long": Bilingual(
        "A row is longer than is accepted: is a quotation mark missing?",
        "En række er længere, end der tages imod: mangler der et anførselstegn?",
    ),
    "empty_column": Bilingual("A column has no name.", "En kolonne har intet navn."),
    "duplicate_column": Bilingual("A column stands twice.", "En kolonne står to gange."),
    "unknown_column": Bilingual("The column is not known.", "Kolonnen er ukendt."),
    "missing_column": Bilingual(
        "A column is missing that each row needs.", "Der mangler en kolonne, som hver række skal have."
    ),
    "wrong_number_of_cells": Bilingual(
        "The row has another number of cells than the header.", "Rækken har et andet antal celler end hovedet."
    ),
    "invalid_csv": Bilingual(
        "Not well-formed CSV: after a quotation mark that closes a cell comes something else than the next one.",
        "Ikke velformet CSV: efter et anførselstegn, der lukker en celle, kommer andet end den næste.",
    ),
    "unclosed_quote": Bilingual(
        "A quotation mark opens a cell and none closes it.", "Et anførselstegn åbner en celle, og intet lukker den."
    ),
    "object_type": Bilingual("Must be an object.", "Skal være et objekt."),
    "missing": Bilingual("The member is required.", "Feltet er påkrævet."),
    "duplicate_reference": Bilingual(
        "An earlier row of the file has this reference.", "En tidligere række i filen har dette sagsnummer."
    ),
    "invalid_json": Bilingual("Not JSON as the contract requires it.", "Ikke JSON, som kontrakten kræver det."),
    "internal_error": Bilingual("A fault of ours.", "En fejl hos os."),
}


def fault(code: str, pointer: str = "") -> FieldError:
    """What is wrong with a row, or with a file."""
    said = MESSAGES.get(code, MESSAGES["invalid_json"])
    return FieldError(pointer, code, said.en, said.da)


class UnreadableFile(InvalidContent):
    """422: the file as a whole cannot be read as rows; nothing of it was kept."""

    code = "unreadable-file"
    title = Bilingual("The file cannot be read", "Filen kan ikke læses")
    default_detail = Bilingual(
        "The file was not taken: see errors; `row` is where reading ended.",
        "Filen er ikke modtaget: se errors; `row` er, hvor læsningen sluttede.",
    )

    def __init__(self, code: str, pointer: str = "", *, row: int | None = None) -> None:
        """Say what is wrong, and at which row if it is one's."""
        super().__init__(errors=[fault(code, pointer)], extensions={} if row is None else {"row": row})


class TooManyImports(Problem):
    """409: what the client has sent and has not been worked through is as much as is kept for one."""

    status = 409
    code = "too-many-imports"
    title = Bilingual("Too many imports wait", "For mange importer venter")
    default_detail = Bilingual(
        "As many of your client's imports have not ended as may wait: `limit`. Wait until one has, or cancel one.",
        "Så mange af klientens importer, som må vente, er ikke afsluttet: `limit`. Vent, til en er, eller afbryd en.",
    )
