import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from app.common.logging import configure_logging, mask_text, redact, summarise_exception

SECRET = "0101901234"
UUID_OF_DIGITS = "01019012-3456-7890-8123-456789012345"


@pytest.fixture
def configured(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    root, access = logging.getLogger(), logging.getLogger("uvicorn.access")
    before = (list(root.handlers), root.level, logging.raiseExceptions)
    yield capsys
    root.handlers, root.level, logging.raiseExceptions = before
    access.propagate, access.disabled = True, False
    structlog.reset_defaults()


def _fail(exc: Exception) -> None:
    raise exc


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("cpr 010190-1234.", "cpr [cpr]."),
        ("0101901234", "[cpr]"),
        ("010190 1234", "[cpr]"),
        ("/v1/citizens/0101901234/x", "/v1/citizens/[cpr]/x"),
        ("Bearer abc.def", "Bearer [token]"),
        ("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln", "[token]"),
        ("to a.b+c@example.dk now", "to [email] now"),
        ("postgresql://u:p@host/db", "postgresql://[credentials]@host/db"),
        ("ring 20 12 34 56", "ring [phone]"),
        ("ring 20123456", "ring [phone]"),
        ("ring +45 20 12 34 56", "ring [phone]"),
        ("ring +46701234567!", "ring [phone]!"),
        (UUID_OF_DIGITS, UUID_OF_DIGITS),
        ("20123456-3456-7890-8123-010190123456", "20123456-3456-7890-8123-010190123456"),
        ("2026-01-02T03:04:05.123456Z", "2026-01-02T03:04:05.123456Z"),
        ("took 12.5 ms for 3 rows", "took 12.5 ms for 3 rows"),
    ],
)
def test_texts_are_masked(text: str, masked: str) -> None:
    assert mask_text(text) == masked


@given(st.text(max_size=40), st.from_regex(r"[0-3][0-9][01][0-9]{3}-?[0-9]{4}", fullmatch=True))
def test_no_cpr_passes_whatever_stands_around_it(text: str, cpr: str) -> None:
    assert cpr not in mask_text(f"{text} {cpr} {text[::-1]}")


def test_keys_and_nested_values_are_redacted() -> None:
    event = {
        "event": "x",
        "citizen_cpr": "x",
        "Authorization": "x",
        "client-secret": "x",
        "name": "x",
        "nested": {"email": "x", "deep": [{"phone_number": 1, "ok": f"see {SECRET}"}]},
        "number": int("1" + SECRET[1:]),
        "count": 12,
        "when": datetime(2026, 1, 2, tzinfo=UTC),
        "id": UUID(UUID_OF_DIGITS),
        "object": ValueError(SECRET),
        "bytes": SECRET.encode(),
        SECRET: 1,
    }
    text = json.dumps(redact(None, "info", event))
    assert "x" not in json.loads(text)["nested"].values()
    result = json.loads(text)
    assert [result[k] for k in ("citizen_cpr", "Authorization", "client-secret", "name")] == ["[redacted]"] * 4
    assert result["nested"]["deep"][0] == {"phone_number": "[redacted]", "ok": "see [cpr]"}
    assert (result["number"], result["count"]) == ("[cpr]", 12)
    assert result["id"] == UUID_OF_DIGITS
    assert (result["object"], result["bytes"]) == ("<ValueError>", "<bytes>")
    assert SECRET not in text


def test_exceptions_are_classes_and_places() -> None:
    group = ExceptionGroup(SECRET, [ValueError(SECRET)])
    group.__cause__ = KeyError(SECRET)
    with pytest.raises(ExceptionGroup) as raised:
        _fail(group)
    summary = summarise_exception(raised.value)
    assert [entry["class"] for entry in summary] == [
        "builtins.ExceptionGroup",
        "builtins.ValueError",
        "builtins.KeyError",
    ]
    assert SECRET not in repr(summary)
    assert "tests/common/test_logging.py:" in repr(summary)


def test_a_circle_of_causes_ends() -> None:
    one, other = ValueError(), ValueError()
    one.__cause__, other.__cause__ = other, one
    assert len(summarise_exception(one)) == 2


def test_every_logger_writes_the_same_lines(configured: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO")
    with structlog.contextvars.bound_contextvars(request_id="r1"):
        structlog.get_logger("app.x").info("hello", email="a@b.dk", note_id=7)
        logging.getLogger("uvicorn.error").warning("for %s", SECRET)
        logging.getLogger("sqlalchemy.engine").error("row (%s)", f"{SECRET}")
        logging.getLogger("uvicorn.access").error('"GET /x?cpr=%s"', SECRET)
    logging.getLogger("app.y").debug("too little to say")
    first, second, third = lines(configured)
    assert first["email"] == "[redacted]"
    assert first["note_id"] == 7
    assert first["logger"] == "app.x"
    assert str(first["timestamp"]).endswith("Z")
    assert (second["event"], second["level"], second["request_id"]) == (
        "for [cpr]",
        "warning",
        "r1",
    )
    assert third["event"] == "row ([cpr])"


def test_no_message_of_an_exception_is_written(configured: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO")
    try:
        _fail(RuntimeError(SECRET + "x"))
    except RuntimeError:
        structlog.get_logger("app").exception("failed")
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
        logging.getLogger("other").warning("odd", stack_info=True)
    out = configured.readouterr()
    assert SECRET not in out.out + out.err
    assert out.out.count("builtins.RuntimeError") == 2
    assert "test_logging.py:" in out.out
    assert "Traceback" not in out.out


def test_a_record_that_cannot_be_formatted_says_nothing(
    configured: pytest.CaptureFixture[str],
) -> None:
    configure_logging("INFO")
    logging.getLogger("x").warning("%d", SECRET + "x")
    out = configured.readouterr()
    assert SECRET not in out.out + out.err


def test_readable_lines_are_redacted_too(configured: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", json=False)
    structlog.get_logger("app").info(f"for {SECRET}", token="abc", ok=1)
    out = configured.readouterr().out
    assert "for [cpr]" in out
    assert "abc" not in out
