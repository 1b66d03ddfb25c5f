"""What only citizens' records can be refused for."""

from app.common.errors import Conflict
from app.common.problem import Bilingual


class PassedOn(Conflict):
    """409: a recipient has accepted it; the sender keeps its old copy, unchanged (the wall, rule 7)."""

    code = "passed-on"
    title = Bilingual("Already passed on", "Allerede videregivet")
    default_detail = Bilingual(
        "A recipient has accepted this information and keeps it up to date from now on; your copy stays as it was.",
        "En modtager har taget imod oplysningerne og holder dem ajour fra nu af; jeres kopi forbliver, som den var.",
    )


class UnderAge(Conflict):
    """409: the citizen was not 18 when signing; the target group is adults (R17)."""

    code = "under-age"
    title = Bilingual("Under age", "Under 18 år")
    default_detail = Bilingual(
        "The citizen must be 18 or older to sign.", "Borgeren skal være fyldt 18 år for at underskrive."
    )


class CitizenClosed(Conflict):
    """409: the caller has closed its record of the citizen; nothing new is begun until it is reopened."""

    code = "citizen-closed"
    title = Bilingual("The citizen is closed", "Borgeren er afsluttet")
    default_detail = Bilingual(
        "Your record of the citizen is closed. Reopen it first.",
        "Jeres registrering af borgeren er afsluttet. Genåbn den først.",
    )


class ConsentRequired(Conflict):
    """409: only the citizen's consent lets this role write the category; `scope` is what it must tick."""

    code = "consent-required"
    title = Bilingual("Consent required", "Samtykke kræves")
    default_detail = Bilingual(
        "Register the citizen alone, obtain a signed consent that names your organisation and ticks `scope`, "
        "then write identity and contact.",
        "Registrér først borgeren alene, indhent et underskrevet samtykke, der nævner jeres organisation og omfatter "
        "`scope`, og skriv derefter identitet og kontakt.",
    )

    def __init__(self, scope: str) -> None:
        """Name the `scope` that is missing."""
        super().__init__(extensions={"scope": scope})


class CannotBeScreened(Conflict):
    """409: words leave the police only compared with what is known of the other side (the wall, rule 5)."""

    code = "cannot-be-screened"
    title = Bilingual("Cannot be screened", "Kan ikke kontrolleres")
    default_detail = Bilingual(
        "Your agreement does not cover everything that a text must be compared with before it leaves; send no text.",
        "Jeres databehandleraftale dækker ikke alt det, en tekst skal sammenholdes med, før den videregives; "
        "send ingen tekst.",
    )
