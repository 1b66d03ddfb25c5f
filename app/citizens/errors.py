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
