"""What the pseudonymised tier refuses those to whom it is open."""

from app.common.errors import Conflict
from app.common.problem import Bilingual


class ExtractUnderWay(Conflict):
    """409: an extract of this declaration waits to be made."""

    code = "extract-under-way"
    title = Bilingual("An extract is under way", "Et udtræk er i gang")
    default_detail = Bilingual("Wait until it has been made.", "Vent, til det er lavet.")
