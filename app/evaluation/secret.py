"""The programme's secret, from which record keys are made: a file of its own beside the key ring, outside the database.

Only the process that builds releases reads it; what serves requests never does. It is never changed: the same citizen
must get the same key in every release, or two releases would tell apart who came and who went.
"""

import hmac
import os
import secrets
import stat
from pathlib import Path

_BYTES = 32
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


SECRETS_USED = "SELECT DISTINCT secret_check FROM release WHERE published_at IS NOT NULL AND secret_check IS NOT NULL"
"""By which secrets the releases that are out were built, each as `check_of` has it."""


class SecretMissingError(Exception):
    """There is no secret to be used; the message says what to do."""


class NoSecretError(SecretMissingError):
    """There is no file at all."""


def read_secret(path: Path) -> bytes:
    """Read it.

    Raises:
        SecretMissingError: it is missing, open to others, or damaged.
    """
    try:
        with path.open("rb") as file:
            mode, content = os.fstat(file.fileno()).st_mode, file.read()
    except OSError as error:
        kind = NoSecretError if isinstance(error, FileNotFoundError) else SecretMissingError
        raise kind(
            f"The programme's secret cannot be read at {path}: {error.strerror}. Restore it from the backup; a new one "
            "only before the first release: `python -m app releases secret`."
        ) from None
    if os.name == "posix" and mode & _OTHERS:
        raise SecretMissingError(f"{path} is open to other users. Run: chmod 600 {path}")
    try:
        found = bytes.fromhex(content.decode("ascii").strip())
    except ValueError:
        found = b""
    if len(found) != _BYTES:
        raise SecretMissingError(f"{path} is damaged: restore it from the backup.")
    return found


def make_secret(path: Path) -> None:
    """Make one, where there is none.

    Raises:
        FileExistsError: it is never replaced.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(_BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())


def check_of(secret: bytes) -> str:
    """What a release keeps of it, to notice that it is another one; nobody gets from it to the secret or to a key."""
    return hmac.digest(secret, b"release secret 1", "sha256").hex()[:16]
