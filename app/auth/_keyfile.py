"""Reading and replacing the one file that holds every secret, without ever losing one.

Losing a master key loses each name and address encrypted under it, so a file is never
overwritten blindly: whoever replaces it must have read what lies there now.
"""

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_POSIX = os.name == "posix"  # elsewhere the mode bits mean nothing


class KeyRingError(Exception):
    """The key ring cannot be used; the message says what to do and holds no secret."""


class Identity(NamedTuple):
    """What changes when a file is replaced or edited."""

    modified_ns: int
    inode: int
    size: int
    mode: int


def identity_of(status: os.stat_result) -> Identity:
    """Return what to compare with later to see whether the file is still the same."""
    return Identity(status.st_mtime_ns, status.st_ino, status.st_size, status.st_mode)


def digest_of(content: bytes) -> str:
    """Return what stands for a content whose secrets need not stay in memory."""
    return hashlib.sha256(content).hexdigest()


def read_private(path: Path) -> tuple[bytes, Identity]:
    """Read a file that only its owner may read.

    The permissions are those of the file that was opened, not of the name: nothing can be
    exchanged in between.

    Raises:
        KeyRingError: it is missing, unreadable or open to others.
    """
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            content = file.read()
    except FileNotFoundError:
        raise KeyRingError(
            f"There is no key ring at {path}. Restore it from the backup: what was encrypted under lost keys stays "
            "unreadable. Only a new installation gets another: by `python -m app migrate`, or in the demo by "
            "`python -m app serve`."
        ) from None
    except OSError as error:
        raise KeyRingError(f"The key ring {path} cannot be read: {error.strerror}.") from None
    if _POSIX and status.st_mode & _OTHERS:
        raise KeyRingError(
            f"The key ring {path} is open to other users (mode "
            f"{stat.S_IMODE(status.st_mode):04o}). Run: chmod 600 {path}. Then consider whether "
            "somebody has read it, and rotate the keys if so."
        )
    return content, identity_of(status)


def write_private(path: Path, content: bytes, *, replaces: str | None) -> None:
    """Write a file that only its owner may read (0600), whole or not at all, also on power loss.

    `replaces` is the digest of what was read before, None for a new file. The file beside it,
    created exclusively, is the lock against two commands at once.

    Raises:
        KeyRingError: the file holds something else by now, or cannot be written.
    """
    beside = path.with_name(path.name + ".new")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise KeyRingError(
            f"{beside} exists: another command is changing the key ring. If none is running, "
            "one was interrupted: remove that file and run the command again."
        ) from None
    except OSError as error:
        raise KeyRingError(f"The key ring {path} cannot be written: {error.strerror}.") from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _refuse_if_changed(path, replaces)
        beside.replace(path)
    except BaseException as error:
        # Only now: after the replacement that name may be another command's lock.
        with suppress(OSError):
            beside.unlink()
        if not isinstance(error, OSError):
            raise
        raise KeyRingError(f"The key ring {path} cannot be written: {error.strerror}.") from None
    _sync_folder(path.parent)


def _refuse_if_changed(path: Path, replaces: str | None) -> None:
    present = digest_of(path.read_bytes()) if path.exists() else None
    if present == replaces or present is None:
        return
    if replaces is None:
        raise KeyRingError(
            f"There is a key ring at {path} already. It is never overwritten: move it away first, "
            "and keep it as long as anything encrypted under it is kept."
        )
    raise KeyRingError(
        f"The key ring {path} was changed by somebody else since it was read. Nothing was "
        "written: run the command again."
    )


def _sync_folder(folder: Path) -> None:
    # The new name itself must survive a power loss; only POSIX can open a folder for that.
    if not _POSIX:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
