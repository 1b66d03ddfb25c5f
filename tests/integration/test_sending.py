"""One attempt: which URLs and addresses are taken, and how it ends with receivers of every kind."""

import json
import ssl
import time
from base64 import b64decode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from app.common.problem import InvalidValue
from app.integration.webhooks import schedule, signing
from app.integration.webhooks.addresses import UrlAddress, is_public, target_of
from app.integration.webhooks.outcomes import Result
from app.integration.webhooks.sending import Sender
from app.integration.webhooks.states import WebhookOutcome as Outcome
from tests.integration.receivers import Receiver, announcing, certificate, endless, receiving, silent, status

PUBLIC = ["1.1.1.1", "130.225.1.1", "2606:4700:4700::1111", "2a00:1450:400f::1"]
PRIVATE = [
    *("127.0.0.1", "127.1.2.3", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1"),
    *("198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:1.1.1.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1"),
    *("64:ff9b::101:101", "64:ff9b:1::1", "100::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::"),
    *("2002:101:101::", "3fff::1", "5f00::1", "fc00::1", "fd12::1", "fe80::1", "fe80::1%lo", "fec0::1", "ff02::1"),
    *("4000::1", "", "localhost", "0177.0.0.1"),
]


def test_only_the_internets_own_addresses_are_public() -> None:
    assert all(is_public(each) for each in PUBLIC)
    assert [each for each in PRIVATE if is_public(each)] == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://cases.example.org/", "url_scheme"),
        ("ftp://cases.example.org/", "url_scheme"),
        ("//cases.example.org/", "url_scheme"),
        ("https://user:word@cases.example.org/", "url_credentials"),
        ("https://@cases.example.org/", "url_credentials"),
        ("https://cases.example.org/#", "url_fragment"),
        ("https://cases.example.org:22/", "url_port"),
        ("https://cases.example.org:0/", "url_port"),
        ("https://cases.example.org:99999/", "url_form"),
        ("https://cases.example.org:/", "url_host"),
        ("https:///hooks", "url_host"),
        ("https://cases.example.org\\@10.0.0.1/", "url_form"),
        ("https://cases.example.org/\r\nx: y", "url_form"),
        ("https://cases.éxample.org/", "url_form"),
        ("https://" + "a" * 2000 + ".org/", "url_form"),
        ("https://postgres/", "url_host"),
        ("https://localhost/", "url_host"),
        ("https://db.internal/", "url_host"),
        ("https://cases.example.org./", "url_host"),
        ("https://2130706433/", "url_host"),
        ("https://0x7f.1/", "url_host"),
        ("https://0177.0.0.1/", "url_host"),
        ("https://127.1/", "url_host"),
        ("https://a%2eb.org/", "url_host"),
        *((f"https://{each}/", "url_address") for each in ("127.0.0.1", "10.1.2.3", "169.254.169.254", "[::1]")),
        *((f"https://[{each}]/", "url_address") for each in ("::ffff:1.1.1.1", "64:ff9b::101:101", "fe80::1")),
    ],
)
def test_urls_that_are_not_taken(url: str, code: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        target_of(url, local=False)
    assert refused.value.code == code


def test_urls_that_are_taken() -> None:
    target = target_of("https://Cases.Example.org:8443/hooks?a=1", local=False)
    assert (target.host, target.port, target.path) == ("cases.example.org", 8443, "/hooks?a=1")
    assert target.authority == "cases.example.org:8443"
    assert target_of("https://1.1.1.1", local=False).path == "/"
    assert target_of("http://localhost:8080/x", local=True).authority == "localhost:8080"
    with pytest.raises(UrlAddress):
        target_of("http://10.0.0.1:8080/", local=True)


def sender(*addresses: str, seconds: float = 5) -> Sender:
    """One to whom every name leads there."""

    async def resolve(_host: str, _port: int) -> list[str]:
        return [*addresses]

    return Sender(local=True, resolve=resolve, deadline_seconds=seconds)


async def sent(receiver: Receiver, *addresses: str, seconds: float = 5) -> Result:
    url = f"http://cases.example.org:{receiver.port}/hooks?a=1"
    return await sender(*(addresses or ("127.0.0.1",)), seconds=seconds).send(url, {"webhook-id": "x"}, b"{}")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (status(200), Result(Outcome.DELIVERED, 200)),
        (status(299), Result(Outcome.DELIVERED, 299)),
        (status(302, "location: http://127.0.0.1:1/"), Result(Outcome.REDIRECTED, 302)),
        (status(410), Result(Outcome.GONE, 410)),
        (status(404), Result(Outcome.REFUSED, 404)),
        (status(429, "retry-after: 120"), Result(Outcome.REFUSED, 429, timedelta(seconds=120))),
        (status(503, "retry-after: soon"), Result(Outcome.FAILED, 503)),
        (b"SSH-2.0-OpenSSH_9.9\r\n", Result(Outcome.CONNECTION)),
        (b"", Result(Outcome.CONNECTION)),
        (endless, Result(Outcome.TOO_LONG, 200)),
        (announcing, Result(Outcome.TOO_LONG)),
    ],
)
async def test_how_an_attempt_ends(answer: bytes, expected: Result) -> None:
    async with receiving(answer) as receiver:
        assert await sent(receiver) == expected
        first, headers, body = receiver.requests[0]
    assert (first, headers["host"]) == ("POST /hooks?a=1 HTTP/1.1", f"cases.example.org:{receiver.port}")
    assert (headers["content-type"], body, len(receiver.requests)) == ("application/json", b"{}", 1)


async def test_who_says_nothing_is_left_at_the_deadline() -> None:
    async with receiving(silent) as receiver:
        begun = time.monotonic()
        assert await sent(receiver, seconds=0.1) == Result(Outcome.TIMEOUT)
        assert time.monotonic() - begun < 2


async def test_a_name_that_leads_inside_is_as_one_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is connected to, and the two are told alike; nor is a proxy of the environment asked."""
    async with receiving() as receiver:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{receiver.port}")
        inside = Result(Outcome.NO_PUBLIC_ADDRESS)
        for addresses in (["10.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["1.1.1.1", "::ffff:127.0.0.1"], ["fe80::1%lo"]):
            assert await sent(receiver, *addresses) == inside
        assert await sender().send("http://cases.example.org/", {}, b"") == inside
        strict = Sender(local=False, resolve=sender("127.0.0.1").resolve)
        assert await strict.send("https://cases.example.org/", {}, b"") == inside
        assert await strict.send(f"http://127.0.0.1:{receiver.port}/", {}, b"") == inside
        assert receiver.requests == []


async def test_the_connection_is_to_the_address_that_was_checked() -> None:
    """A name that is rebound between the look and the call is looked up once."""
    looked: list[str] = []

    async def rebinding(host: str, _port: int) -> list[str]:
        looked.append(host)
        return ["127.0.0.1"] if len(looked) == 1 else ["10.0.0.1"]

    async with receiving() as receiver:
        it = Sender(local=True, resolve=rebinding)
        url = f"http://cases.example.org:{receiver.port}/"
        assert (await it.send(url, {}, b"")).outcome is Outcome.DELIVERED
        assert looked == ["cases.example.org"]
        assert (await it.send(url, {}, b"")).outcome is Outcome.NO_PUBLIC_ADDRESS
        assert len(receiver.requests) == 1


async def test_tls_is_for_the_name(tmp_path: Path) -> None:
    """The certificate is that of the name and not of the address, and whose it is not gets nothing."""
    file = certificate("cases.example.org", tmp_path)
    served = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    served.load_cert_chain(file)
    it = replace(sender("127.0.0.1"), tls=ssl.create_default_context(cafile=str(file)))
    async with receiving(tls=served) as receiver:
        url = f"https://{{}}.example.org:{receiver.port}/"
        assert (await it.send(url.format("cases"), {}, b"{}")).outcome is Outcome.DELIVERED
        assert (await it.send(url.format("other"), {}, b"{}")).outcome is Outcome.TLS
        assert (await sender("127.0.0.1").send(url.format("cases"), {}, b"{}")).outcome is Outcome.TLS
        assert len(receiver.requests) == 1
    async with receiving(announcing, tls=served) as receiver:
        assert await it.send(f"https://cases.example.org:{receiver.port}/", {}, b"{}") == Result(Outcome.TOO_LONG)
    async with receiving(silent) as plain:
        url = f"https://cases.example.org:{plain.port}/"
        assert (await replace(it, deadline_seconds=0.1).send(url, {}, b"{}")).outcome is Outcome.TIMEOUT


def test_signatures_are_those_of_standard_webhooks() -> None:
    old, new = signing.new_secret(), signing.new_secret()
    assert len(b64decode(old.removeprefix("whsec_"))) == 32
    record, change, now = uuid4(), uuid4(), datetime.now(UTC)
    body = signing.body_of(change_id=change, happened_at=now, collection="citizens", record_id=record, kind="updated")
    headers = signing.headers_of([new, old], change, now, body)
    for secret in (old, new):
        told = Webhook(secret).verify(body, headers)
        assert told["type"] == "citizens.updated"
        assert told["data"] == json.loads(body)["data"]
        assert {*told} == {"type", "timestamp", "data"}
        assert {*told["data"]} == {"change_id", "collection", "record_id", "kind"}
        assert UUID(told["data"]["record_id"]) == record
        expected = Webhook(secret).sign(str(change), now, body.decode())
        assert expected in headers["webhook-signature"].split(" ")
    with pytest.raises(WebhookVerificationError):
        Webhook(signing.new_secret()).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(body + b" ", headers)


def test_retries_go_on_for_days_and_wait_no_less_than_told() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    low, high = ([schedule.next_attempt(count, now, None, chance) for count in range(1, 10)] for chance in (0.0, 1.0))
    waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
    assert [each - now for each in low if each] == [timedelta(seconds=each) for each in waits]
    assert [each - now for each in high if each] == [timedelta(seconds=each * 1.2) for each in waits]
    assert schedule.next_attempt(10, now, timedelta(days=1), 0) is None
    asked = [schedule.next_attempt(1, now, timedelta(seconds=each), 0) for each in (1, 3600, 10**8)]
    assert [each - now for each in asked if each] == [
        timedelta(seconds=5), timedelta(hours=1), timedelta(hours=24)
    ]  # fmt: skip
    rests = [schedule.rest_after(count, now) for count in (0, 2, 3, 4, 500)]
    assert [each and each - now for each in rests] == [
        None, None, timedelta(seconds=10), timedelta(seconds=20), timedelta(minutes=5)
    ]  # fmt: skip
