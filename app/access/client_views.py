"""Clients as they go in and out. A secret goes out once, when it is made; a hash never does."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, JsonValue, WithJsonSchema

from app.common.lists import distinct
from app.common.moments import Moment
from app.common.views import Strict, example
from app.database.columns import Track
from app.gate.paging import Flag, PageQuery
from app.organisations.states import Function
from app.organisations.views import Functions

MAX_KEYS = 5

_JWK_SCHEMA = {
    "type": "object",
    "title": "PublicJwk",
    "description": "A public key on P-256 (RFC 7517, RFC 7518 § 6.2).",
    "properties": {
        "kty": {"const": "EC", "type": "string"},
        "crv": {"const": "P-256", "type": "string"},
        "x": {"type": "string", "description": "base64url, 32 bytes"},
        "y": {"type": "string", "description": "base64url, 32 bytes"},
        "kid": {"type": "string", "minLength": 1, "maxLength": 128},
        "use": {"const": "sig", "type": "string"},
        "alg": {"const": "ES256", "type": "string"},
        "key_ops": {"type": "array", "items": {"const": "verify", "type": "string"}},
    },
    "required": ["kty", "crv", "x", "y", "kid"],
    "additionalProperties": False,
}
# The schema is for readers; what is wrong with a key is said by `app.auth.assertions`, in better words.
Jwk = Annotated[dict[str, JsonValue], WithJsonSchema(_JWK_SCHEMA)]
TokenScope = Annotated[str, Field(pattern=r"^[a-z_]{1,60}:(create|read|update)$", examples=["citizen:read"])]


_EXAMPLE_KEY = {
    "kty": "EC",
    "crv": "P-256",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    "kid": "2026-01",
}


class ExternalIdentity(Strict):
    """Whose tokens it uses in place of ours: a user of an identity provider that is believed here."""

    model_config = example({"issuer": "https://broker.example", "subject": "8b2c51d0-6a1e-4b0c-9d9c-2f3c1d7b5a10"})

    issuer: Annotated[str, Field(min_length=1, max_length=255, description="One of the configured, to the letter.")]
    subject: Annotated[
        str, Field(min_length=1, max_length=255, pattern=r"^[!-~]+$", description="What it calls the user.")
    ]


class ClientIn(Strict):
    """A system, or a user's screen. It proves itself by one of its keys; by a secret in the demo only.

    Or, with `external_identity`, by another issuer's tokens, and by nothing else.
    """

    model_config = example(
        {
            "organisation_id": "0b8f2f6e-3c1d-4c39-9a55-1f7f0a4a2b10",
            "functions": ["integration"],
            "track": "victim",
            "scopes": ["citizen:read", "referral:read"],
            "public_keys": [_EXAMPLE_KEY],
        }
    )

    organisation_id: UUID
    functions: Functions
    track: Track | None = Field(default=None, description="An NGO's client works in one track that the NGO serves.")
    staff_id: UUID | None = Field(
        default=None, description="The user behind the screen, whose track and functions count; absent for a system."
    )
    scopes: Annotated[
        list[TokenScope],
        Field(max_length=200, description="All that its tokens may carry; none stands for all of its role."),
        AfterValidator(distinct),
    ] = Field(default_factory=list)
    public_keys: Annotated[list[Jwk], Field(max_length=MAX_KEYS)] = Field(default_factory=list)
    with_secret: bool = Field(default=False, description="Demo mode only: make a secret, told once in the answer.")
    external_identity: ExternalIdentity | None = None


class PublicKeysIn(Strict):
    """All keys that a client signs in by from now on."""

    model_config = example({"public_keys": [_EXAMPLE_KEY]})

    public_keys: Annotated[list[Jwk], Field(min_length=1, max_length=MAX_KEYS)]


class ClientOut(BaseModel):
    """A client."""

    id: UUID
    client_id: str = Field(description="What it signs in as.")
    organisation_id: UUID
    staff_id: UUID | None
    track: Track | None
    functions: list[Function]
    scopes: list[str]
    public_keys: list[Jwk]
    has_secret: bool
    external_identity: ExternalIdentity | None
    enabled: bool
    created_at: AwareDatetime
    updated_at: AwareDatetime
    version: int


class NewClientOut(ClientOut):
    """A client just made, with its secret if it has one."""

    client_secret: str | None = Field(description="Told now and never again; only its hash is kept.")


class ClientList(PageQuery):
    """Filters of the list."""

    organisation_id: UUID | None = None
    enabled: Flag | None = None
    updated_since: Moment | None = None
