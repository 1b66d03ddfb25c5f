"""How a case system signs in with a key of its own (private_key_jwt, RFC 7523). Needs `cryptography`, nothing else.

python examples/sign_in.py make-key secret.pem [KEY_ID] > public.json     # the public half goes to the operator
python examples/sign_in.py token secret.pem CLIENT_ID URL [KEY_ID]        # prints a token, good for ten minutes

KEY_ID is the key's name (`kid`) as it is registered, and 2026-01 where none is given; a client's next key has another.
"""

import base64
import json
import os
import sys
import time
import urllib.parse
import urllib.request
import uuid
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

KEY_ID = "2026-01"


def b64(content: bytes) -> str:
    """base64url without padding, as JOSE has it."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def make_key(path: Path, kid: str = KEY_ID) -> None:
    """Write a private key for its owner only, and print the public half as a JWK."""
    key = ec.generate_private_key(ec.SECP256R1())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    numbers = key.public_key().public_numbers()
    point = {"x": b64(numbers.x.to_bytes(32, "big")), "y": b64(numbers.y.to_bytes(32, "big"))}
    print(json.dumps({"kty": "EC", "crv": "P-256", **point, "kid": kid}))


def assertion(key: ec.EllipticCurvePrivateKey, client_id: str, issuer: str, kid: str) -> str:
    """Say who one is: signed, good for one request within a minute."""
    now = int(time.time())
    header = {"alg": "ES256", "typ": "JWT", "kid": kid}
    claims = {"iss": client_id, "sub": client_id, "aud": issuer, "iat": now, "exp": now + 60, "jti": str(uuid.uuid4())}
    signed = ".".join(b64(json.dumps(part).encode()) for part in (header, claims))
    r, s = utils.decode_dss_signature(key.sign(signed.encode(), ec.ECDSA(SHA256())))
    return f"{signed}.{b64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def token(path: Path, client_id: str, url: str, kid: str = KEY_ID) -> str:
    """Exchange an assertion for an access token."""
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise SystemExit(f"{path} is not a key on P-256")
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion(key, client_id, url, kid),
    }
    request = urllib.request.Request(f"{url}/oauth/token", urllib.parse.urlencode(form).encode())  # noqa: S310
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the address is the caller's own
        return str(json.load(answer)["access_token"])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make-key", path, *kid] if len(kid) <= 1:
            make_key(Path(path), *kid)
        case ["token", path, client_id, url, *kid] if len(kid) <= 1:
            print(token(Path(path), client_id, url, *kid))
        case _:
            raise SystemExit(__doc__)
