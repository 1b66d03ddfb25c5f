"""What one who follows changes is refused."""

from app.common.problem import Bilingual, InvalidValue, Problem


class ChangesGone(Problem):
    """410: what followed is not kept any more, so something would be missed. Read the lists anew, from a new start."""

    status = 410
    code = "changes-gone"
    title = Bilingual("Changes no longer kept", "Ændringerne gemmes ikke længere")
    default_detail = Bilingual(
        "Changes after this place are no longer kept. Get a new place with latest=true, then read the lists anew.",
        "Ændringer efter dette sted gemmes ikke længere. Hent et nyt sted med latest=true, og læs så listerne forfra.",
    )


class LatestOrAfterError(InvalidValue):
    """A place to go on from, and the wish for another."""

    code = "latest_or_after"
    message_en = "Either `after` or `latest`, not both."
    message_da = "Enten `after` eller `latest`, ikke begge."
