"""Whom PostgreSQL runs as: it refuses to run as root, who one often is in a container or in CI."""

import logging
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import pwd

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class SystemAccount:
    """An account of the operating system."""

    uid: int
    gid: int

    @property
    def subprocess_arguments(self) -> dict[str, Any]:
        """What `subprocess.run` needs to start a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Hand `path` over to the account."""
        if sys.platform != "win32":
            os.chown(path, self.uid, self.gid)

    def let_reach(self, folder: Path) -> None:
        """Let the account pass through (not list) every folder on the way to `folder`, and itself.

        Only the search bit is added, only where it is missing, and the log says so: a checkout in
        /root or in a private temporary folder is otherwise closed to everybody but root.
        """
        for step in (*reversed(folder.parents), folder):
            status = step.stat()
            needed = self._bit(status, stat.S_IXUSR, stat.S_IXGRP, stat.S_IXOTH)
            if not status.st_mode & needed:
                logger.warning("Letting PostgreSQL's account pass through %s (chmod +x)", step)
                step.chmod(stat.S_IMODE(status.st_mode) | needed)

    def let_read(self, folder: Path) -> None:
        """Let everybody read `folder` and run what its owner may run in it.

        Needed where packages were installed under a umask such as 077.
        """
        for path in (folder, *folder.rglob("*")):
            mode = stat.S_IMODE(path.lstat().st_mode)
            wanted = mode | stat.S_IRGRP | stat.S_IROTH
            if mode & stat.S_IXUSR:
                wanted |= stat.S_IXGRP | stat.S_IXOTH
            if wanted != mode and not path.is_symlink():
                path.chmod(wanted)

    def _bit(self, status: os.stat_result, user: int, group: int, others: int) -> int:
        if status.st_uid == self.uid:
            return user
        return group if status.st_gid == self.gid else others


def account_for(folder: Path) -> SystemAccount | None:
    """The account to run PostgreSQL as when we are root; `None`: as ourselves.

    An existing `folder` keeps the account that owns it. A new one goes to whoever called sudo, else
    to the account `postgres` where there is one, else to `nobody`: none is created for a demo.
    """
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    if folder.exists() and (owner := folder.stat()).st_uid != 0:
        return SystemAccount(owner.st_uid, owner.st_gid)
    names = (os.environ.get("SUDO_USER"), "postgres", "nobody")
    for name in names:
        try:
            entry = pwd.getpwnam(name or "")
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return SystemAccount(entry.pw_uid, entry.pw_gid)
    message = "PostgreSQL does not run as root, and this system has no account `postgres` or `nobody`"
    raise LookupError(message)
