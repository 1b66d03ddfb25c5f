"""Access tokens that are good, and the memory of verified ones."""

import json
from collections.abc import Mapping
from uuid import UUID

import hypothesis.strategies as st
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from hypothesis import given
from joserfc import jwt
from joserfc.jwk import ECKey

from app.auth import tokens
from app.auth.keys import KeyRing
from app.auth.scopes import scopes_of_role
from app.auth.tokens import (
    MAX_SCOPES,
    AccessClaims,
    InvalidToken,
    Track,
    VerifiedTokens,
    issue_access_token,
    verify_access_token,
)
from app.boundary.policy import ROLES, load
from tests.support.tokens import (
    AUDIENCE,
    ISSUER,
    NOW,
    ORGANISATION,
    claims_at,
    compact,
    decode,
    header_for,
    raw_signer,
    twin,
)

RING = KeyRing.generate("demo")
KEYS = RING.verification_keys


def issue(
    *,
    now: float = NOW,
    lifetime: int = 600,
    token_id: str | None = None,
    subject: str = "staff-17",
    scope: frozenset[str] = frozenset({"courses:read", "courses:write"}),
    roles: frozenset[str] = frozenset({"caseworker"}),
    track: Track | None = None,
) -> str:
    return issue_access_token(
        RING.signing_key,
        issuer=ISSUER,
        audience=AUDIENCE,
        subject=subject,
        client_id="frontend",
        organisation_id=UUID(ORGANISATION),
        organisation_type="ngo",
        scope=scope,
        roles=roles,
        track=track,
        now=now,
        lifetime=lifetime,
        token_id=token_id,
    )


def verify(token: str, now: float = NOW, keys: Mapping[str, EllipticCurvePublicKey] = KEYS) -> AccessClaims:
    return verify_access_token(token, keys, issuer=ISSUER, audience=AUDIENCE, now=now)


def test_a_token_says_what_it_was_issued_with() -> None:
    token = issue(token_id="jti-1", track="victim")
    assert verify(token) == AccessClaims(
        issuer=ISSUER,
        subject="staff-17",
        audience=AUDIENCE,
        issued_at=NOW,
        expires_at=NOW + 600,
        token_id="jti-1",
        client_id="frontend",
        organisation_id=UUID(ORGANISATION),
        organisation_type="ngo",
        scope=frozenset({"courses:read", "courses:write"}),
        roles=frozenset({"caseworker"}),
        track="victim",
    )


def test_the_header_is_that_of_rfc_9068() -> None:
    header = json.loads(decode(issue().split(".")[0]))
    assert header == {"alg": "ES256", "typ": "at+jwt", "kid": RING.signing_key.kid}


def test_what_is_absent_is_left_out() -> None:
    claims = json.loads(decode(issue().split(".")[1]))
    assert set(claims) == set(claims_at())
    assert verify(issue()).track is None


def test_each_token_has_a_name_of_its_own() -> None:
    assert verify(issue()).token_id != verify(issue()).token_id


def test_a_fraction_of_a_second_is_cut_off() -> None:
    token = issue(now=NOW + 0.9)
    assert verify(token, now=NOW + 0.9).issued_at == NOW


def test_a_token_lives_until_its_last_second() -> None:
    token = issue()
    verify(token, now=NOW + 599)
    verify(token, now=NOW + 599.999)
    with pytest.raises(InvalidToken, match="expired"):
        verify(token, now=NOW + 600)


def test_a_clock_five_seconds_ahead_passes() -> None:
    token = issue(now=NOW + 5)
    verify(token, now=NOW)
    with pytest.raises(InvalidToken, match="ahead"):
        verify(token, now=NOW - 0.001)


@pytest.mark.parametrize(
    "wrong",
    [
        {"lifetime": 601},
        {"lifetime": 0},
        {"lifetime": -1},
        {"scope": frozenset()},
        {"scope": frozenset({"two words"})},
        {"scope": frozenset({""})},
        {"subject": ""},
        {"subject": "a\nb"},
        {"token_id": ""},
        {"roles": frozenset({"Case Worker"})},
        {"track": "both"},
        {"scope": frozenset(f"{number:064}" for number in range(100))},  # over 8 KB in all
    ],
)
def test_nothing_is_issued_that_would_not_be_accepted(wrong: Mapping[str, object]) -> None:
    with pytest.raises(ValueError, match="would not be accepted"):
        issue(**wrong)  # type: ignore[arg-type]


def test_old_and_new_key_verify_during_a_rotation() -> None:
    ring = KeyRing.generate("demo")
    header = header_for(ring.signing_key.kid)
    old = compact(header, claims_at(), raw_signer(ring.signing_key.private_key))
    ring.rotate()
    header = header_for(ring.signing_key.kid)
    new = compact(header, claims_at(), raw_signer(ring.signing_key.private_key))
    assert verify(old, keys=ring.verification_keys) == verify(new, keys=ring.verification_keys)


def test_the_twin_of_a_signature_names_the_same_token() -> None:
    # (r, n - s) verifies wherever (r, s) does: why a token is denied by jti, not by its hash.
    token = issue(token_id="denied")
    assert twin(token) != token
    assert verify(twin(token)) == verify(token)


WORD = st.from_regex(r"[a-z][a-z0-9_]{0,63}", fullmatch=True)
VISIBLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=64)


@given(
    subject=VISIBLE,
    token_id=VISIBLE,
    scope=st.frozensets(st.from_regex(r"[A-Za-z0-9_.:/-]{1,64}", fullmatch=True), min_size=1),
    roles=st.frozensets(WORD, max_size=16),
    track=st.sampled_from([None, "victim", "perpetrator"]),
    lifetime=st.integers(1, 600),
)
def test_what_we_issue_we_accept_and_so_does_joserfc(
    subject: str,
    token_id: str,
    scope: frozenset[str],
    roles: frozenset[str],
    track: Track | None,
    lifetime: int,
) -> None:
    token = issue(
        subject=subject,
        token_id=token_id,
        scope=scope,
        roles=roles,
        track=track,
        lifetime=lifetime,
    )
    ours = verify(token)
    key = ECKey.import_key(RING.signing_key.private_key.public_key())
    theirs = jwt.decode(token, key, algorithms=["ES256"]).claims
    assert (ours.subject, ours.token_id) == (subject, token_id) == (theirs["sub"], theirs["jti"])
    assert ours.scope == scope == frozenset(theirs["scope"].split(" "))
    assert ours.roles == roles == frozenset(theirs["roles"])
    assert ours.track == track == theirs.get("track")
    assert ours.expires_at == NOW + lifetime == theirs["exp"]


class TestVerifiedTokens:
    @pytest.fixture
    def checks(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The tokens that went through the whole verification."""
        seen: list[str] = []

        def counting(token: str, keys: object, **named: object) -> AccessClaims:
            seen.append(token)
            return verify_access_token(token, keys, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(tokens, "verify_access_token", counting)
        return seen

    @pytest.fixture
    def memory(self) -> VerifiedTokens:
        return VerifiedTokens(issuer=ISSUER, audience=AUDIENCE, limit=2)

    def test_a_token_is_verified_once(self, memory: VerifiedTokens, checks: list[str]) -> None:
        token = issue()
        first = memory.verify(token, KEYS, now=NOW)
        assert memory.verify(token, KEYS, now=NOW + 599) == first
        assert checks == [token]

    def test_it_expires_all_the_same(self, memory: VerifiedTokens) -> None:
        token = issue()
        memory.verify(token, KEYS, now=NOW)
        with pytest.raises(InvalidToken, match="expired"):
            memory.verify(token, KEYS, now=NOW + 600)
        assert len(memory) == 0

    def test_a_key_that_goes_takes_its_tokens_with_it(self, memory: VerifiedTokens) -> None:
        token = issue()
        memory.verify(token, KEYS, now=NOW)
        with pytest.raises(InvalidToken, match="kid"):
            memory.verify(token, {}, now=NOW)

    def test_another_key_of_the_same_name_forgets_it(self, memory: VerifiedTokens) -> None:
        token = issue()
        memory.verify(token, KEYS, now=NOW)
        other = KeyRing.generate("demo").signing_key.private_key.public_key()
        with pytest.raises(InvalidToken, match="signature"):
            memory.verify(token, {RING.signing_key.kid: other}, now=NOW)

    def test_the_same_keys_read_again_forget_nothing(self, memory: VerifiedTokens, checks: list[str]) -> None:
        token = issue()
        memory.verify(token, dict(KEYS), now=NOW)
        memory.verify(token, dict(KEYS), now=NOW)
        assert len(checks) == 1

    def test_the_longest_unused_is_forgotten_first(self, memory: VerifiedTokens, checks: list[str]) -> None:
        first, second, third = issue(), issue(), issue()
        for token in (first, second, first, third):  # third pushes out second, not first
            memory.verify(token, KEYS, now=NOW)
        assert len(memory) == 2
        checks.clear()
        memory.verify(first, KEYS, now=NOW)
        assert checks == []
        memory.verify(second, KEYS, now=NOW)
        assert checks == [second]

    @pytest.mark.parametrize("bad", ["", "a.b.c", "é" * 10, "\ud800", "a" * 5_000_000, None, b"x"])
    def test_rubbish_is_refused_and_not_remembered(self, memory: VerifiedTokens, bad: object) -> None:
        with pytest.raises(InvalidToken):
            memory.verify(bad, KEYS, now=NOW)  # type: ignore[arg-type]
        assert len(memory) == 0

    def test_it_holds_no_token(self, memory: VerifiedTokens) -> None:
        token = issue()
        memory.verify(token, KEYS, now=NOW)
        assert token not in repr(vars(memory))


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_room_for_its_scopes_in_a_token(role: str) -> None:
    """A role that grows past the limit could not sign in at all."""
    assert len(scopes_of_role(load(), role)) <= MAX_SCOPES * 3 // 4
