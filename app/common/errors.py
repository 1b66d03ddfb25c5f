"""The problems that the API answers with whatever the slice; a slice's own stand in its `errors.py`.

Which one is right is a matter of what the caller may know: 404 for whatever it may not see,
403 only for what its role can never do, 409 for a state that forbids, 422 for content.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from app.common.problem import JSON, Bilingual, Problem


class _Retryable(Problem):
    """A problem that passes: `retry_after` is in whole seconds, at least one."""

    seconds: ClassVar[int] = 1

    def __init__(
        self,
        detail: Bilingual | None = None,
        *,
        retry_after: int | None = None,
        extensions: Mapping[str, JSON] | None = None,
    ) -> None:
        wait = max(1, self.seconds if retry_after is None else retry_after)
        super().__init__(detail, headers={"Retry-After": str(wait)}, extensions=extensions)


class MalformedBody(Problem):
    """400: the body cannot be read as the media type it says it is."""

    status = 400
    code = "malformed-body"
    title = Bilingual("Malformed body", "Indholdet kan ikke læses")
    default_detail = Bilingual(
        "The body of the request is not well-formed.", "Forespørgslens indhold er ikke velformet."
    )


class MalformedRequest(Problem):
    """400: the request itself breaks HTTP, e.g. no Host, or two of them."""

    status = 400
    code = "malformed-request"
    title = Bilingual("Malformed request", "Ugyldig forespørgsel")
    default_detail = Bilingual("The request does not follow HTTP.", "Forespørgslen følger ikke HTTP.")


class InvalidQuery(Problem):
    """400: a query parameter is unknown, repeated or of the wrong form."""

    status = 400
    code = "invalid-query"
    title = Bilingual("Invalid query parameter", "Ugyldig forespørgselsparameter")
    default_detail = Bilingual(
        "One or more query parameters are unknown, repeated or of the wrong form.",
        "En eller flere parametre er ukendte, gentagne eller har forkert form.",
    )


class InvalidHeader(Problem):
    """400: a request header is absent or of the wrong form."""

    status = 400
    code = "invalid-header"
    title = Bilingual("Invalid header", "Ugyldig header")
    default_detail = Bilingual(
        "One or more headers are absent or of the wrong form.",
        "En eller flere headere mangler eller har forkert form.",
    )


class InvalidCursor(Problem):
    """400: the cursor was not made for this caller, route, filter and sort order."""

    status = 400
    code = "invalid-cursor"
    title = Bilingual("Invalid cursor", "Ugyldig markør")
    default_detail = Bilingual(
        "The cursor does not belong to this list. Start again without a cursor.",
        "Markøren hører ikke til denne liste. Begynd forfra uden markør.",
    )


class IdempotencyKeyMissing(Problem):
    """400: a POST that creates or acts came without an Idempotency-Key."""

    status = 400
    code = "idempotency-key-missing"
    title = Bilingual("Idempotency-Key missing", "Idempotency-Key mangler")
    default_detail = Bilingual(
        "This operation requires the header Idempotency-Key.",
        "Denne handling kræver headeren Idempotency-Key.",
    )


class IdempotencyKeyMalformed(Problem):
    """400: the Idempotency-Key is none: too long, or other than printable ASCII."""

    status = 400
    code = "idempotency-key-malformed"
    title = Bilingual("Idempotency-Key malformed", "Idempotency-Key har forkert form")
    default_detail = Bilingual(
        "An Idempotency-Key is 1-128 printable ASCII characters, without spaces.",
        "En Idempotency-Key er 1-128 synlige ASCII-tegn uden mellemrum.",
    )


class Unauthenticated(Problem):
    """401: no token, or one that is not accepted; it is never said why (RFC 6750)."""

    status = 401
    code = "unauthenticated"
    title = Bilingual("Not signed in", "Ikke logget på")
    default_detail = Bilingual("A valid access token is required.", "Der kræves et gyldigt adgangstoken.")

    def __init__(self, detail: Bilingual | None = None, *, token_presented: bool = False) -> None:
        """Challenge for a bearer token; `error` only where a token came (RFC 6750 § 3.1)."""
        challenge = 'Bearer error="invalid_token"' if token_presented else "Bearer"
        super().__init__(detail, headers={"WWW-Authenticate": challenge})


class TokenOutdated(Unauthenticated):
    """401: the token is good, but says of its client what is not, or no longer, registered: it is time for another."""

    code = "token-outdated"
    title = Bilingual("Token out of date", "Adgangstokenet er forældet")
    default_detail = Bilingual(
        "The access token says something else of its client than what is registered now. Get a new token.",
        "Adgangstokenet siger noget andet om sin klient, end hvad der er registreret nu. Hent et nyt.",
    )

    def __init__(self) -> None:
        """A token was presented, always."""
        super().__init__(token_presented=True)


class InsufficientScope(Problem):
    """403: the token lacks the scope of the operation."""

    status = 403
    code = "insufficient-scope"
    title = Bilingual("Insufficient scope", "Manglende rettighed i token")
    default_detail = Bilingual(
        "The access token does not carry the scope that this operation requires.",
        "Adgangstokenet har ikke den rettighed (scope), som handlingen kræver.",
    )

    def __init__(self, scope: str | None = None) -> None:
        """Name the `scope` that is missing, in the challenge and as the member `scope`."""
        challenge = 'Bearer error="insufficient_scope"'
        if scope is not None:
            challenge += f', scope="{scope}"'
        super().__init__(
            extensions={"scope": scope} if scope is not None else None,
            headers={"WWW-Authenticate": challenge},
        )


class RoleCannot(Problem):
    """403: the boundary gives the role no such operation, whatever the citizen consents to."""

    status = 403
    code = "role-cannot"
    title = Bilingual("Not open to this role", "Ikke muligt for denne rolle")
    default_detail = Bilingual(
        "The caller's role can never perform this operation.",
        "Kalderens rolle kan aldrig udføre denne handling.",
    )


class AgreementNotInForce(Problem):
    """403: the agreement the organisation acts under is not signed, suspended or ended."""

    status = 403
    code = "agreement-not-in-force"
    title = Bilingual("Agreement not in force", "Aftalen er ikke i kraft")
    default_detail = Bilingual(
        "The organisation has no agreement in force that covers this operation.",
        "Organisationen har ingen aftale i kraft, som dækker denne handling.",
    )


class NotFound(Problem):
    """404: there is no such thing, or the caller may not see it; which is never said."""

    status = 404
    code = "not-found"
    title = Bilingual("Not found", "Ikke fundet")
    default_detail = Bilingual(
        "There is nothing here that the caller may see.",
        "Der er intet her, som kalderen må se.",
    )


class MethodNotAllowed(Problem):
    """405: the path exists but not with this method; `Allow` lists those it has."""

    status = 405
    code = "method-not-allowed"
    title = Bilingual("Method not allowed", "Metoden er ikke tilladt")
    default_detail = Bilingual("The resource does not support this method.", "Ressourcen understøtter ikke metoden.")


class NotAcceptable(Problem):
    """406: none of the media types in `Accept` can be answered with."""

    status = 406
    code = "not-acceptable"
    title = Bilingual("Not acceptable", "Formatet kan ikke leveres")
    default_detail = Bilingual(
        "The resource has no representation among those in Accept.",
        "Ressourcen findes ikke i et af formaterne i Accept.",
    )


class RequestTimeout(Problem):
    """408: the request did not arrive in time; the connection is closed."""

    status = 408
    code = "request-timeout"
    title = Bilingual("Request timeout", "Forespørgslen kom for langsomt")
    default_detail = Bilingual(
        "The request did not arrive within the time allowed.",
        "Forespørgslen nåede ikke frem inden for den tilladte tid.",
    )


class Conflict(Problem):
    """409: what is asked clashes with what is stored; `errors` names the members."""

    status = 409
    code = "conflict"
    title = Bilingual("Conflict", "Konflikt")
    default_detail = Bilingual(
        "The request conflicts with what is already registered.",
        "Forespørgslen strider mod det, der allerede er registreret.",
    )


class ForbiddenTransition(Problem):
    """409: the state forbids the action. `state` is the present one, `allowed` what the caller can ask for now."""

    status = 409
    code = "forbidden-transition"
    title = Bilingual("Not possible in this state", "Ikke muligt i denne tilstand")
    default_detail = Bilingual(
        "The present state does not allow this; `allowed` lists the states that the caller can ask for now.",
        "Den nuværende tilstand tillader det ikke; `allowed` viser de tilstande, som kalderen kan bede om nu.",
    )

    def __init__(self, *, state: str, allowed: Sequence[str], detail: Bilingual | None = None) -> None:
        """Say the present `state`, and the states `allowed` to this caller from it."""
        super().__init__(detail, extensions={"state": state, "allowed": list(allowed)})


class IdempotencyInFlight(_Retryable):
    """409: the first request with the same Idempotency-Key is still being answered."""

    status = 409
    code = "idempotency-in-flight"
    title = Bilingual("Already in progress", "Er allerede i gang")
    default_detail = Bilingual(
        "A request with the same Idempotency-Key is being processed. Try again shortly.",
        "En forespørgsel med samme Idempotency-Key behandles. Prøv igen om lidt.",
    )


class PreconditionFailed(Problem):
    """412: the resource has changed since the caller read it."""

    status = 412
    code = "precondition-failed"
    title = Bilingual("Changed in the meantime", "Ændret i mellemtiden")
    default_detail = Bilingual(
        "If-Match does not name the current version. Read the resource again.",
        "If-Match svarer ikke til den nuværende version. Hent ressourcen igen.",
    )


class PayloadTooLarge(Problem):
    """413: the body is longer than the limit, which stands in `limit_bytes`."""

    status = 413
    code = "payload-too-large"
    title = Bilingual("Body too large", "Indholdet er for stort")
    default_detail = Bilingual(
        "The body of the request is longer than is accepted here.",
        "Forespørgslens indhold er længere, end der tages imod her.",
    )

    def __init__(self, limit_bytes: int | None = None) -> None:
        """Close the connection, since the rest of the body is not read."""
        super().__init__(
            extensions={"limit_bytes": limit_bytes} if limit_bytes is not None else None,
            headers={"Connection": "close"},
        )


class UriTooLong(Problem):
    """414: the path or the query is longer than the limit."""

    status = 414
    code = "uri-too-long"
    title = Bilingual("Address too long", "Adressen er for lang")
    default_detail = Bilingual(
        "The path or the query is longer than is accepted.",
        "Stien eller parametrene er længere, end der tages imod.",
    )


class UnsupportedMediaType(Problem):
    """415: the body has a media type or an encoding that is not read here."""

    status = 415
    code = "unsupported-media-type"
    title = Bilingual("Unsupported media type", "Medietypen understøttes ikke")
    default_detail = Bilingual(
        "Send the body as the media type of the contract, without Content-Encoding.",
        "Send indholdet som kontraktens medietype og uden Content-Encoding.",
    )


class InvalidContent(Problem):
    """422: the body is well-formed but its content is not accepted; `errors` says where."""

    status = 422
    code = "invalid-content"
    title = Bilingual("Invalid content", "Ugyldigt indhold")
    default_detail = Bilingual(
        "One or more members of the body are not accepted.",
        "Et eller flere felter i indholdet kan ikke godtages.",
    )


class IdempotencyKeyReused(Problem):
    """422: the Idempotency-Key was used before, for another body."""

    status = 422
    code = "idempotency-key-reused"
    title = Bilingual("Idempotency-Key reused", "Idempotency-Key er genbrugt")
    default_detail = Bilingual(
        "The same Idempotency-Key came before with another body. Use a new key.",
        "Samme Idempotency-Key er brugt før med et andet indhold. Brug en ny nøgle.",
    )


class PreconditionRequired(Problem):
    """428: a change of a versioned resource came without If-Match, or with `If-Match: *`."""

    status = 428
    code = "precondition-required"
    title = Bilingual("If-Match required", "If-Match mangler")
    default_detail = Bilingual(
        "Send If-Match with the ETag that was read; `*` would overwrite blindly.",
        "Send If-Match med den læste ETag; `*` ville overskrive i blinde.",
    )


class TooManyRequests(_Retryable):
    """429: the caller has used its share; Retry-After says when to come again."""

    status = 429
    code = "too-many-requests"
    title = Bilingual("Too many requests", "For mange forespørgsler")
    default_detail = Bilingual(
        "The rate limit is reached. Wait as long as Retry-After says.",
        "Grænsen for antal forespørgsler er nået. Vent så længe, som Retry-After siger.",
    )


class HeaderFieldsTooLarge(Problem):
    """431: one header, or all of them together, are longer than the limit."""

    status = 431
    code = "header-fields-too-large"
    title = Bilingual("Headers too large", "Headerne er for store")
    default_detail = Bilingual(
        "The headers of the request are longer than is accepted.",
        "Forespørgslens headere er længere, end der tages imod.",
    )


class InternalError(Problem):
    """500: a fault of ours. The document says nothing of it but the trace_id."""


class Unavailable(_Retryable):
    """503: the service or something it needs is not ready; Retry-After says when to try."""

    status = 503
    code = "unavailable"
    title = Bilingual("Temporarily unavailable", "Midlertidigt utilgængelig")
    default_detail = Bilingual(
        "The service cannot answer just now. Try again later.",
        "Tjenesten kan ikke svare lige nu. Prøv igen senere.",
    )
    seconds = 5
