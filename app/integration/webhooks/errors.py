"""What an organisation is refused that registers endpoints."""

from app.common.problem import Bilingual, Problem


class TooManyEndpoints(Problem):
    """409: each change would be sent to more endpoints than the installation allows one organisation."""

    status = 409
    code = "too-many-webhook-endpoints"
    title = Bilingual("Too many webhook endpoints", "For mange webhook-modtagere")
    default_detail = Bilingual(
        "As many webhook endpoints are enabled as your organisation may have: `limit`. Disable one first.",
        "Der er slået så mange webhook-modtagere til, som organisationen må have: `limit`. Slå først en fra.",
    )
