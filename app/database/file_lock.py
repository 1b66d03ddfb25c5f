"""A lock between processes, which the operating system takes back however its holder dies.

On POSIX this is `flock`: it belongs to the opened file, so two holders in one process are told
apart (the `lockf` of the package fasteners belongs to the process). Windows has no `flock`; there
fasteners serves.
"""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import fasteners
else:
    import fcntl


class FileLock:
    """One holder's handle on the lock file at `path`, which is created and never deleted."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.held = False
        """Whether this handle holds the lock."""

    def acquire(self, *, shared: bool = False, wait: bool = True) -> bool:
        """Take the lock, with others (`shared`) or alone; answers whether it was got.

        A held lock is first let go of: it does not change from shared to exclusive in one step.
        """
        self.release()
        self.held = self._acquire(shared=shared, wait=wait)
        return self.held

    def release(self) -> None:
        """Let go; harmless when not held."""
        if self.held:
            self.held = False
            self._release()

    if sys.platform == "win32":

        def _acquire(self, *, shared: bool, wait: bool) -> bool:
            self._lock = fasteners.InterProcessReaderWriterLock(self._path)
            take = self._lock.acquire_read_lock if shared else self._lock.acquire_write_lock
            self._shared = shared
            return bool(take(blocking=wait))

        def _release(self) -> None:
            let_go = self._lock.release_read_lock if self._shared else self._lock.release_write_lock
            let_go()

    else:

        def _acquire(self, *, shared: bool, wait: bool) -> bool:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
                fcntl.flock(self._file, kind if wait else kind | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(self._file)
                return False
            except BaseException:  # Ctrl-C while waiting must not leak the file
                os.close(self._file)
                raise
            return True

        def _release(self) -> None:
            os.close(self._file)
