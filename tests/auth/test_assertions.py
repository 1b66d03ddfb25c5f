"""Client assertions, and the registration of clients' keys."""

import json
from typing import Any

import hypothesis.strategies as st
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key
from hypothesis import given, settings
from joserfc import jwt
from joserfc.jwk import ECKey

from app.auth.assertions import (
    InvalidAssertion,
    VerifiedAssertion,
    asserted_client_id,
    public_jwk_problem,
    verify_client_assertion,
)
from tests.support.assertions import (
    assertion_claims,
    load_private,
    make_client_assertion,
    new_client_key,
    public_jwk,
)
from tests.support.tokens import (
    NOW,
    compact,
    decode,
    der_signer,
    encode,
    header_for,
    raw_signer,
    without,
)

CLIENT = "odense-case-system"
ISSUER = "https://platform.example"

PEM, JWK = new_client_key("k1")
OTHER_PEM, OTHER_JWK = new_client_key("k2")
SIGN = raw_signer(load_private(PEM))
HEADER = {"alg": "ES256", "kid": "k1", "typ": "JWT"}


def verify(
    token: object,
    *,
    keys: list[Any] | None = None,
    client_id: str = CLIENT,
    issuer: str = ISSUER,
    now: float = NOW,
) -> VerifiedAssertion:
    return verify_client_assertion(
        token,  # type: ignore[arg-type]
        client_id=client_id,
        client_keys=[JWK] if keys is None else keys,
        issuer=issuer,
        now=now,
    )


def reason(token: object, *, keys: list[Any] | None = None, now: float = NOW) -> str:
    with pytest.raises(InvalidAssertion) as caught:
        verify(token, keys=keys, now=now)
    return caught.value.reason


def claims(**changes: object) -> dict[str, Any]:
    return assertion_claims(CLIENT, ISSUER, NOW, **changes)


def signed(**changes: object) -> str:
    return compact(HEADER, claims(**changes), SIGN)


def test_a_client_proves_who_it_is() -> None:
    token = make_client_assertion(PEM, "k1", CLIENT, ISSUER, NOW, jti="once")
    assert verify(token) == VerifiedAssertion(token_id="once", expires_at=NOW + 60)


@pytest.mark.parametrize("typ", ["JWT", "client-authentication+jwt", None])
def test_typ_may_be_either_or_absent(typ: str | None) -> None:
    header = without(HEADER, "typ") | ({"typ": typ} if typ else {})
    assert verify(compact(header, claims(), SIGN)).expires_at == NOW + 60


@pytest.mark.parametrize("typ", ["at+jwt", "jwt", "", None, True, ["JWT"], {"JWT": 1}])
def test_typ_of_another_kind_of_token(typ: object) -> None:
    assert reason(compact({**HEADER, "typ": typ}, claims(), SIGN)) == "typ"


def test_an_access_token_of_ours_is_no_assertion() -> None:
    assert reason(compact(header_for("k1"), claims(), SIGN)) == "typ"


@pytest.mark.parametrize("member", ["jwk", "jku", "x5u", "crit", "b64", "x5t"])
def test_a_header_that_brings_anything_else(member: str) -> None:
    assert reason(compact({**HEADER, member: JWK}, claims(), SIGN)) == "header_members"


@pytest.mark.parametrize("name", ["alg", "kid"])
def test_a_header_that_lacks_a_member(name: str) -> None:
    assert reason(compact(without(HEADER, name), claims(), SIGN)) == "header_members"


@pytest.mark.parametrize("alg", ["none", "HS256", "ES384", "RS256", None, ["ES256"]])
def test_alg_other_than_es256(alg: object) -> None:
    assert reason(compact({**HEADER, "alg": alg}, claims(), SIGN)) == "alg"


@pytest.mark.parametrize("kid", ["k2", "", "' OR 1=1", None, ["k1"], 1])
def test_kid_that_is_not_registered(kid: object) -> None:
    assert reason(compact({**HEADER, "kid": kid}, claims(), SIGN)) == "kid"


def test_another_clients_key() -> None:
    token = make_client_assertion(OTHER_PEM, "k1", CLIENT, ISSUER, NOW)
    assert reason(token) == "signature"
    token = make_client_assertion(OTHER_PEM, "k2", CLIENT, ISSUER, NOW)
    assert reason(token) == "kid"


def test_one_of_several_keys_by_name() -> None:
    token = make_client_assertion(OTHER_PEM, "k2", CLIENT, ISSUER, NOW)
    assert verify(token, keys=[JWK, OTHER_JWK]).expires_at == NOW + 60


def test_two_keys_of_one_name_are_not_tried_in_turn() -> None:
    assert reason(signed(), keys=[JWK, {**OTHER_JWK, "kid": "k1"}]) == "kid"


@pytest.mark.parametrize("keys", [[], [None], ["k1"], [{}], [{**JWK, "crv": "P-384"}]])
def test_a_key_that_could_not_be_registered_is_passed_over(keys: list[Any]) -> None:
    assert reason(signed(), keys=keys) == "kid"
    assert verify(signed(), keys=[*keys, JWK]).expires_at == NOW + 60


def test_a_private_key_in_the_register_is_not_used() -> None:
    assert reason(signed(), keys=[{**JWK, "d": JWK["x"]}]) == "kid"


@pytest.mark.parametrize("name", ["iss", "sub", "aud", "exp", "jti"])
@pytest.mark.parametrize("value", [None, True, 1.5, [], {}, "", [ISSUER]])
def test_a_claim_is_of_another_type(name: str, value: object) -> None:
    assert reason(signed(**{name: value})) == f"claim_{name}"


@pytest.mark.parametrize("name", ["iss", "sub", "aud", "exp", "jti"])
def test_a_claim_is_absent(name: str) -> None:
    assert reason(compact(HEADER, without(claims(), name), SIGN)) == f"claim_{name}"


@pytest.mark.parametrize("name", ["iss", "sub"])
@pytest.mark.parametrize("value", ["other", CLIENT.upper(), f"{CLIENT} ", f"{CLIENT}\n"])
def test_a_client_speaks_for_itself_only(name: str, value: str) -> None:
    assert reason(signed(**{name: value})) == f"claim_{name}"


@pytest.mark.parametrize(
    "aud",
    [
        f"{ISSUER}/",
        f"{ISSUER}/oauth/token",
        "https://other.example",
        ISSUER.upper(),
        ISSUER[:-1],
        [ISSUER, "x"],
        [ISSUER],
    ],
)
def test_aud_of_somebody_else(aud: object) -> None:
    assert reason(signed(aud=aud)) == "claim_aud"


def test_the_issuer_is_not_searched_for_a_part() -> None:
    assert reason(signed(aud="platform")) == "claim_aud"


def test_a_life_of_a_minute() -> None:
    assert reason(signed(exp=NOW + 61)) == "lifetime"
    assert reason(signed(exp=NOW)) == "expired"
    assert reason(signed(), now=NOW + 60) == "expired"
    assert verify(signed(), now=NOW + 59.9).expires_at == NOW + 60


def test_without_iat_the_minute_counts_from_now() -> None:
    assert verify(compact(HEADER, without(claims(), "iat"), SIGN)).expires_at == NOW + 60
    long = without(claims(exp=NOW + 61), "iat")
    assert reason(compact(HEADER, long, SIGN)) == "lifetime"
    assert reason(compact(HEADER, long, SIGN), now=float("nan")) == "expired"


@pytest.mark.parametrize("name", ["iat", "nbf"])
def test_a_clock_ahead_of_ours(name: str) -> None:
    assert verify(signed(**{name: NOW + 5})).expires_at == NOW + 60
    assert reason(signed(**{name: NOW + 6})) == f"ahead_{name}"
    assert reason(signed(**{name: str(NOW)})) == f"claim_{name}"
    assert reason(signed(**{name: None})) == f"claim_{name}"


@pytest.mark.parametrize("jti", ["", " ", "a\nb", "x" * 65, "é"])
def test_jti_that_is_no_name(jti: str) -> None:
    assert reason(signed(jti=jti)) == "claim_jti"


def test_a_claim_that_nobody_reads() -> None:
    assert reason(signed(scope="everything")) == "claim_unknown"


def test_strict_reading_is_the_same_as_for_access_tokens() -> None:
    text = json.dumps(claims()).encode()
    twice = text[:-1] + b',"sub":"other"}'
    assert reason(compact(HEADER, twice, SIGN)) == "duplicate_member"
    der = der_signer(load_private(PEM))
    assert reason(compact(HEADER, claims(), der)) == "signature_shape"
    assert reason(signed() + "=") == "shape"
    assert reason("a" * 8193) == "too_large"
    assert reason(None) == "not_text"


def test_whom_an_assertion_claims_to_come_from() -> None:
    assert asserted_client_id(signed()) == CLIENT
    for bad in ("", "a.b.c", signed(sub=1), signed(sub="a\nb"), signed(sub="x" * 129)):
        with pytest.raises(InvalidAssertion):
            asserted_client_id(bad)


TOKEN = signed()
MUTATED = st.builds(
    lambda at, by: TOKEN[:at] + by + TOKEN[at + 1 :],
    st.integers(0, len(TOKEN) - 1),
    st.text(max_size=3),
)


@given(st.one_of(st.text(), st.binary(), st.none(), MUTATED))
def test_whatever_else_is_invalid(token: object) -> None:
    if token != TOKEN:
        reason(token)


@given(
    st.dictionaries(
        st.sampled_from(["iss", "sub", "aud", "exp", "iat", "nbf", "jti", "extra"]),
        st.one_of(
            st.none(),
            st.sampled_from([CLIENT, ISSUER, True, 1.5]),
            st.integers(NOW - 70, NOW + 70),
            st.text(max_size=5),
        ),
        max_size=2,
    )
)
@settings(deadline=None)
def test_what_we_accept_joserfc_accepts_with_the_same_claims(changes: dict[str, object]) -> None:
    token = signed(**changes)
    try:
        ours = verify(token)
    except InvalidAssertion:
        return
    theirs = jwt.decode(token, ECKey.import_key(JWK), algorithms=["ES256"]).claims
    rules = jwt.JWTClaimsRegistry(now=NOW, leeway=5, aud={"essential": True, "values": [ISSUER]})
    rules.validate(theirs)
    assert (theirs["iss"], theirs["sub"]) == (CLIENT, CLIENT)
    assert (theirs["jti"], theirs["exp"]) == (ours.token_id, ours.expires_at)


class TestRegistration:
    def test_a_public_p256_key_is_fine(self) -> None:
        assert public_jwk_problem(JWK) is None
        full = {**JWK, "use": "sig", "alg": "ES256", "key_ops": ["verify"]}
        assert public_jwk_problem(full) is None

    @pytest.mark.parametrize("member", ["d", "k", "p", "q", "dp", "dq", "qi", "oth"])
    def test_a_private_member(self, member: str) -> None:
        secret = encode(b"a private exponent, 32 bytes long")
        problem = public_jwk_problem({**JWK, member: secret})
        assert problem is not None
        assert "private" in problem
        assert secret not in problem

    @pytest.mark.parametrize("jwk", [None, "", "{}", [], [JWK], 1, True, {}, {"keys": [JWK]}])
    def test_what_is_no_key(self, jwk: object) -> None:
        assert public_jwk_problem(jwk)

    @pytest.mark.parametrize("name", ["kty", "crv", "x", "y", "kid"])
    @pytest.mark.parametrize("value", [None, "", 1, [], {}, True, "é", "a\nb", "AA", "x" * 129])
    def test_a_member_of_another_form(self, name: str, value: object) -> None:
        problem = public_jwk_problem({**JWK, name: value})
        # kid "AA" is the one good value among them
        assert (problem is None) == ((name, value) == ("kid", "AA"))

    @pytest.mark.parametrize("name", ["kty", "crv", "x", "y", "kid"])
    def test_a_member_is_absent(self, name: str) -> None:
        assert public_jwk_problem(without(JWK, name))

    def test_another_curve(self) -> None:
        jwk = public_jwk(generate_private_key(SECP384R1()).public_key(), "k1")
        assert public_jwk_problem(jwk)
        assert public_jwk_problem({**jwk, "crv": "P-256"})

    @pytest.mark.parametrize(
        "other",
        [
            {"kty": "RSA", "n": "AQAB", "e": "AQAB", "kid": "k1"},
            {"kty": "OKP", "crv": "Ed25519", "x": JWK["x"], "kid": "k1"},
            {"kty": "oct", "kid": "k1"},
        ],
    )
    def test_another_kind_of_key(self, other: object) -> None:
        assert public_jwk_problem(other)

    @pytest.mark.parametrize(
        "member",
        [
            *({"use": "enc"}, {"alg": "ES384"}, {"alg": "none"}, {"key_ops": ["sign"]}),
            *({"key_ops": "verify"}, {"use": None}, {"x5c": []}, {"extra": 1}),
        ],
    )
    def test_a_key_for_something_else(self, member: dict[str, object]) -> None:
        assert public_jwk_problem({**JWK, **member})

    def test_a_point_that_is_not_on_the_curve(self) -> None:
        assert public_jwk_problem({**JWK, "y": JWK["x"]})
        assert public_jwk_problem({**JWK, "x": encode(bytes(32)), "y": encode(bytes(32))})
        assert public_jwk_problem({**JWK, "x": encode(b"\xff" * 32)})

    def test_a_coordinate_in_another_spelling(self) -> None:
        assert public_jwk_problem({**JWK, "x": JWK["x"] + "="})
        assert public_jwk_problem({**JWK, "x": encode(b"\x00" + decode(JWK["x"]))})

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=50),
            lambda inner: st.dictionaries(st.sampled_from([*JWK, "d", "use"]), inner),
        )
    )
    def test_whatever_is_sent_gets_an_answer(self, jwk: object) -> None:
        assert public_jwk_problem(jwk)
