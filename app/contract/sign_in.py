"""The bodies of sign-in and of the metadata, which are no views: forms as RFC 6749 has them, answers as the RFCs do."""

from collections.abc import Mapping
from typing import Any

JSON = dict[str, Any]

FORMS: Mapping[str, JSON] = {
    "TokenRequest": {
        "type": "object",
        "required": ["grant_type"],
        "properties": {
            "grant_type": {"type": "string", "enum": ["client_credentials"]},
            "scope": {"type": "string", "description": "Ask for less than the client may have."},
            "client_id": {"type": "string"},
            "client_assertion_type": {"type": "string"},
            "client_assertion": {"type": "string", "description": "A JWT signed by the client (RFC 7523)."},
        },
    },
    "PresentedToken": {
        "type": "object",
        "required": ["token"],
        "properties": {
            "token": {"type": "string"},
            "token_type_hint": {"type": "string"},
            "client_id": {"type": "string"},
            "client_assertion_type": {"type": "string"},
            "client_assertion": {"type": "string"},
        },
    },
}
_TEXT: JSON = {"type": "string", "maxLength": 4096}
_WORDS: JSON = {"type": "array", "items": {"type": "string", "maxLength": 200}}
_SECONDS: JSON = {"type": "integer", "minimum": 0}


def _object(description: str, required: str, **properties: JSON) -> JSON:
    return {"type": "object", "description": description, "required": required.split(), "properties": properties}


BODIES: Mapping[str, JSON] = {
    **FORMS,
    "Contract": {"type": "object", "description": "An OpenAPI 3.1 document.", "additionalProperties": True},
    "Token": _object(
        "An access token.",
        "access_token token_type expires_in scope",
        access_token={**_TEXT, "maxLength": 16_384},
        token_type={"const": "Bearer"},
        expires_in={**_SECONDS, "description": "Seconds that the token lives."},
        scope={**_TEXT, "maxLength": 16_384, "description": "What the token may, parted by spaces."},
    ),
    "Revoked": {"type": "object", "description": "Nothing: the token is no longer accepted.", "maxProperties": 0},
    "Introspection": _object(
        "What a token says, while it is accepted; else `active` alone.",
        "active",
        active={"type": "boolean"},
        client_id=_TEXT,
        sub=_TEXT,
        scope={**_TEXT, "maxLength": 16_384},
        exp=_SECONDS,
        iat=_SECONDS,
        token_type={"const": "Bearer"},
        organisation_id={"type": "string", "format": "uuid"},
    ),
    "ServerMetadata": {
        **_object(
            "Where and how tokens are obtained.",
            "issuer token_endpoint jwks_uri",
            issuer={"type": "string", "format": "uri"},
            token_endpoint={"type": "string", "format": "uri"},
            jwks_uri={"type": "string", "format": "uri"},
            grant_types_supported=_WORDS,
            token_endpoint_auth_methods_supported=_WORDS,
            scopes_supported=_WORDS,
        ),
        "additionalProperties": True,
    },
    "SigningKeys": _object(
        "The public keys of this server's tokens.",
        "keys",
        keys={
            "type": "array",
            "items": _object(
                "A key (RFC 7517).",
                "kty kid",
                kty={"type": "string", "maxLength": 10},
                kid={"type": "string", "maxLength": 200},
                use={"type": "string", "maxLength": 10},
                alg={"type": "string", "maxLength": 20},
                crv={"type": "string", "maxLength": 20},
                x={"type": "string", "maxLength": 200},
                y={"type": "string", "maxLength": 200},
            ),
        },
    ),
}
"""Forms and answers, by the names that a generated client gives them."""
ANSWERS: Mapping[str, str] = {
    "getContract": "Contract",
    "getContractOfRole": "Contract",
    "obtainToken": "Token",
    "revokeToken": "Revoked",
    "introspectToken": "Introspection",
    "getAuthorizationServerMetadata": "ServerMetadata",
    "getSigningKeys": "SigningKeys",
}
"""What operations answer with that have no view."""

_TOKEN = "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJseXNuaW5nZW4ifQ.c2lnbmF0dXI"  # noqa: S105 - an example
_HERE = "http://127.0.0.1:8000"
EXAMPLES: Mapping[str, Any] = {
    "getContract": {"openapi": "3.1.0", "info": {"title": "Interventionsmodellen", "version": "1.0.0"}, "paths": {}},
    "getContractOfRole": {"openapi": "3.1.0", "info": {"title": "Interventionsmodellen (ngo)", "version": "1.0.0"}},
    "obtainToken": {
        "access_token": _TOKEN,
        "token_type": "Bearer",
        "expires_in": 600,
        "scope": "citizen:read contact:read",
    },
    "revokeToken": {},
    "introspectToken": {"active": True, "client_id": "lysningen-caseworker-victim", "scope": "citizen:read"},
    "getAuthorizationServerMetadata": {
        "issuer": _HERE,
        "token_endpoint": f"{_HERE}/oauth/token",
        "jwks_uri": f"{_HERE}/.well-known/jwks.json",
        "grant_types_supported": ["client_credentials"],
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
    },
    "getSigningKeys": {
        "keys": [
            {
                "kty": "EC",
                "kid": "2026-01",
                "use": "sig",
                "alg": "ES256",
                "crv": "P-256",
                "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
            }
        ]
    },
}
"""What they answer with, for example."""
FORM_EXAMPLES: Mapping[str, JSON] = {
    "TokenRequest": {
        "grant_type": "client_credentials",
        "scope": "citizen:read contact:read",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": "eyJhbGciOiJFUzI1NiIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJyYW5kZXJzIn0.c2lnbmF0dXI",
    },
    "PresentedToken": {"token": _TOKEN, "token_type_hint": "access_token"},
}
"""The forms, filled in."""
