"""Issuers whose tokens are believed beside our own, as a TOML file names them (docs/operations.md).

A broker of MitID Erhverv, or the identity provider of one party. What such a token says of an organisation and of
functions is held against what is registered here; nobody is created by it.
"""

import re
import ssl
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from app.auth._claims import VISIBLE
from app.auth._jwks import IssuerKey, key_of
from app.auth.tables import FUNCTIONS
from app.auth.tokens import Track
from app.common.cpr import normalise_cvr
from app.common.problem import InvalidValue

MOST_SECONDS: Final = 3600
"""Longest life that a configuration may allow; our own tokens have ten minutes."""

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)

LOW: Final = frozenset({"low", "lav", "none", "ingen", "0", "1", "2"})
"""Last words of a level below Substantial (NSIS, eIDAS; the levels of OIOSAML 2)."""

AlgorithmName = Literal["ES256", "RS256", "PS256"]
Text = Annotated[str, Field(min_length=1, max_length=255, pattern=VISIBLE.pattern.join(("^", "$")))]


class IssuersError(Exception):
    """The file cannot be used; the message says what to put right, and in which issuer."""


def _https(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme != "https" or not parts.hostname or parts.username is not None or parts.fragment:
        raise ValueError("must be an https URL, without user or fragment")
    return value


def _organisation(value: str) -> str:
    if _ID.fullmatch(value):
        return value.lower()
    try:
        return normalise_cvr(value)
    except InvalidValue:
        raise ValueError("must be a CVR number, or an organisation's id here") from None


def _proxy(value: str) -> str:
    parts = urlsplit(value)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.username is not None
        or parts.path.strip("/")
    ):
        raise ValueError("must be the http or https URL of a proxy, without user or path")
    return value


def _authorities(value: Path) -> Path:
    try:
        _trusting(value)
    except OSError:  # of which those of ssl are
        raise ValueError("must be a readable file of certificates (PEM)") from None
    return value


def _trusting(path: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=path)


def _substantial(value: str) -> str:
    if value.lower().replace(":", "/").replace("#", "/").rsplit("/", 1)[-1] in LOW:
        raise ValueError("is a level below Substantial")
    return value


def _path(value: Any) -> Any:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


HttpsUrl = Annotated[Text, AfterValidator(_https)]
Organisation = Annotated[str, AfterValidator(_organisation)]
"""A CVR number, or an organisation's id here."""
ClaimPath = tuple[Text, ...]
"""The name of a claim, or the names on the way to one inside another."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Claims(_Strict):
    """Which claim says what."""

    subject: ClaimPath = ("sub",)
    organisation: ClaimPath
    unit: ClaimPath | None = None
    """Where a token says one of `units`, this is its organisation, whatever the other claim says."""
    assurance: ClaimPath
    role: ClaimPath
    token_id: ClaimPath = ("jti",)

    @model_validator(mode="before")
    @classmethod
    def _paths(cls, given: Any) -> Any:
        return {name: _path(value) for name, value in given.items()} if isinstance(given, Mapping) else given

    @model_validator(mode="after")
    def _named(self) -> Self:
        if () in self.model_dump().values():
            raise ValueError("must name a claim")
        return self


class RoleRule(_Strict):
    """What one value of the role claim confirms."""

    value: Text
    functions: Annotated[frozenset[Literal[FUNCTIONS]], Field(min_length=1)]  # type: ignore[valid-type]  # of that tuple
    track: Track | None = None
    """Confirms them to clients of this track alone."""


class Issuer(_Strict):
    """One issuer, and how its tokens are read."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    """For the log and for `doctor`."""
    issuer: HttpsUrl
    audience: Text
    jwks_url: HttpsUrl | None = None
    proxy: Annotated[Text, AfterValidator(_proxy)] | None = None
    """The keys are fetched through it; otherwise through none, whatever the environment says."""
    ca_file: Annotated[Path, AfterValidator(_authorities)] | None = None
    """Certificates (PEM) of the authorities that alone may vouch for `jwks_url`; the public ones when absent."""
    keys: tuple[dict[str, Any], ...] = ()
    """JWKs, in place of `jwks_url`."""
    algorithms: Annotated[frozenset[AlgorithmName], Field(min_length=1)]
    types: Annotated[frozenset[Literal["at+jwt", "JWT"]], Field(min_length=1)] = frozenset({"at+jwt"})
    max_lifetime_seconds: Annotated[int, Field(ge=30, le=MOST_SECONDS)] = 600
    claims: Claims
    assurance_values: Annotated[frozenset[Annotated[Text, AfterValidator(_substantial)]], Field(min_length=1)]
    organisations: Mapping[Text, Organisation] = {}
    """What each value of the organisation claim is, where it is no CVR number itself. Then no other value is one."""
    units: Mapping[Text, Organisation] = {}
    """Likewise of the unit claim, for those whom the organisation claim does not tell apart, or says nothing of."""
    roles: Annotated[tuple[RoleRule, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _keys_of_one_kind(self) -> Self:
        if (self.jwks_url is None) == (not self.keys):
            raise ValueError("needs either jwks_url or keys")
        if (self.claims.unit is None) != (not self.units):
            raise ValueError("needs both claims.unit and units, or neither")
        if len(self.static_keys()) != len(self.keys):
            raise ValueError("has a key that cannot be used: public, with a kid of its own, for one of its algorithms")
        return self

    def static_keys(self) -> dict[str, IssuerKey]:
        """Those that stand in the file, by kid."""
        found = [key_of(each, self.algorithms) for each in self.keys]
        return dict(filter(None, found))

    def trusted(self) -> ssl.SSLContext | None:
        """Who may vouch for `jwks_url`, as the file says now; None for the public authorities.

        Raises:
            OSError: the file cannot be read any more.
        """
        return _trusting(self.ca_file) if self.ca_file else None

    def functions(self, values: frozenset[str], track: str | None) -> frozenset[str]:
        """What these values of the role claim confirm to a client of a track."""
        rules = [rule for rule in self.roles if rule.value in values and rule.track in {None, track}]
        return frozenset(function for rule in rules for function in rule.functions)


class _File(_Strict):
    issuer: tuple[Issuer, ...] = ()


def load_issuers(path: Path | None, *, own: str) -> tuple[Issuer, ...]:
    """Read the file; none where there is none.

    Args:
        path: of the file.
        own: the issuer of our own tokens.

    Raises:
        IssuersError: it cannot be used.
    """
    if path is None:
        return ()
    try:
        found = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).issuer
    except OSError as error:
        raise IssuersError(f"The issuers in {path} cannot be read ({error.strerror}): see APP_ISSUERS_FILE.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise IssuersError(f"The issuers in {path} are not TOML.") from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_context=False, include_url=False)[0]
        place = ".".join(str(step + 1) if isinstance(step, int) else step for step in first["loc"])
        raise IssuersError(f"The issuers in {path} cannot be used: {place}: {first['msg']}.") from None
    for what, values in (("name", [each.name for each in found]), ("issuer", [each.issuer for each in found])):
        if len(set(values)) != len(values):
            raise IssuersError(f"The issuers in {path} cannot be used: two have the same {what}.")
    if own in {each.issuer for each in found}:
        raise IssuersError(f"The issuers in {path} cannot be used: {own} is this service itself.")
    return found
