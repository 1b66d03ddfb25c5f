"""Password verifiers, against the example of RFC 7677."""

import base64
import hashlib
import hmac

import pytest

from app.database.scram import verifier

SALT = base64.b64decode("W22ZaJ0SNY7soEsUEjb6gQ==")
CLIENT_NONCE, SERVER_NONCE = "rOprNGfwEbeRWgbNEkqO", "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
EXCHANGE = f"n=user,r={CLIENT_NONCE},r={SERVER_NONCE},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r={SERVER_NONCE}"
CLIENT_PROOF = base64.b64decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
SERVER_SIGNATURE = base64.b64decode("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")


def test_the_example_of_the_standard() -> None:
    scheme, how, keys = verifier("pencil", SALT).split("$")
    stored_key, server_key = map(base64.b64decode, keys.split(":"))

    assert (scheme, how) == ("SCRAM-SHA-256", "4096:W22ZaJ0SNY7soEsUEjb6gQ==")
    assert hmac.digest(server_key, EXCHANGE.encode(), "sha256") == SERVER_SIGNATURE
    signature = hmac.digest(stored_key, EXCHANGE.encode(), "sha256")
    client_key = bytes(a ^ b for a, b in zip(CLIENT_PROOF, signature, strict=True))
    assert hashlib.sha256(client_key).digest() == stored_key


def test_each_has_a_salt_of_its_own() -> None:
    assert verifier("pencil") != verifier("pencil")


def test_what_would_have_to_be_prepared_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        verifier("blyant med ø")
