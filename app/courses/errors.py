"""What courses refuse, beyond a forbidden transition."""

from app.common.errors import Conflict, InvalidContent
from app.common.problem import Bilingual, FieldError


class CourseNotRunning(Conflict):
    """409: sessions belong to a course in clarification or ongoing."""

    code = "course-not-running"
    title = Bilingual("The course is not running", "Forløbet er ikke i gang")
    default_detail = Bilingual(
        "Sessions are held while the course is in clarification or ongoing.",
        "Samtaler holdes, mens forløbet er under afklaring eller i gang.",
    )


class CourseNotEnded(Conflict):
    """409: a follow-up comes after a course that has run and ended."""

    code = "course-not-ended"
    title = Bilingual("The course has not ended", "Forløbet er ikke afsluttet")
    default_detail = Bilingual(
        "A follow-up comes after a course that has run and ended.",
        "Opfølgning sker efter et forløb, der har været i gang og er afsluttet.",
    )


class NoLongerPartner(Conflict):
    """409: a course is begun by a partner of its project; what was begun goes on."""

    code = "no-longer-partner"
    title = Bilingual("No longer a partner", "Ikke længere partner")
    default_detail = Bilingual(
        "Your organisation has left the project, or what was passed on to it has ended: it begins no course here.",
        "Jeres organisation har forladt projektet, eller det videregivne er ophørt: I begynder intet forløb her.",
    )


class OtherPartysPart(Conflict):
    """409: the record is shared, and this part of it is the other party's to write."""

    code = "other-partys-part"
    title = Bilingual("The other party's part", "Den anden parts del")
    default_detail = Bilingual(
        "Only the organisation that registered the record can change this part of it.",
        "Kun den organisation, der har registreret posten, kan ændre denne del af den.",
    )


def day_before(pointer: str, code: str, of_en: str, of_da: str) -> InvalidContent:
    """422: a day lies before the day it must follow."""
    return InvalidContent(
        errors=[FieldError(pointer, code, f"The day is before {of_en}.", f"Dagen ligger før {of_da}.")]
    )
