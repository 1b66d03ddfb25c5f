"""What only consents can be refused for."""

from app.common.errors import Conflict
from app.common.problem import Bilingual


class ConsentNotActive(Conflict):
    """409: what is asked rests on a consent that is not signed, has run out, or was withdrawn or superseded."""

    code = "consent-not-active"
    title = Bilingual("Consent not active", "Samtykket gælder ikke")
    default_detail = Bilingual(
        "The consent that this rests on is not active.", "Det samtykke, som dette hviler på, gælder ikke."
    )


class OralNoteNotEnough(Conflict):
    """409: a note of an oral consent cannot be signed; the model asks for paper or a digital signature."""

    code = "oral-note-not-enough"
    title = Bilingual("A note does not suffice", "Et notat er ikke nok")
    default_detail = Bilingual(
        "A note of an oral consent does not suffice; it must be signed on paper or digitally.",
        "Et notat om et mundtligt samtykke er ikke nok; det skal underskrives på papir eller digitalt.",
    )


class ReplacedConsentEnded(Conflict):
    """409: the consent that the draft is to replace was withdrawn, or replaced by another, in the meantime."""

    code = "replaced-consent-ended"
    title = Bilingual("What it replaces has ended", "Det, den erstatter, er ophørt")
    default_detail = Bilingual(
        "The consent that this draft is to replace was withdrawn or has been replaced by another. Let the draft "
        "replace the one that stands now (supersedes_id), or none.",
        "Det samtykke, som udkastet skulle erstatte, er trukket tilbage eller allerede erstattet af et andet. Lad "
        "udkastet erstatte det, der gælder nu (supersedes_id), eller intet.",
    )


class TermsOutOfDate(Conflict):
    """409: the draft's terms no longer fit its form or the project; `errors` names the members of the draft."""

    code = "terms-out-of-date"
    title = Bilingual("The draft is out of date", "Udkastet er forældet")
    default_detail = Bilingual(
        "The form was retired or a recipient has left the project since the draft was made.",
        "Formularen er udgået, eller en modtager er udtrådt af projektet, siden udkastet blev lavet.",
    )


class AlreadyAcknowledged(Conflict):
    """409: the caller has acknowledged the withdrawal before; once is enough."""

    code = "already-acknowledged"
    title = Bilingual("Already acknowledged", "Allerede kvitteret")
    default_detail = Bilingual(
        "Your organisation has acknowledged this withdrawal already.",
        "Jeres organisation har allerede kvitteret for denne tilbagetrækning.",
    )
