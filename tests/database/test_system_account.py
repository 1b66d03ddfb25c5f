import os
import stat
import sys
from pathlib import Path

import pytest

from app.database.system_account import SystemAccount, account_for

# On Windows there is no account to change to: `account_for` answers None, and mode bits mean nothing.
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folder modes")

STRANGER = SystemAccount(uid=54321, gid=54321)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_reaching_a_folder_opens_the_way_and_not_the_view(tmp_path: Path) -> None:
    way = tmp_path / "closed" / "open" / "goal"
    way.mkdir(parents=True)
    tmp_path.chmod(0o700)
    (tmp_path / "closed").chmod(0o700)
    STRANGER.let_reach(way)
    assert mode(tmp_path / "closed") == 0o701
    assert mode(tmp_path / "closed/open") == 0o755
    assert mode(way) == 0o755


def test_reaching_ones_own_folder_changes_nothing_for_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    owner = tmp_path.stat()
    SystemAccount(owner.st_uid, owner.st_gid).let_reach(tmp_path)
    assert mode(tmp_path) == 0o700


def test_reading_a_folder_keeps_programs_programs(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir(mode=0o700)
    (package / "program").touch(mode=0o700)
    (package / "library").touch(mode=0o600)
    (package / "link").symlink_to("nowhere")
    STRANGER.let_read(package)
    assert mode(package) == 0o755
    assert mode(package / "program") == 0o755
    assert mode(package / "library") == 0o644


def test_who_is_not_root_stays_who_he_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert account_for(tmp_path) is None


def test_root_takes_another_account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("SUDO_USER", "root")
    account = account_for(tmp_path / "new")
    assert account is not None
    assert account.uid != 0


# Only root may give files to another account, so nobody else can set the scene; for them there is nothing to hand over.
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only for root")
def test_an_existing_folder_keeps_its_account(tmp_path: Path) -> None:
    os.chown(tmp_path, 54321, 54322)
    assert account_for(tmp_path) == SystemAccount(54321, 54322)
