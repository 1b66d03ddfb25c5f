"""What is sealed is opened by the key's holder alone; joserfc, another implementation, opens it."""

import json

import pytest
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from app.common.jwe import BLOCK, public_key_of, seal, thumbprint

KEY = ECKey.generate_key("P-256")
PUBLIC = {str(name): str(value) for name, value in KEY.as_dict(private=False).items()}
ALGORITHMS = ["ECDH-ES", "A256GCM"]


def test_the_holder_opens_it() -> None:
    plain = {"pseudonym": "ab" * 16, "hours": 7.5, "æ": None}
    found = jwe.decrypt_compact(seal(PUBLIC, plain), KEY, algorithms=ALGORITHMS)
    assert found.plaintext is not None
    assert json.loads(found.plaintext) == plain
    assert len(found.plaintext) == BLOCK
    assert found.protected["kid"] == thumbprint(PUBLIC) == KEY.thumbprint()


def test_nobody_else_does_and_nothing_of_it_may_be_changed() -> None:
    sealed = seal(PUBLIC, {"a": 1})
    with pytest.raises(JoseError):
        jwe.decrypt_compact(sealed, ECKey.generate_key("P-256"), algorithms=ALGORITHMS)
    head, key, nonce, text, tag = sealed.split(b".")
    changed = b".".join((head, key, nonce, text[:-4] + b"AAAA", tag))
    with pytest.raises(JoseError):
        jwe.decrypt_compact(changed, KEY, algorithms=ALGORITHMS)


def test_two_of_the_same_have_nothing_in_common_but_the_length() -> None:
    one, other = seal(PUBLIC, {"a": 1}), seal(PUBLIC, {"a": 1})
    assert one.split(b".")[0] != other.split(b".")[0]
    assert one.split(b".")[3] != other.split(b".")[3]
    assert len(seal(PUBLIC, {"a": 1})) == len(seal(PUBLIC, {"a": "b" * 900}))


@pytest.mark.parametrize(
    "changes",
    [
        {"kty": "OKP"},
        {"crv": "P-384"},
        {"x": PUBLIC["y"], "y": PUBLIC["y"]},
        {"x": PUBLIC["x"][:-1]},
        {"x": PUBLIC["x"][:-1] + "="},
        {"x": "A" * 42 + "B"},
        {"x": "æ" * 43},
    ],
)
def test_what_is_no_public_key_on_the_curve_is_none(changes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"base64url|P-256|curve"):
        public_key_of({**PUBLIC, **changes})
