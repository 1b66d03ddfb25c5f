"""Passwords as PostgreSQL keeps them (SCRAM-SHA-256, RFC 5802 and 7677), so that it never sees one.

A password in ALTER ROLE stands in clear in the server's log where statements are logged.
"""

import hashlib
import hmac
import secrets
from base64 import b64encode

ITERATIONS = 4096
"""As PostgreSQL's own. The passwords are 32 random bytes: it is not the iterations that keep them."""


def verifier(password: str, salt: bytes | None = None) -> str:
    """What `ALTER ROLE ... PASSWORD` takes in place of the password.

    Args:
        password: ASCII, as the key ring makes them: others would have to be prepared first (SASLprep).
        salt: 16 random bytes when absent.

    Raises:
        UnicodeEncodeError: not ASCII.
    """
    salt = salt or secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode("ascii"), salt, ITERATIONS)
    stored_key = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server_key = hmac.digest(salted, b"Server Key", "sha256")
    salt64, stored64, server64 = (b64encode(each).decode() for each in (salt, stored_key, server_key))
    return f"SCRAM-SHA-256${ITERATIONS}:{salt64}${stored64}:{server64}"
