import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.database.file_lock import FileLock

_HOLD = """
import sys
from pathlib import Path
from app.database.file_lock import FileLock
lock = FileLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.lock"


def test_many_hold_it_shared_and_none_alone_meanwhile(path: Path) -> None:
    one, other, third = FileLock(path), FileLock(path), FileLock(path)
    assert one.acquire(shared=True)
    assert other.acquire(shared=True)
    assert not third.acquire(wait=False)
    one.release()
    assert not third.acquire(wait=False)
    other.release()
    assert third.acquire(wait=False)
    assert not one.acquire(shared=True, wait=False)
    third.release()


def test_release_is_harmless_when_not_held(path: Path) -> None:
    lock = FileLock(path)
    lock.release()
    assert lock.acquire()
    lock.release()
    lock.release()
    assert not lock.held


def test_shared_may_become_exclusive_for_the_last_holder(path: Path) -> None:
    one, other = FileLock(path), FileLock(path)
    one.acquire(shared=True)
    other.acquire(shared=True)
    assert not one.acquire(wait=False)
    assert other.acquire(wait=False)
    other.release()


# Windows kills no process by a signal; its locks end with the handle all the same.
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_killed_holder_holds_nothing(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        lock = FileLock(path)
        assert not lock.acquire(wait=False)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        assert lock.acquire(wait=False)
        lock.release()
