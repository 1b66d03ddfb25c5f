"""Pseudonymised rows, where a controller has declared you the recipient: a key to seal to, and the rows as CSV.

    python examples/vive/pseudonymised.py make-key seal.pem
    python examples/vive/pseudonymised.py pull URL CLIENT_ID secret.pem seal.pem AGREEMENT_ID rows.csv

`make-key` prints the public half as it stands in the declaration's `recipient_key`; the private half stays with you,
and is not the one you sign in by. `pull` asks for an extract, waits, and opens its rows. Pull again before each use, in
place of what you had: whoever has withdrawn is not in it any more.
"""

import base64
import csv
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import httpx
from api import Platform, read_key
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

PATH = "/v1/pseudonymised-extracts"
KID = "2026-01"
PAUSE_SECONDS = 2


def make_key(path: Path) -> dict[str, str]:
    """Write a private key for its owner only; the public half as a JWK."""
    key = ec.generate_private_key(ec.SECP256R1())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    point = key.public_key().public_numbers()
    return {"kty": "EC", "crv": "P-256", "x": b64(point.x.to_bytes(32, "big")), "y": b64(point.y.to_bytes(32, "big"))}


def opened(key: ec.EllipticCurvePrivateKey, sealed: str) -> dict[str, Any]:
    """What is in a row: JWE in compact form, ECDH-ES on P-256 with A256GCM. Any JOSE library does the same."""
    protected, _, nonce, content, tag = sealed.split(".")
    epk = json.loads(unb64(protected))["epk"]
    x, y = (int.from_bytes(unb64(epk[name]), "big") for name in ("x", "y"))
    shared = key.exchange(ec.ECDH(), ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key())
    about = b"\0\0\0\x07A256GCM" + bytes(8) + (256).to_bytes(4, "big")
    derived = ConcatKDFHash(SHA256(), 32, about).derive(shared)
    plain = AESGCM(derived).decrypt(unb64(nonce), unb64(content) + unb64(tag), protected.encode())
    return dict(json.loads(plain))


def pull(platform: Platform, key: ec.EllipticCurvePrivateKey, agreement_id: str, into: Path) -> int:
    """A new extract into a file for its owner only; how many rows it has."""
    extract = platform.post(PATH, {"agreement_id": agreement_id}).json()
    while extract["status"] == "waiting":
        time.sleep(PAUSE_SECONDS)
        extract = platform.get(f"{PATH}/{extract['id']}").json()
    if extract["status"] != "built":
        raise SystemExit(f"The extract was not made: {extract['error']}")
    rows: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = platform.get(f"{PATH}/{extract['id']}/rows", params={"limit": "200", **cursor}).json()
        rows += [opened(key, each["sealed"]) for each in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    into.unlink(missing_ok=True)
    with os.fdopen(
        os.open(into, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", newline="", encoding="utf-8"
    ) as file:
        out = csv.DictWriter(file, list(rows[0]) if rows else [])
        out.writeheader()
        out.writerows(rows)
    return len(rows)


def b64(content: bytes) -> str:
    """base64url without padding, as JOSE has it."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    """The reverse."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def main(arguments: list[str]) -> None:
    """One of the two commands."""
    match arguments:
        case ["make-key", path]:
            print(json.dumps(make_key(Path(path))))
        case ["pull", url, client_id, secret, seal, agreement_id, into]:
            with httpx.Client(base_url=url, timeout=60) as http:
                platform = Platform(http, client_id, read_key(Path(secret)), KID)
                print(f"{pull(platform, read_key(Path(seal)), agreement_id, Path(into))} rows in {into}.")
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
