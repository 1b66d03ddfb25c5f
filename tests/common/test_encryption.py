from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.encryption import (
    DataKey,
    DecryptionFailed,
    FieldCipher,
    UnknownMasterKey,
    blind_index,
    master_id_of,
    unwrap_key,
    wrap_key,
)

KEY = DataKey.generate()
MASTER = b"m" * 32
PLACE = {
    "table": "identities",
    "column": "given_name",
    "row_id": str(UUID(int=1)),
    "organisation_id": str(UUID(int=2)),
    "key_id": str(UUID(int=3)),
}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_field_opens_to_what_was_encrypted(text: str) -> None:
    sealed = FieldCipher(KEY).encrypt(text, **PLACE)
    assert FieldCipher(KEY).decrypt(sealed, **PLACE) == text
    assert FieldCipher(KEY).encrypt(text, **PLACE) != sealed
    assert FieldCipher(KEY).decrypt(sealed, **PLACE) == text


def test_ids_count_as_their_text() -> None:
    row = uuid4()
    cipher = FieldCipher(KEY)
    sealed = cipher.encrypt("x", **{**PLACE, "row_id": row})  # type: ignore[arg-type]
    assert cipher.decrypt(sealed, **{**PLACE, "row_id": str(row)}) == "x"


def test_every_flipped_bit_and_truncation_is_refused() -> None:
    sealed = FieldCipher(KEY).encrypt("Østergade 1", **PLACE)
    altered = [
        sealed[:i] + bytes([sealed[i] ^ (1 << bit)]) + sealed[i + 1 :] for i in range(len(sealed)) for bit in range(8)
    ]
    for data in [*altered, *(sealed[:n] for n in range(len(sealed))), sealed + b"\x00"]:
        with pytest.raises(DecryptionFailed):
            FieldCipher(KEY).decrypt(data, **PLACE)


@pytest.mark.parametrize("part", PLACE)
def test_a_field_that_was_moved_does_not_open(part: str) -> None:
    sealed = FieldCipher(KEY).encrypt("x", **PLACE)
    with pytest.raises(DecryptionFailed):
        FieldCipher(KEY).decrypt(sealed, **{**PLACE, part: "elsewhere"})
    with pytest.raises(DecryptionFailed):
        FieldCipher(DataKey.generate()).decrypt(sealed, **PLACE)


def test_the_parts_of_a_place_cannot_run_into_each_other() -> None:
    sealed = FieldCipher(KEY).encrypt("x", **{**PLACE, "table": "ab", "column": "c"})
    with pytest.raises(DecryptionFailed):
        FieldCipher(KEY).decrypt(sealed, **{**PLACE, "table": "a", "column": "bc"})


def test_a_key_is_wrapped_and_carries_the_name_of_its_master() -> None:
    wrapped = wrap_key(MASTER, "2026-01", KEY, b"citizen|controller")
    assert master_id_of(wrapped) == "2026-01"
    masters = {"2025-01": b"o" * 32, "2026-01": MASTER}
    assert unwrap_key(masters, wrapped, b"citizen|controller") == KEY
    with pytest.raises(DecryptionFailed):
        unwrap_key(masters, wrapped, b"citizen|another")
    with pytest.raises(UnknownMasterKey):
        unwrap_key({"2025-01": MASTER}, wrapped, b"citizen|controller")


def test_every_altered_wrapping_is_refused() -> None:
    wrapped = wrap_key(MASTER, "m", KEY, b"aad")
    altered = [
        wrapped[:i] + bytes([wrapped[i] ^ (1 << bit)]) + wrapped[i + 1 :]
        for i in range(len(wrapped))
        for bit in range(8)
    ]
    for data in [*altered, *(wrapped[:n] for n in range(len(wrapped))), wrapped + b"\x00"]:
        with pytest.raises(DecryptionFailed):
            unwrap_key({"m": MASTER}, data, b"aad")


def test_keys_have_their_length_and_do_not_show() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"short")
    with pytest.raises(ValueError, match="32 bytes"):
        wrap_key(b"short", "m", KEY, b"")
    with pytest.raises(ValueError, match="1 to 255"):
        wrap_key(MASTER, "", KEY, b"")
    with pytest.raises(ValueError, match="at least 32 bytes"):
        blind_index(b"short", organisation_id="o", column="cpr", value="x")
    assert f"{KEY} {KEY!r}" == "DataKey(...) DataKey(...)"


def test_a_blind_index_is_equal_within_one_organisations_column_only() -> None:
    organisation = uuid4()

    def index(secret: bytes = MASTER, **change: str) -> bytes:
        place = {"organisation_id": str(organisation), "column": "cpr", "value": "0101901234"}
        return blind_index(secret, **{**place, **change})

    assert index() == index()
    assert len(index()) == 32
    assert index() == blind_index(MASTER, organisation_id=organisation, column="cpr", value="0101901234")
    others = [
        index(organisation_id=str(uuid4())),
        index(column="phone"),
        index(value="0101901235"),
        index(secret=b"n" * 32),
    ]
    assert len({index(), *others}) == 5
