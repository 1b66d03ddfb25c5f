"""Tokens that must not pass: what an attacker sends, and what another library would accept.

Each forgery that can be is properly signed with our own key, so that it is the check named by
the reason that refuses it, and not the signature.
"""

import base64
import hashlib
import hmac
import json
import socket
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

import hypothesis.strategies as st
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    SECP384R1,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import example, given, settings
from joserfc import jwt
from joserfc.jwk import ECKey

from app.auth.keys import KeyRing
from app.auth.tokens import AccessClaims, InvalidToken, verify_access_token
from tests.support.assertions import public_jwk
from tests.support.tokens import (
    AUDIENCE,
    ISSUER,
    NOW,
    ORGANISATION,
    Signer,
    claims_at,
    compact,
    decode,
    der_signer,
    encode,
    header_for,
    raw_signer,
    without,
)

KEY = generate_private_key(SECP256R1())
PUBLIC = KEY.public_key()
SIGN = raw_signer(KEY)
KID = "key-1"
KEYS = {KID: PUBLIC}
HEADER = header_for(KID)
VALID = compact(HEADER, claims_at(), SIGN)

INFINITY = float("inf")
NAN = float("nan")


def verify(token: object, keys: Mapping[str, EllipticCurvePublicKey] = KEYS, now: float = NOW) -> AccessClaims:
    return verify_access_token(token, keys, issuer=ISSUER, audience=AUDIENCE, now=now)  # type: ignore[arg-type]


def reason(token: object, keys: Mapping[str, EllipticCurvePublicKey] = KEYS, now: float = NOW) -> str:
    """Why it is refused. Any other error, or none, fails the test."""
    with pytest.raises(InvalidToken) as caught:
        verify(token, keys, now)
    return caught.value.reason


def reason_of_header(**changes: object) -> str:
    return reason(compact(header_for(KID, **changes), claims_at(), SIGN))


def reason_of_claims(**changes: object) -> str:
    return reason(compact(HEADER, claims_at(**changes), SIGN))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No token may make us fetch anything, a key least of all."""

    def blocked(*_args: object, **_named: object) -> NoReturn:
        pytest.fail("a token opened a connection")

    monkeypatch.setattr(socket.socket, "connect", blocked)
    monkeypatch.setattr(socket, "getaddrinfo", blocked)


def test_what_the_forgeries_start_from_is_valid() -> None:
    assert verify(VALID).token_id == "jti-1"


# --- the shape ---------------------------------------------------------------------------------


@pytest.mark.parametrize("token", [None, 0, 1.5, True, [], {}, object(), VALID.encode(), b"", b"x"])
def test_not_text(token: object) -> None:
    assert reason(token) == "not_text"


HEAD, BODY, SIGNATURE = VALID.split(".")


@pytest.mark.parametrize(
    "token",
    [
        *("", " ", ".", "..", "...", "....", "a", "a.b", "a.b.c.d.e"),
        f"{HEAD}.{BODY}",
        f"{HEAD}.{BODY}.",
        f".{BODY}.{SIGNATURE}",
        f"{HEAD}..{SIGNATURE}",
        f"{VALID}.",
        f".{VALID}",
        f"{VALID}.{BODY}.{SIGNATURE}",  # five segments: a JWE
        f"{VALID}=",
        f"{HEAD}=.{BODY}.{SIGNATURE}",
        f" {VALID}",
        f"{VALID} ",
        f"{VALID}\n",
        f"{HEAD}\n.{BODY}.{SIGNATURE}",
        f"{VALID}\x00",
        f"Bearer {VALID}",
        f"{HEAD}.{BODY}.{SIGNATURE[:-1]}+",
        f"{HEAD}.{BODY}.{SIGNATURE[:-1]}/",
        f"{HEAD}.{BODY}.{SIGNATURE[:-1]}é",
        f"{HEAD}.{BODY}.{SIGNATURE[:-1]}\ud800",
        VALID.replace(".", "\uff0e"),  # a full-width stop
    ],
)
def test_not_three_segments_of_base64url(token: str) -> None:
    assert reason(token) == ("shape" if token != "a.b.c" else "base64")


@pytest.mark.parametrize("size", [8193, 100_000, 5 * 1024 * 1024])
def test_too_large(size: int) -> None:
    assert reason("a" * size) == "too_large"


def test_a_signed_token_over_8_kb_is_too_large() -> None:
    assert reason_of_claims(sub="a" * 8192) == "too_large"


def test_base64_in_another_spelling() -> None:
    # 64 bytes leave four unused bits in the last character: sixteen spellings, one canonical.
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = alphabet.index(SIGNATURE[-1])
    for other in range(last + 1, last + 16):
        token = f"{HEAD}.{BODY}.{SIGNATURE[:-1]}{alphabet[other]}"
        assert decode(token.rsplit(".", 1)[1]) == decode(SIGNATURE)
        assert reason(token) == "base64"


@pytest.mark.parametrize("count", [1, 5])
def test_base64_of_an_impossible_length(count: int) -> None:
    assert reason(f"{'A' * count}.{BODY}.{SIGNATURE}") == "base64"


def test_a_signature_as_der() -> None:
    assert reason(compact(HEADER, claims_at(), der_signer(KEY))) == "signature_shape"


@pytest.mark.parametrize("size", [1, 32, 63, 65, 96, 128])
def test_a_signature_of_another_length(size: int) -> None:
    assert reason(compact(HEADER, claims_at(), lambda _: bytes(size))) == "signature_shape"


# --- JSON --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b"", "shape"),
        (b"{", "invalid_json"),
        (b"null", "not_object"),
        (b"[]", "not_object"),
        (b'"text"', "not_object"),
        (b"1", "not_object"),
        (b"\xff\xfe", "not_utf8"),
        (b'\xef\xbb\xbf{"alg":"ES256"}', "byte_order_mark"),
        ('{"alg":"ES256"}'.encode("utf-16-le"), "not_utf8"),
        (json.dumps(HEADER).encode()[:-1] + b',"alg":"none"}', "duplicate_member"),
        (json.dumps(HEADER).encode()[:-1] + b',"\\u0061lg":"ES256"}', "duplicate_member"),
        (json.dumps(HEADER).encode() + b"{}", "invalid_json"),
        (json.dumps(HEADER).encode().replace(b'"', b"'"), "invalid_json"),
        (b'{"kid":NaN}', "not_a_number"),
        (b'{"kid":Infinity}', "not_a_number"),
        (b'{"kid":"\\ud800"}', "lone_surrogate"),
        (b'{"kid":' + b"9" * 4301 + b"}", "number_too_long"),
        (b'{"a":' + b"[" * 1000 + b"]" * 1000 + b"}", "too_deep"),
        (b'{"":' * 1000 + b"1" + b"}" * 1000, "too_deep"),
        (b'{"alg":[[[[1]]]]}', "too_deep"),
    ],
)
def test_a_header_that_is_not_strict_json(header: bytes, expected: str) -> None:
    assert reason(compact(header, claims_at(), SIGN)) == expected


@pytest.mark.parametrize("member", [b'"sub":"other"', b'"exp":9999999999', b'"aud":"x"'])
def test_a_claim_given_twice(member: bytes) -> None:
    claims = json.dumps(claims_at()).encode()
    assert reason(compact(HEADER, claims[:-1] + b"," + member + b"}", SIGN)) == "duplicate_member"
    assert reason(compact(HEADER, b"{" + member + b"," + claims[1:], SIGN)) == "duplicate_member"


@pytest.mark.parametrize("claims", [b"null", b"[]", b"1", b'"text"', b"true"])
def test_claims_that_are_no_object(claims: bytes) -> None:
    assert reason(compact(HEADER, claims, SIGN)) == "not_object"


@pytest.mark.parametrize("name", sorted(claims_at()))
@pytest.mark.parametrize("value", [INFINITY, -INFINITY, NAN])
def test_claims_that_are_no_json_number(name: str, value: float) -> None:
    assert reason_of_claims(**{name: value}) == "not_a_number"


# --- the header --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "alg",
    [
        *("none", "None", "NONE", "nOnE", "none ", "", "HS256", "RS256", "PS256", "ES384"),
        *("ES512", "ES256K", "EdDSA", "es256", "ES256 ", "ES256\x00"),
        *(None, True, 0, 256, ["ES256"], ["none", "ES256"], {"ES256": 1}, [], {}),
    ],
)
def test_alg_other_than_es256(alg: object) -> None:
    assert reason_of_header(alg=alg) in {"alg", "nul_character"}


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "nOnE"])
def test_alg_none_without_a_signature(alg: str) -> None:
    token = compact(header_for(KID, alg=alg), claims_at(), lambda _: b"")
    assert reason(token) == "shape"


PEM = PUBLIC.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
DER = PUBLIC.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
POINT = PUBLIC.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@pytest.mark.parametrize(
    "secret",
    [
        *(PEM, PEM.strip(), DER, POINT, base64.b64encode(DER), base64.urlsafe_b64encode(DER)),
        b"".join(PEM.splitlines()[1:-1]),
        json.dumps(public_jwk(PUBLIC, KID)).encode(),
    ],
    ids=["pem", "pem_stripped", "der", "point", "der_base64", "der_base64url", "pem_body", "jwk"],
)
@pytest.mark.parametrize("alg", ["HS256", "HS512", "ES256"])
def test_hmac_with_the_public_key_as_the_secret(secret: bytes, alg: str) -> None:
    def sign(message: bytes) -> bytes:
        if alg == "HS512":  # as long as one of our signatures
            return hmac.digest(secret, message, hashlib.sha512)
        return hmac.digest(secret, message, hashlib.sha256).ljust(64, b"\x00")

    token = compact(header_for(KID, alg=alg), claims_at(), sign)
    assert reason(token) == ("signature" if alg == "ES256" else "alg")


def test_hs256_as_it_comes() -> None:
    def sign(message: bytes) -> bytes:
        return hmac.digest(PEM, message, hashlib.sha256)

    assert reason(compact(header_for(KID, alg="HS256"), claims_at(), sign)) == "signature_shape"


def test_rs256_with_our_kid() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def sign(message: bytes) -> bytes:
        return key.sign(message, padding.PKCS1v15(), hashes.SHA256())

    token = compact(header_for(KID, alg="RS256"), claims_at(), sign)
    assert reason(token) == "signature_shape"
    # The same with a key so small that the signature has our length.
    assert reason_of_header(alg="RS256") == "alg"


def test_es384_with_our_kid() -> None:
    key = generate_private_key(SECP384R1())
    token = compact(header_for(KID, alg="ES384"), claims_at(), raw_signer(key))
    assert reason(token) == "signature_shape"


def test_a_p384_key_is_not_used_for_es256() -> None:
    key = generate_private_key(SECP384R1()).public_key()
    assert reason(VALID, {KID: key}) == "key_type"


@pytest.mark.parametrize("key", [PEM, PEM.decode(), KEY, {"kty": "oct", "k": "AA"}, None, ""])
def test_what_is_no_public_key_is_not_used(key: Any) -> None:
    assert reason(VALID, {KID: key}) == "key_type"


ATTACKER = generate_private_key(SECP256R1())


@pytest.mark.parametrize(
    "member",
    [
        {"jwk": public_jwk(ATTACKER.public_key(), KID)},
        {"jku": "https://attacker.example/jwks.json"},
        {"x5u": "https://attacker.example/cert.pem"},
        {"x5c": ["MIIB"]},
        {"x5t": "AA"},
        {"crit": []},
        {"crit": ["b64"], "b64": False},
        {"crit": ["exp"], "exp": 1},
        {"b64": False},
        {"b64": True},
        {"cty": "JWT"},
        {"zip": "DEF"},
        {"enc": "A128GCM"},
        {"ALG": "none"},
        {"": ""},
    ],
)
@pytest.mark.parametrize("sign", [SIGN, raw_signer(ATTACKER)], ids=["ours", "attacker's"])
def test_a_header_that_brings_anything_else(member: dict[str, object], sign: Signer) -> None:
    token = compact({**HEADER, **member}, claims_at(), sign)
    assert reason(token) == "header_members"


@pytest.mark.parametrize("name", ["alg", "typ", "kid"])
def test_a_header_that_lacks_a_member(name: str) -> None:
    assert reason(compact(without(HEADER, name), claims_at(), SIGN)) == "header_members"


@pytest.mark.parametrize(
    "typ",
    [
        *("JWT", "jwt", "AT+JWT", "at+JWT", "application/at+jwt", "at+jwt ", "", "dpop+jwt"),
        *("id_token", "client-authentication+jwt", None, True, 1, ["at+jwt"], {"at+jwt": 1}),
    ],
)
def test_typ_of_another_kind_of_token(typ: object) -> None:
    assert reason_of_header(typ=typ) == "typ"


@pytest.mark.parametrize(
    "kid",
    [
        *("key-2", "KEY-1", "key-1 ", "", "' OR '1'='1", "key-1'; DROP TABLE clients; --"),
        *("../../../../dev/null", "/etc/passwd", "file:///dev/null", "https://a.example/key"),
        *("k" * 129, "__proto__", None, True, 0, 1, [], [KID], {}, {KID: 1}),
    ],
)
def test_kid_that_is_not_one_of_ours(kid: object) -> None:
    assert reason_of_header(kid=kid) == "kid"


def test_kid_of_a_key_with_a_stranger_name_than_any_of_ours() -> None:
    long = "k" * 129
    assert reason(compact(header_for(long), claims_at(), SIGN), {long: PUBLIC}) == "kid"
    assert reason(compact(header_for(""), claims_at(), SIGN), {"": PUBLIC}) == "kid"


def test_kid_of_another_of_our_keys() -> None:
    token = compact(header_for("key-2"), claims_at(), SIGN)
    assert reason(token, {KID: PUBLIC, "key-2": ATTACKER.public_key()}) == "signature"


def test_kid_of_a_retired_key() -> None:
    ring = KeyRing.generate("demo")
    old = ring.signing_key
    token = compact(header_for(old.kid), claims_at(), raw_signer(old.private_key))
    verify(token, ring.verification_keys)
    ring.rotate()
    verify(token, ring.verification_keys)
    live = {ring.signing_key.kid: ring.verification_keys[ring.signing_key.kid]}
    assert reason(token, live) == "kid"


def test_without_any_key() -> None:
    assert reason(VALID, {}) == "kid"


# --- the signature -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "token",
    [
        compact(HEADER, claims_at(), raw_signer(ATTACKER)),
        compact(HEADER, claims_at(), lambda _: bytes(64)),  # r = s = 0 (CVE-2022-21449)
        compact(HEADER, claims_at(), lambda _: b"\xff" * 64),
        f"{HEAD}.{encode(json.dumps(claims_at(sub='other')).encode())}.{SIGNATURE}",
        f"{encode(json.dumps(HEADER, indent=1).encode())}.{BODY}.{SIGNATURE}",
    ],
    ids=["another key", "zeros", "ones", "other claims", "other header"],
)
def test_a_signature_that_does_not_fit(token: str) -> None:
    assert reason(token) == "signature"


# --- the claims --------------------------------------------------------------------------------

TYPES: list[object] = [None, True, False, 0, 1, -1, 1.5, "", "x", [], [1], {}, {"a": 1}]


@pytest.mark.parametrize("name", sorted(claims_at()))
def test_a_claim_is_absent(name: str) -> None:
    assert reason(compact(HEADER, without(claims_at(), name), SIGN)) == f"claim_{name}"


@pytest.mark.parametrize("name", [*sorted(claims_at()), "track"])
@pytest.mark.parametrize("value", [None, True, False, 1.5, -1, {}, {"a": 1}, [1], [None], [[]]])
def test_a_claim_is_of_another_type(name: str, value: object) -> None:
    assert reason_of_claims(**{name: value}) == f"claim_{name}"


@pytest.mark.parametrize("name", ["cnf", "act", "may_act", "admin", "nonce", "supplier_cvr", "ISS", "", "sub "])
def test_a_claim_that_nobody_reads(name: str) -> None:
    assert reason_of_claims(**{name: "x"}) == "claim_unknown"


@pytest.mark.parametrize(
    "iss",
    [
        *(f"{ISSUER}/", ISSUER.upper(), f"{ISSUER}.attacker.example", "http://platform.example"),
        *(f" {ISSUER}", ISSUER[:-1], "", [ISSUER], {ISSUER: 1}),
    ],
)
def test_iss_of_somebody_else(iss: object) -> None:
    assert reason_of_claims(iss=iss) == "claim_iss"


@pytest.mark.parametrize(
    "aud",
    ["other", AUDIENCE.upper(), f"{AUDIENCE} ", AUDIENCE[:-1], "", [AUDIENCE], [AUDIENCE, "x"], []],
)
def test_aud_of_somebody_else(aud: object) -> None:
    assert reason_of_claims(aud=aud) == "claim_aud"


@pytest.mark.parametrize(
    ("exp", "expected"),
    [
        (NOW, "expired"),  # at that second it is over
        (NOW - 1, "expired"),
        (0, "expired"),
        (True, "claim_exp"),
        (str(NOW + 600), "claim_exp"),
        (NOW + 600.0, "claim_exp"),
        ([NOW + 600], "claim_exp"),
        (10**18 - 1, "lifetime"),
        (10**18, "number_too_long"),
        (NOW + 601, "lifetime"),
    ],
)
def test_exp(exp: object, expected: str) -> None:
    assert reason_of_claims(exp=exp) == expected


@pytest.mark.parametrize("name", ["iat", "nbf"])
def test_made_for_the_future(name: str) -> None:
    assert verify(compact(HEADER, claims_at(**{name: NOW + 5}), SIGN)).expires_at == NOW + 600
    assert reason_of_claims(**{name: NOW + 6}) == f"ahead_{name}"
    assert reason_of_claims(**{name: NOW + 60}) == f"ahead_{name}"
    assert reason_of_claims(**{name: str(NOW)}) == f"claim_{name}"


def test_too_long_a_life() -> None:
    assert verify(compact(HEADER, claims_at(iat=NOW, exp=NOW + 600), SIGN)).issued_at == NOW
    assert reason_of_claims(iat=NOW - 1) == "lifetime"
    assert reason_of_claims(iat=0) == "lifetime"


def test_over_before_it_began() -> None:
    assert reason_of_claims(iat=NOW + 3, exp=NOW + 2) == "lifetime"


def test_a_clock_that_is_no_number_refuses() -> None:
    assert reason(VALID, now=NAN) == "ahead_nbf"
    assert reason(VALID, now=INFINITY) == "expired"


@pytest.mark.parametrize("name", ["sub", "client_id", "jti"])
@pytest.mark.parametrize(
    "value",
    [
        *("", " ", "a b", "a\nb", "a\rb", "a\tb", "a\x1bb", "a\x7fb", "a\x85b", "a\n"),
        *("é", "\u202ea", "\u200b", "a\ufeff", "\u0660", "x" * 256),
    ],
)
def test_a_name_that_is_not_visible_ascii(name: str, value: str) -> None:
    assert reason_of_claims(**{name: value}) == f"claim_{name}"


def test_nul_in_a_name() -> None:
    assert reason_of_claims(sub="a\x00b") == "nul_character"


@pytest.mark.parametrize(("name", "most"), [("sub", 255), ("client_id", 128), ("jti", 64)])
def test_a_name_as_long_as_it_may_be(name: str, most: int) -> None:
    verify(compact(HEADER, claims_at(**{name: "x" * most}), SIGN))
    assert reason_of_claims(**{name: "x" * (most + 1)}) == f"claim_{name}"


@pytest.mark.parametrize(
    "value",
    [
        *(ORGANISATION.upper(), ORGANISATION.replace("-", ""), f"{{{ORGANISATION}}}"),
        *(f"urn:uuid:{ORGANISATION}", f"{ORGANISATION}\n", ORGANISATION[:-1], "", "x"),
        ORGANISATION.replace("0", "\u0660"),
    ],
)
def test_an_organisation_in_another_spelling(value: str) -> None:
    assert reason_of_claims(organisation_id=value) == "claim_organisation_id"


@pytest.mark.parametrize(
    "value",
    ["", "NGO", "ngo;", "ngo\n", "1ngo", 'n"', "n" * 65, "police-d", "wall_keeper", "app_owner", "authenticator", "x"],
)
def test_an_organisation_type_that_is_no_word(value: str) -> None:
    assert reason_of_claims(organisation_type=value) == "claim_organisation_type"


@pytest.mark.parametrize(
    "scope",
    [
        *("", " ", " a", "a ", "a  b", "a\tb", "a\nb", "a a", 'a"b', "a\\b", "a*", "é"),
        *("x" * 65, ["a"], " ".join(f"s{number}" for number in range(257))),
    ],
)
def test_scope(scope: object) -> None:
    assert reason_of_claims(scope=scope) == "claim_scope"


@pytest.mark.parametrize(
    "roles",
    [
        *("caseworker", ["Caseworker"], ["case worker"], [""], ["a", "a"], ["a", 1], ["a", None]),
        *([["a"]], {"a": 1}, [f"role{number}" for number in range(17)], ["a" * 65]),
    ],
)
def test_roles(roles: object) -> None:
    assert reason_of_claims(roles=roles) == "claim_roles"


@pytest.mark.parametrize("track", ["", "Victim", "both", "victim ", ["victim"], None, 0])
def test_track(track: object) -> None:
    assert reason_of_claims(track=track) == "claim_track"


def test_the_reason_tells_nothing_of_the_token() -> None:
    error = InvalidToken(reason_of_claims(sub="0101901234 "))
    assert "0101901234" not in f"{error} {error!r} {vars(error)}"


# --- properties --------------------------------------------------------------------------------

ORACLE = ECKey.import_key(PUBLIC)


def oracle(token: str) -> dict[str, Any]:
    """What joserfc makes of it: another implementation, strict about another set of things."""
    decoded = jwt.decode(token, ORACLE, algorithms=["ES256"])
    rules = jwt.JWTClaimsRegistry(
        now=NOW,
        leeway=5,
        iss={"essential": True, "value": ISSUER},
        aud={"essential": True, "value": AUDIENCE},
        exp={"essential": True},
    )
    rules.validate(decoded.claims)
    assert decoded.header == HEADER
    return decoded.claims


VALUES = st.one_of(
    st.sampled_from(TYPES),
    st.integers(NOW - 700, NOW + 700),
    st.integers(),
    st.text(max_size=10),
    st.sampled_from([ISSUER, AUDIENCE, ORGANISATION, "victim", "a b", "12345674"]),
    st.lists(st.text("abc", max_size=3), max_size=3),
)
NAMES = st.sampled_from([*claims_at(), "track", "supplier_cvr"])


@st.composite
def nearly_valid(draw: st.DrawFn) -> str:
    """Properly signed, with a few claims that may be wrong, in some spelling of JSON."""
    claims = claims_at(**draw(st.dictionaries(NAMES, VALUES, max_size=3)))
    names = draw(st.permutations(list(claims)))
    indent = draw(st.sampled_from([None, 1]))
    text = json.dumps({name: claims[name] for name in names}, indent=indent)
    return compact(HEADER, text.encode(), SIGN)


@given(nearly_valid())
@example(VALID)
@example(compact(HEADER, claims_at(iat=NOW + 5, nbf=NOW + 5), SIGN))
@example(compact(HEADER, claims_at(exp=NOW + 1), SIGN))
@settings(max_examples=300, deadline=None)
def test_what_we_accept_joserfc_accepts_with_the_same_claims(token: str) -> None:
    try:
        ours = verify(token)
    except InvalidToken:
        return
    theirs = oracle(token)
    expected = {
        "iss": ours.issuer,
        "sub": ours.subject,
        "aud": ours.audience,
        "exp": ours.expires_at,
        "iat": ours.issued_at,
        "nbf": theirs["nbf"],
        "jti": ours.token_id,
        "client_id": ours.client_id,
        "organisation_id": str(ours.organisation_id),
        "organisation_type": ours.organisation_type,
    }
    expected |= {"track": ours.track} if ours.track is not None else {}
    assert without(theirs, "scope", "roles") == expected
    assert sorted(theirs["scope"].split(" ")) == sorted(ours.scope)
    assert sorted(theirs["roles"]) == sorted(ours.roles)


def _replace(token: str, at: int, by: str) -> str:
    at %= len(token) or 1
    return token[:at] + by + token[at + 1 :]


MUTATIONS: st.SearchStrategy[Callable[[str], str]] = st.one_of(
    st.builds(lambda at, by: lambda token: _replace(token, at, by), st.integers(0), st.text(max_size=3)),
    st.builds(lambda end: lambda token: token[:end], st.integers(0, len(VALID))),
    st.builds(lambda more: lambda token: token + more, st.text(max_size=5)),
    st.builds(
        lambda part, content: (
            lambda token: ".".join(
                encode(content) if place == part else segment for place, segment in enumerate(token.split("."))
            )
        ),
        st.integers(0, 2),
        st.binary(min_size=1, max_size=80),
    ),
)


@given(st.lists(MUTATIONS, min_size=1, max_size=3))
@settings(max_examples=500, deadline=None)
def test_a_token_that_was_touched_is_refused(mutations: list[Callable[[str], str]]) -> None:
    token = VALID
    for mutate in mutations:
        token = mutate(token)
    if token != VALID:
        reason(token)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
HEADERS = st.one_of(
    JSON_VALUES,
    st.binary(min_size=1, max_size=60),
    st.dictionaries(st.sampled_from(["alg", "typ", "kid"]), JSON_VALUES).map(lambda changes: {**HEADER, **changes}),
)
CLAIMS = st.one_of(
    JSON_VALUES,
    st.binary(min_size=1, max_size=60),
    st.dictionaries(NAMES, JSON_VALUES).map(lambda changes: {**claims_at(), **changes}),
)


@given(HEADERS, CLAIMS)
@settings(max_examples=300, deadline=None)
def test_whatever_is_signed_is_accepted_or_invalid(header: object, claims: object) -> None:
    try:
        accepted = verify(compact(header, claims, SIGN))
    except InvalidToken:
        return
    assert accepted.issuer == ISSUER


@given(st.one_of(st.text(), st.binary(), st.none(), st.from_regex(r"[\w-]*\.[\w-]*\.[\w-]*")))
def test_whatever_is_not_signed_is_invalid(token: object) -> None:
    reason(token)
