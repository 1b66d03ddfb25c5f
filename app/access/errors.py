"""Errors of the token endpoints: problem documents that also carry RFC 6749's `error`."""

from app.common.problem import Bilingual, Problem


class OAuthProblem(Problem):
    """A refusal with the `error` member that OAuth clients look for (RFC 6749 § 5.2)."""

    status = 400
    error = "invalid_request"

    def __init__(self) -> None:
        """Add the member."""
        headers = {"WWW-Authenticate": 'Basic realm="token"'} if self.status == 401 else {}  # noqa: PLR2004 - HTTP
        super().__init__(extensions={"error": self.error}, headers=headers)


class InvalidRequest(OAuthProblem):
    """400: a parameter is missing, repeated or malformed."""

    code = "oauth-invalid-request"
    title = Bilingual("Invalid token request", "Ugyldig forespørgsel om adgangsbevis")
    default_detail = Bilingual(
        "A parameter is missing, repeated or malformed.", "En parameter mangler, står to gange eller har forkert form."
    )


class InvalidClient(OAuthProblem):
    """401: the client is unknown, disabled, or did not prove itself; which of these is not said."""

    status = 401
    error = "invalid_client"
    code = "oauth-invalid-client"
    title = Bilingual("Client not accepted", "Klienten godtages ikke")
    default_detail = Bilingual(
        "The client is unknown or did not prove who it is.", "Klienten er ukendt eller har ikke bevist, hvem den er."
    )


class UnsupportedGrantType(OAuthProblem):
    """400: only client_credentials is offered."""

    error = "unsupported_grant_type"
    code = "oauth-unsupported-grant-type"
    title = Bilingual("Grant type not offered", "Ukendt grant_type")
    default_detail = Bilingual("Only client_credentials is offered.", "Kun client_credentials tilbydes.")


class InvalidScope(OAuthProblem):
    """400: none of the scopes asked for is the client's to have."""

    error = "invalid_scope"
    code = "oauth-invalid-scope"
    title = Bilingual("Scope not available", "Scope er ikke til rådighed")
    default_detail = Bilingual(
        "A scope asked for is unknown or not available to this client.",
        "Et ønsket scope er ukendt eller ikke til rådighed for klienten.",
    )
