"""Where the embedded server's socket lies: its path must be short and plain.

Wherever it is, the folder is the server account's alone: who reaches the socket is trusted.
"""

import hashlib
import os
import re
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from app.database.system_account import SystemAccount

SOCKET_PORT = 5432
"""Part of the socket's name; nothing listens on TCP."""
_PATH_BYTES = 103  # what macOS allows; Linux allows 107
_PLAIN = re.compile(r"[\w ./+-]+")  # ":" and "," in a host have a meaning to the drivers


class SocketFolderError(RuntimeError):
    """There is no safe folder for the socket; the message says what to do."""


def folder_for_socket(cluster: Path, account: SystemAccount | None) -> Path:
    """The cluster's own folder where a socket may lie there, else a private temporary one.

    Raises:
        SocketFolderError: Somebody else made a folder of the temporary one's name.
    """
    if _usable(cluster):
        return cluster
    name = f"interventionsmodellen-{hashlib.sha256(os.fsencode(cluster)).hexdigest()[:16]}"
    folder = Path(tempfile.gettempdir()) / name
    if not _usable(folder):
        folder = Path("/tmp") / name  # noqa: S108 -- checked below
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        if account:
            account.own(folder)
    status = folder.lstat()
    private = stat.S_ISDIR(status.st_mode) and not status.st_mode & 0o077
    if not private or (account.uid if account else _ourselves()) != status.st_uid:
        message = f"{folder} exists, and is not a folder that only we may read: remove it."
        raise SocketFolderError(message)
    return folder


def _usable(folder: Path) -> bool:
    """Whether a socket in `folder` has a path that the system and the drivers take."""
    length = len(os.fsencode(folder / f".s.PGSQL.{SOCKET_PORT}"))
    return length <= _PATH_BYTES and _PLAIN.fullmatch(str(folder)) is not None


def _ourselves() -> int:
    return -1 if sys.platform == "win32" else os.geteuid()
