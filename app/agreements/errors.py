"""Problems of agreements."""

from app.common.errors import Conflict
from app.common.problem import Bilingual


class NotAParty(Conflict):
    """409: only the two sides sign."""

    code = "not-a-party"
    title = Bilingual("Not a party to the agreement", "Ikke part i aftalen")
    default_detail = Bilingual("Only the two sides of an agreement sign it.", "Kun aftalens to parter underskriver.")


class AlreadySigned(Conflict):
    """409: this side has signed; the other has not yet."""

    code = "already-signed"
    title = Bilingual("Already signed", "Allerede underskrevet")
    default_detail = Bilingual(
        "The caller's side has signed; the other side's signature is missing.",
        "Kalderens side har underskrevet; den anden sides underskrift mangler.",
    )


class SuspendedByOther(Conflict):
    """409: who suspended an agreement resumes it."""

    code = "suspended-by-other"
    title = Bilingual("Suspended by another party", "Suspenderet af en anden part")
    default_detail = Bilingual(
        "Only the party that suspended the agreement can resume it.",
        "Kun den part, der suspenderede aftalen, kan sætte den i kraft igen.",
    )
