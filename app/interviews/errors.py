"""What interviews and contributions refuse, beyond a forbidden transition."""

from app.common.errors import Conflict
from app.common.problem import Bilingual, FieldError


class InterviewConsentMissing(Conflict):
    """409: an interview needs the citizen's consent to it, naming the evaluator."""

    code = "interview-consent-missing"
    title = Bilingual("No consent to an interview", "Intet samtykke til interview")
    default_detail = Bilingual(
        "An interview needs an active consent of the citizen with the scope `evaluation_interview` that names the "
        "evaluator as a recipient.",
        "Et interview kræver, at borgerens gældende samtykke omfatter evalueringens interview og nævner evaluator som "
        "modtager.",
    )


class ContactProtected(Conflict):
    """409: special protection; the contact stays with the parties that help."""

    code = "interview-contact-protected"
    title = Bilingual("Specially protected", "Særligt beskyttet")
    default_detail = Bilingual(
        "The contact of a citizen under special protection is not passed on to the evaluator.",
        "Kontaktoplysninger på en borger med særlig beskyttelse gives ikke videre til evaluator.",
    )


class AlreadyProposed(Conflict):
    """409: the citizen is asked once; a no is not asked again."""

    code = "already-proposed"
    title = Bilingual("Already proposed", "Allerede foreslået")
    default_detail = Bilingual(
        "Your organisation has proposed the citizen for an interview by this evaluator already.",
        "Jeres organisation har allerede foreslået borgeren til interview hos denne evaluator.",
    )


class ContributionExists(Conflict):
    """409: one contribution for each party, round and kind."""

    code = "contribution-exists"
    title = Bilingual("Already planned", "Allerede planlagt")
    default_detail = Bilingual(
        "The party has a contribution of this kind in this round already.",
        "Parten har allerede et bidrag af denne slags i denne runde.",
    )


NO_SAFE_CONTACT = FieldError(
    "",
    "no_safe_contact",
    "There is no safe contact that you may read; register it first.",
    "Der er ingen sikker kontakt, I må læse; registrér den først.",
)
MESSAGE_NOT_SAFE = FieldError(
    "/never_leave_message",
    "message_not_safe",
    "No message may be left for this citizen.",
    "Der må ikke lægges besked til borgeren.",
)
DEVICE_SHARED = FieldError(
    "/shared_device",
    "device_shared",
    "Others may read what is sent to this citizen.",
    "Andre kan læse det, der sendes til borgeren.",
)
PHONE_MISSING = FieldError(
    "/phone",
    "number_missing",
    "Needed for the channels phone and sms.",
    "Skal med, når kanalen er telefon eller sms.",
)
EMAIL_MISSING = FieldError(
    "/email", "address_missing", "Needed for the channel e-mail.", "Skal med, når kanalen er e-mail."
)
PHONE_UNUSED = FieldError(
    "/phone",
    "channel_missing",
    "Passed on only with the channel phone or sms.",
    "Videregives kun sammen med kanalen telefon eller sms.",
)
EMAIL_UNUSED = FieldError(
    "/email", "channel_missing", "Passed on only with the channel e-mail.", "Videregives kun sammen med kanalen e-mail."
)
ANOTHER_NUMBER = FieldError(
    "/phone",
    "not_registered",
    "Another number than the citizen's registered one; register it first.",
    "Et andet nummer end det, der er registreret på borgeren; registrér det først.",
)
ANOTHER_ADDRESS = FieldError(
    "/email",
    "not_registered",
    "Another address than the citizen's registered one; register it first.",
    "En anden adresse end den, der er registreret på borgeren; registrér den først.",
)
NOT_A_PARTY = FieldError(
    "/organisation_id",
    "not_a_party",
    "Contributions are those of municipalities, police districts and NGOs of the project.",
    "Bidrag ydes af projektets kommuner, politikredse og foreninger.",
)


def unsafe_channel(place: int) -> FieldError:
    """The citizen cannot be reached safely this way."""
    return FieldError(
        f"/safe_channels/{place}",
        "unsafe_channel",
        "The citizen cannot be reached safely this way.",
        "Borgeren kan ikke kontaktes sikkert ad denne vej.",
    )


def outside_safe_hours(place: int) -> FieldError:
    """Not within the hours that the citizen said."""
    return FieldError(
        f"/safe_hours/{place}",
        "outside_safe_hours",
        "Outside the hours when the citizen can be reached safely.",
        "Uden for det tidsrum, hvor borgeren kan kontaktes sikkert.",
    )
