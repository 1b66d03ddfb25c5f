"""The key ring, its file, and a rotation that acts in a running server."""

import base64
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, SECP384R1, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from joserfc.jwk import KeySet

from app.auth.assertions import public_jwk_problem
from app.auth.keys import JWKS_CACHED, KeyRing, KeyRingError, KeyRingFile

START = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved; for both wall and monotonic time."""

    def __init__(self) -> None:
        self.passed = 0.0

    def wall(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def saved(path: Path, clock: Clock) -> KeyRing:
    ring = KeyRing.generate("demo", clock=clock.wall)
    ring.save(path)
    return ring


def edit(path: Path, **changes: Any) -> None:
    document = json.loads(path.read_text())
    path.write_text(json.dumps({**document, **changes}))


class TestRing:
    def test_a_new_ring_has_one_of_each(self) -> None:
        ring = KeyRing.generate("production")
        assert ring.purpose == "production"
        assert list(ring.verification_keys) == [ring.signing_key.kid]
        assert list(ring.master_keys) == [ring.current_master.id]
        assert len(ring.current_master.key) == 32
        assert len(ring.index_secret) == len(ring.cursor_secret) == 32
        assert set(ring.database_passwords) == {"case", "evaluator", "answerer", "builder", "deliverer"}

    def test_no_two_secrets_are_the_same(self) -> None:
        rings = [KeyRing.generate("demo") for _ in range(2)]
        values = [
            value
            for ring in rings
            for value in (
                ring.current_master.key,
                ring.index_secret,
                ring.cursor_secret,
                ring.signing_key.kid,
                *ring.database_passwords.values(),
            )
        ]
        assert len(set(values)) == len(values) == 18

    def test_passwords_fit_into_a_url(self) -> None:
        for password in KeyRing.generate("demo").database_passwords.values():
            assert len(password) >= 40
            assert password.replace("-", "").replace("_", "").isalnum()

    def test_jwks_is_public_and_names_keys_by_thumbprint(self) -> None:
        ring = KeyRing.generate("demo")
        (jwk,) = ring.jwks()["keys"]
        assert set(jwk) == {"kty", "crv", "x", "y", "kid", "use", "alg"}
        assert (jwk["use"], jwk["alg"], jwk["kid"]) == ("sig", "ES256", ring.signing_key.kid)
        assert public_jwk_problem(jwk) is None
        (theirs,) = KeySet.import_key_set(ring.jwks()).keys  # type: ignore[arg-type]
        assert theirs.thumbprint() == jwk["kid"]

    def test_nothing_shows_a_secret(self, saved: KeyRing, path: Path) -> None:
        document = json.loads(path.read_text())
        shown = f"{saved!r} {vars(saved)!r} {saved.signing_key!r} {saved.current_master!r}"
        hidden = [
            document["index_secret"],
            document["cursor_secret"],
            document["master"][0]["key"],
            *document["database_passwords"].values(),
            document["signing"][0]["private_pem"].splitlines()[1],
            repr(saved.current_master.key),
        ]
        assert not [secret for secret in hidden if secret in shown]


class TestRotation:
    def test_a_published_key_is_known_before_it_signs(self) -> None:
        ring = KeyRing.generate("demo")
        first = ring.signing_key.kid
        second = ring.publish_next()
        assert ring.signing_key.kid == first
        assert list(ring.verification_keys) == [first, second]
        assert [key["kid"] for key in ring.jwks()["keys"]] == [first, second]

    def test_promotion_is_in_the_order_of_publication(self) -> None:
        ring = KeyRing.generate("demo")
        second, third = ring.publish_next(), ring.publish_next()
        assert ring.promote() == second == ring.signing_key.kid
        assert ring.promote() == third == ring.signing_key.kid

    def test_nothing_to_promote(self) -> None:
        ring = KeyRing.generate("demo")
        before = ring.signing_key.kid
        with pytest.raises(KeyRingError, match="Publish one first"):
            ring.promote()
        assert ring.signing_key.kid == before

    def test_a_retired_key_verifies_for_a_quarter_of_an_hour(self, clock: Clock) -> None:
        ring = KeyRing.generate("demo", clock=clock.wall)
        old = ring.signing_key.kid
        new = ring.rotate()
        assert set(ring.verification_keys) == {old, new}
        clock.passed = 899.9
        assert set(ring.verification_keys) == {old, new}
        clock.passed = 900
        assert set(ring.verification_keys) == {new}
        assert [key["kid"] for key in ring.jwks()["keys"]] == [new]

    def test_a_compromised_key_verifies_nothing_from_now_on(self, path: Path, clock: Clock) -> None:
        ring = KeyRing.generate("production", clock=clock.wall)
        ring.rotate()
        ring.publish_next()
        new = ring.replace_compromised()
        assert list(ring.verification_keys) == [new] == [ring.signing_key.kid]
        assert [key["kid"] for key in ring.jwks()["keys"]] == [new]
        ring.save(path)
        assert list(KeyRing.load(path, clock=clock.wall).verification_keys) == [new]
        with pytest.raises(KeyRingError, match="Publish one first"):
            ring.promote()

    def test_a_published_key_is_seen_when_no_cache_can_be_older(self, clock: Clock) -> None:
        ring = KeyRing.generate("demo", clock=clock.wall)
        assert ring.seen_in == timedelta(0)
        ring.publish_next()
        assert ring.seen_in == JWKS_CACHED
        clock.passed = 299
        assert ring.seen_in == timedelta(seconds=1)
        clock.passed = 301
        assert ring.seen_in == timedelta(0)

    def test_the_same_public_key_objects_each_time(self) -> None:
        ring = KeyRing.generate("demo")
        kid = ring.signing_key.kid
        assert ring.verification_keys[kid] is ring.verification_keys[kid]

    def test_a_new_master_key_leaves_the_old_ones(self) -> None:
        ring = KeyRing.generate("demo")
        old = ring.current_master
        new = ring.add_master_key()
        assert ring.current_master.id == new != old.id
        assert list(ring.master_keys) == [old.id, new]
        assert ring.master_keys[old.id] == old


class TestFile:
    def test_what_is_saved_is_loaded(self, path: Path, clock: Clock) -> None:
        ring = KeyRing.generate("production", clock=clock.wall)
        ring.rotate()
        ring.publish_next()
        ring.add_master_key()
        ring.save(path)
        again = KeyRing.load(path, clock=clock.wall)
        assert again.purpose == "production"
        assert again.jwks() == ring.jwks()
        assert again.verification_keys == ring.verification_keys
        assert again.signing_key.kid == ring.signing_key.kid
        assert again.master_keys == ring.master_keys
        assert again.current_master == ring.current_master
        assert again.index_secret == ring.index_secret
        assert again.cursor_secret == ring.cursor_secret
        assert again.database_passwords == ring.database_passwords
        clock.passed = 900  # the time of retirement was saved too
        assert set(again.verification_keys) == set(ring.verification_keys)
        assert len(again.verification_keys) == 2

    def test_it_is_readable_by_its_owner_only(self, path: Path) -> None:
        before = os.umask(0)
        try:
            KeyRing.generate("demo").save(path)
        finally:
            os.umask(before)
        assert path.stat().st_mode & 0o777 == 0o600
        assert [entry.name for entry in path.parent.iterdir()] == ["keys.json"]

    @pytest.mark.usefixtures("saved")
    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o620, 0o601, 0o644, 0o777])
    def test_it_is_refused_when_open_to_others(self, path: Path, mode: int) -> None:
        path.chmod(mode)
        with pytest.raises(KeyRingError, match=f"chmod 600 {path}"):
            KeyRing.load(path)

    def test_a_read_only_file_is_fine(self, saved: KeyRing, path: Path) -> None:
        path.chmod(0o400)
        assert KeyRing.load(path).jwks() == saved.jwks()

    def test_missing(self, path: Path) -> None:
        with pytest.raises(KeyRingError, match="Restore it from the backup"):
            KeyRing.load(path)

    def test_a_folder_or_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(KeyRingError, match="cannot be read"):
            KeyRing.load(tmp_path)
        with pytest.raises(KeyRingError, match="cannot be written"):
            KeyRing.generate("demo").save(tmp_path / "absent" / "keys.json")

    @pytest.mark.parametrize(
        "content",
        [b"", b"{", b"[]", b"null", b"{}", b"\xff\xfe", b"x" * 100, b'{"purpose":"demo"}'],
    )
    def test_corrupt(self, path: Path, content: bytes) -> None:
        path.touch(0o600)
        path.write_bytes(content)
        with pytest.raises(KeyRingError, match="damaged"):
            KeyRing.load(path)

    @pytest.mark.usefixtures("saved")
    def test_cut_short(self, path: Path) -> None:
        path.write_bytes(path.read_bytes()[:-20])
        with pytest.raises(KeyRingError, match="damaged"):
            KeyRing.load(path)

    @pytest.mark.usefixtures("saved")
    @pytest.mark.parametrize(
        "changes",
        [
            {"purpose": "test"},
            {"signing": []},
            {"master": []},
            {"index_secret": "c2hvcnQ="},
            {"index_secret": "not base64!"},
            {"cursor_secret": None},
            {"database_passwords": {"case": "x" * 40}},
            {"database_passwords": {"case": "", "evaluator": "", "answerer": "", "builder": ""}},
            {"extra": 1},
        ],
    )
    def test_content_that_cannot_be_right(self, path: Path, changes: dict[str, Any]) -> None:
        edit(path, **changes)
        with pytest.raises(KeyRingError, match="damaged") as caught:
            KeyRing.load(path)
        assert "not base64!" not in str(caught.value)

    def test_a_ring_from_before_there_was_a_login_serves_it_all_the_same(self, saved: KeyRing, path: Path) -> None:
        later = {"answerer", "deliverer"}
        passwords = {name: word for name, word in saved.database_passwords.items() if name not in later}
        edit(path, database_passwords=passwords)
        first, again = KeyRing.load(path), KeyRing.load(path)
        assert first.database_passwords == again.database_passwords
        assert {name: first.database_passwords[name] for name in passwords} == passwords
        assert len(set(first.database_passwords.values())) == 5
        others = KeyRing.generate("demo").database_passwords
        assert first.database_passwords["answerer"] != others["answerer"]
        assert first.database_passwords["deliverer"] != others["deliverer"]

    def test_states_that_cannot_be_right(self, saved: KeyRing, path: Path) -> None:
        saved.publish_next()
        saved.save(path)
        signing, published = json.loads(path.read_text())["signing"]
        retired_at = START.isoformat()
        for entries in (
            [published],
            [signing, {**published, "state": "signing"}],
            [signing, {**published, "state": "retired"}],
            [signing, {**published, "retired_at": retired_at}],
            [signing, {**published, "state": "retired", "retired_at": "2025-03-01T12:00:00"}],
            [signing, {**published, "kid": signing["kid"]}],
            [signing, {**published, "state": "lost"}],
        ):
            edit(path, signing=entries)
            with pytest.raises(KeyRingError, match="damaged"):
                KeyRing.load(path)
        edit(path, signing=[signing, {**published, "state": "retired", "retired_at": retired_at}])
        assert KeyRing.load(path).signing_key.kid == signing["kid"]

    @pytest.mark.usefixtures("saved")
    def test_two_master_keys_of_one_name(self, path: Path) -> None:
        master = json.loads(path.read_text())["master"]
        edit(path, master=master * 2)
        with pytest.raises(KeyRingError, match="damaged"):
            KeyRing.load(path)

    @pytest.mark.usefixtures("saved")
    def test_a_private_key_of_another_kind(self, path: Path) -> None:
        (entry,) = json.loads(path.read_text())["signing"]
        formats = (Encoding.PEM, PrivateFormat.PKCS8)
        p384 = generate_private_key(SECP384R1()).private_bytes(*formats, NoEncryption())
        locked = generate_private_key(SECP256R1()).private_bytes(*formats, BestAvailableEncryption(b"passphrase"))
        for pem in (p384.decode(), locked.decode(), "", "-----BEGIN PRIVATE KEY-----"):
            edit(path, signing=[{**entry, "private_pem": pem}])
            with pytest.raises(KeyRingError, match="not a P-256 key") as caught:
                KeyRing.load(path)
            assert "MII" not in str(caught.value)

    def test_a_new_ring_never_replaces_another(self, saved: KeyRing, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(KeyRingError, match="never overwritten"):
            KeyRing.generate("demo").save(path)
        assert path.read_bytes() == before
        saved.rotate()
        saved.save(path)  # what it wrote itself it may replace

    @pytest.mark.usefixtures("saved")
    def test_of_two_commands_at_once_the_second_loses_nothing(self, path: Path) -> None:
        first, second = KeyRing.load(path), KeyRing.load(path)
        master = first.add_master_key()
        first.save(path)
        second.rotate()
        with pytest.raises(KeyRingError, match="run the command again"):
            second.save(path)
        assert KeyRing.load(path).current_master.id == master
        assert [entry.name for entry in path.parent.iterdir()] == ["keys.json"]

    def test_while_another_command_writes(self, saved: KeyRing, path: Path) -> None:
        lock = path.with_name("keys.json.new")
        lock.touch()
        with pytest.raises(KeyRingError, match=r"remove that file"):
            saved.save(path)
        assert lock.exists()
        lock.unlink()
        saved.save(path)

    def test_an_interrupted_write_leaves_the_old_file(
        self, saved: KeyRing, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = path.read_bytes()

        def full(_descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        saved.rotate()
        with pytest.raises(KeyRingError, match="No space left"):
            saved.save(path)
        assert path.read_bytes() == before
        assert [entry.name for entry in path.parent.iterdir()] == ["keys.json"]

    def test_it_is_on_the_disk_before_it_has_its_name(
        self, saved: KeyRing, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        steps: list[str] = []
        fsync, replace = os.fsync, Path.replace

        def noting_fsync(descriptor: int) -> None:
            steps.append("fsync")
            fsync(descriptor)

        def noting_replace(source: Path, target: Path) -> Path:
            steps.append("replace")
            return replace(source, target)

        monkeypatch.setattr(os, "fsync", noting_fsync)
        monkeypatch.setattr(Path, "replace", noting_replace)
        saved.save(path)
        assert steps == ["fsync", "replace", "fsync"]  # content, name, folder


class TestRunningServer:
    @pytest.fixture
    def running(self, path: Path, clock: Clock) -> KeyRingFile:
        KeyRing.generate("demo", clock=clock.wall).save(path)
        return KeyRingFile(path, monotonic=clock.monotonic, clock=clock.wall)

    def test_a_rotation_by_command_acts_within_a_second(self, running: KeyRingFile, path: Path, clock: Clock) -> None:
        old = running.current().signing_key.kid
        command = KeyRing.load(path)
        new = command.rotate()
        command.save(path)
        clock.passed = 0.99
        assert running.current().signing_key.kid == old
        clock.passed = 1.0
        assert running.current().signing_key.kid == new

    def test_an_unchanged_file_is_not_read_again(
        self, running: KeyRingFile, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ring = running.current()
        monkeypatch.setattr(KeyRing, "_parse", None)
        clock.passed = 5
        assert running.current() is ring
        assert running.problem is None

    def test_the_file_is_looked_at_once_a_second(
        self, running: KeyRingFile, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        running.current()
        looks: list[Path] = []
        stat = Path.stat

        def noting(path: Path) -> os.stat_result:
            looks.append(path)
            return stat(path)

        monkeypatch.setattr(Path, "stat", noting)
        for tenth in range(1, 31):
            clock.passed = tenth / 10
            running.current()
        assert len(looks) == 3

    def test_an_edit_in_place_is_seen(self, running: KeyRingFile, path: Path, clock: Clock) -> None:
        assert running.current().purpose == "demo"
        edit(path, purpose="production")
        clock.passed = 1
        assert running.current().purpose == "production"

    def test_without_a_first_ring_it_cannot_start(self, path: Path, clock: Clock) -> None:
        running = KeyRingFile(path, monotonic=clock.monotonic)
        with pytest.raises(KeyRingError, match="no key ring"):
            running.current()
        KeyRing.generate("demo").save(path)
        assert running.current().purpose == "demo"

    def test_a_slip_leaves_the_last_good_ring_and_says_so(self, running: KeyRingFile, path: Path, clock: Clock) -> None:
        ring = running.current()
        good = path.read_bytes()
        slips: list[Callable[[], object]] = [
            lambda: path.write_bytes(b"{"),
            lambda: path.chmod(0o644),
            path.unlink,
        ]
        for second, slip in enumerate(slips, start=1):
            slip()
            clock.passed = second
            assert running.current() is ring
            assert running.problem is not None
        assert "no key ring" in str(running.problem)
        path.touch(0o600)
        path.write_bytes(good)
        clock.passed = 10
        assert running.current().jwks() == ring.jwks()
        assert running.problem is None

    def test_an_open_file_is_noticed_though_its_content_is_the_same(
        self, running: KeyRingFile, path: Path, clock: Clock
    ) -> None:
        running.current()
        path.chmod(0o644)
        clock.passed = 1
        running.current()
        assert "chmod 600" in str(running.problem)


def test_the_file_is_as_documented(saved: KeyRing, path: Path) -> None:
    saved.rotate()
    saved.save(path)
    document = json.loads(path.read_text())
    assert list(document) == [
        *("purpose", "signing", "master", "index_secret", "cursor_secret", "database_passwords"),
    ]
    retired, signing = document["signing"]
    assert list(signing) == ["kid", "state", "created_at", "private_pem"]
    assert list(retired) == ["kid", "state", "created_at", "retired_at", "private_pem"]
    assert signing["private_pem"].startswith("-----BEGIN PRIVATE KEY-----")  # PKCS8
    assert list(document["master"][0]) == ["id", "created_at", "key"]
    assert len(base64.b64decode(document["master"][0]["key"])) == 32
