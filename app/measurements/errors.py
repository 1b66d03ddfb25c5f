"""What measuring refuses, beyond a forbidden transition."""

from app.common.errors import Conflict
from app.common.problem import Bilingual, FieldError


class InstrumentNotActive(Conflict):
    """409: only a version in use is assigned."""

    code = "instrument-not-active"
    title = Bilingual("The instrument is not in use", "Skemaet er ikke i brug")
    default_detail = Bilingual(
        "This version of the instrument is a draft or retired; assign the active one.",
        "Denne version af skemaet er en kladde eller udgået; tildel den, der er i brug.",
    )


class EvaluationConsentMissing(Conflict):
    """409: the instrument needs the citizen's consent to questionnaires in the evaluation."""

    code = "evaluation-consent-missing"
    title = Bilingual("No consent to questionnaires", "Intet samtykke til spørgeskemaer")
    default_detail = Bilingual(
        "The instrument needs an active consent naming your organisation with the scope `evaluation_questionnaire`.",
        "Skemaet kræver et gældende samtykke, der nævner jeres organisation og omfatter evalueringens spørgeskemaer.",
    )


class AlreadyAssigned(Conflict):
    """409: the citizen is asked once in a course, instrument and wave; a new version does not ask again."""

    code = "already-assigned"
    title = Bilingual("Already assigned", "Allerede tildelt")
    default_detail = Bilingual(
        "The course has this instrument in this wave already, perhaps in another version.",
        "Forløbet har allerede dette skema på dette tidspunkt, måske i en anden version.",
    )


class CourseNeverStarted(Conflict):
    """409: nothing came of the course, so there is nothing to measure."""

    code = "course-never-started"
    title = Bilingual("The course was never started", "Forløbet blev ikke påbegyndt")
    default_detail = Bilingual(
        "Nothing came of the course; there is nothing to measure.",
        "Forløbet blev ikke til noget; der er intet at måle.",
    )


class WordingMissing(Conflict):
    """409: a citizen cannot answer by link what has no words."""

    code = "wording-missing"
    title = Bilingual("The instrument has no wording", "Skemaet mangler ordlyd")
    default_detail = Bilingual(
        "By link a citizen answers only where every item has its wording, and both ends of the scale a label, in the "
        "link's language (Danish where it names none). The administrator enters them in a new version.",
        "En borger kan kun svare gennem et link, når hvert spørgsmål har sin ordlyd, og begge ender af skalaen en "
        "tekst, på linkets sprog (dansk, hvor det ikke nævner et). Administratoren skriver dem i en ny version.",
    )


class FormWithoutWording(Conflict):
    """409: a form of one's own is not taken into use while an item asks nothing."""

    code = "form-without-wording"
    title = Bilingual("The form has no wording", "Skemaet mangler ordlyd")
    default_detail = Bilingual(
        "A form of one's own is taken into use once every item has its wording, in Danish or English.",
        "Et eget skema tages i brug, når hvert spørgsmål har sin ordlyd på dansk eller engelsk.",
    )


def wrong_wave() -> FieldError:
    """The instrument is not used then."""
    return FieldError(
        "/wave", "not_in_instrument", "The instrument has no such wave.", "Skemaet bruges ikke på dette tidspunkt."
    )


def unknown_item(place: int) -> FieldError:
    """The instrument has no such item."""
    return FieldError(
        f"/answers/{place}/item", "unknown_item", "The instrument has no such item.", "Skemaet har ikke det spørgsmål."
    )


def answered_twice(place: int) -> FieldError:
    """The same item before."""
    return FieldError(
        f"/answers/{place}/item", "duplicate_item", "The item is answered twice.", "Spørgsmålet er besvaret to gange."
    )


def off_scale(place: int, lowest: int, highest: int) -> FieldError:
    """The value lies outside the instrument's scale."""
    return FieldError(
        f"/answers/{place}/value",
        "off_scale",
        f"Must be from {lowest} to {highest}.",
        f"Skal være fra {lowest} til {highest}.",
    )


def unanswered(item: str) -> FieldError:
    """A required item without an answer; the name is the instrument's own."""
    return FieldError(
        "/answers", "missing_item", f"The item {item} must be answered.", f"Spørgsmålet {item} skal besvares."
    )


def fixed_by_code(member: str) -> FieldError:
    """A shipped instrument's scoring is the same in every version, so that scores can be compared."""
    return FieldError(
        f"/{member}",
        "fixed_by_code",
        "Every version of this instrument is scored alike; use another code for another form.",
        "Alle versioner af dette skema opgøres ens; brug en anden kode til et andet skema.",
    )
