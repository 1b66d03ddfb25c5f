"""A real uvicorn on the loopback interface, spoken to with raw sockets.

Nothing here sleeps: what is to end by a deadline is waited for by reading from the socket.
"""

import json
import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest
import structlog
import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.common.http_context import AccessLog
from app.common.problem_responses import UnhandledErrors
from app.common.protocol import ProtocolLimits, guarded_protocol

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]

PATIENCE = 10.0  # for what ought to take a fraction of a second
LIMITS = ProtocolLimits(headers=0.3, body=0.3, body_rate=96 * 1024, write=0.3, linger=0.2, header_section=32 * 1024)
OK = b"HTTP/1.1 200 OK\r\n"
BIG = 64 * 1024 * 1024


LOGGED: "queue.SimpleQueue[Any]" = queue.SimpleQueue()


async def read_and_log(scope: Scope, receive: Receive, send: Send) -> None:
    """Read the body as the product does, and keep what its access log says of it."""

    async def read(scope: Scope, receive: Receive, send: Send) -> None:
        await Request(scope, receive).body()

    async def fault(_request: Request, _error: Exception) -> Response:
        return Response(status_code=500)

    with structlog.testing.capture_logs() as logs:
        await AccessLog(UnhandledErrors(read, fault))(scope, receive, send)
    LOGGED.put(logs[-1])


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Echo what was received as JSON, or send 64 MiB, or answer before the body."""
    assert scope["type"] == "http"
    if scope["path"] == "/big":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(BIG // 65536):
            await send({"type": "http.response.body", "body": b"x" * 65536, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
        return
    if scope["path"] == "/logged":
        await read_and_log(scope, receive, send)
        return
    body = b""
    more = scope["path"] != "/early"
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        body += message["body"]
        more = message["more_body"]
    seen = {
        "path": scope["path"],
        "body": body.decode("latin-1"),
        "headers": [[n.decode("latin-1"), v.decode("latin-1")] for n, v in scope["headers"]],
    }
    content = json.dumps(seen).encode()
    headers = [(b"content-length", str(len(content)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": content})


@pytest.fixture(scope="module", params=["asyncio", "uvloop"])
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    # A small send buffer, so that a reader who does not read is noticed soon.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16 * 1024)
    config = uvicorn.Config(
        application,
        http=guarded_protocol(LIMITS),
        loop=request.param,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_keep_alive=1,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield int(listener.getsockname()[1])
    server.should_exit = True
    thread.join(PATIENCE)
    listener.close()
    assert not thread.is_alive()


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        return json.loads(self.body)


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)


def read_to_end(connection: socket.socket) -> bytes:
    """Read until the server ends the connection; a reset ends it as well."""
    data = b""
    try:
        while chunk := connection.recv(65536):
            data += chunk
    except ConnectionError:
        pass
    return data


def parse(data: bytes) -> Answer:
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {n.lower(): v for n, _, v in (line.partition(": ") for line in lines)}
    return Answer(int(first.split()[1]), headers, body)


def exchange(port: int, *sent: bytes) -> bytes:
    with closing(connect(port)) as connection:
        for data in sent:
            connection.sendall(data)
        return read_to_end(connection)


def is_problem(data: bytes, status: int) -> Answer:
    answer = parse(data)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["connection"] == "close"
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert answer.json["status"] == status
    assert answer.json["trace_id"] == answer.headers["x-request-id"]
    return answer


CLOSE = b"Connection: close\r\n"


def test_an_ordinary_request_is_answered(port: int) -> None:
    data = exchange(port, b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n", CLOSE, b"\r\nhi")
    answer = parse(data)
    assert answer.status == 200
    assert answer.json["body"] == "hi"


def test_a_connection_is_kept_and_ends_when_idle(port: int) -> None:
    with closing(connect(port)) as connection:
        for _ in range(3):
            connection.sendall(b"GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
            data = b""
            while not data.endswith(b"}"):
                data += connection.recv(65536)
            assert data.startswith(OK)
        assert read_to_end(connection) == b""


def test_pipelined_requests_are_each_answered(port: int) -> None:
    request = b"GET /%d HTTP/1.1\r\nHost: a\r\n%s\r\n"
    data = exchange(port, request % (1, b"") + request % (2, b"") + request % (3, CLOSE))
    assert data.count(OK) == 3
    assert data.index(b'"/1"') < data.index(b'"/2"') < data.index(b'"/3"')


def test_http_1_0_needs_no_host_and_is_closed(port: int) -> None:
    assert parse(exchange(port, b"GET / HTTP/1.0\r\n\r\n")).status == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"G",
        b"GET / HTTP/1.1\r\nHost: a\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: y",
    ],
)
def test_headers_have_a_deadline(port: int, sent: bytes) -> None:
    is_problem(exchange(port, sent), 408)


@pytest.mark.parametrize("sent", [b"", b"\r\n", b"\r\n\r\n\r\n"])
def test_a_connection_without_a_request_ends(port: int, sent: bytes) -> None:
    assert exchange(port, sent) == b""


def test_empty_lines_do_not_keep_a_used_connection_alive(port: int) -> None:
    with closing(connect(port)) as connection:
        connection.sendall(b"GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
        data = b""
        while not data.endswith(b"}"):
            data += connection.recv(65536)
        connection.sendall(b"\r\n")
        assert read_to_end(connection) == b""


def test_a_dripping_header_does_not_move_the_deadline(port: int) -> None:
    with closing(connect(port)) as connection:
        connection.settimeout(0.05)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
        data = b""
        for _ in range(200):
            try:
                connection.sendall(b"x")
                data += connection.recv(65536)
            except TimeoutError:
                continue
            except ConnectionError:
                break
            if data:
                break
        is_problem(data, 408)


@pytest.mark.parametrize(
    "sent",
    [
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab",
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nT: x\r\n",
    ],
)
def test_a_body_has_a_deadline(port: int, sent: bytes) -> None:
    is_problem(exchange(port, sent), 408)


@pytest.mark.parametrize(
    ("framing", "body", "status"),
    [
        (b"Content-Length: 5", b"ab", 408),
        (b"Transfer-Encoding: chunked", b"1\r\na\r\n", 408),
        (b"Transfer-Encoding: chunked", b"z\r\n", 400),
        (b"Transfer-Encoding: chunked", b"1;" + b"x" * 1_000_000, 431),
    ],
)
def test_what_the_client_caused_is_no_fault_of_the_servers_in_the_log(
    port: int, framing: bytes, body: bytes, status: int
) -> None:
    is_problem(exchange(port, b"POST /logged HTTP/1.1\r\nHost: a\r\n" + framing + b"\r\n\r\n", body), status)
    line = LOGGED.get(timeout=PATIENCE)
    assert (line["status"], line["log_level"]) == (status, "info")


def test_a_large_body_may_take_its_time_while_it_keeps_coming(port: int) -> None:
    """What has come lets it go on beyond the deadline, for as long as it takes at the rate that is asked."""
    with closing(connect(port)) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + b"x" * 65536)
        connection.settimeout(1.5 * LIMITS.body)
        with pytest.raises(TimeoutError):
            connection.recv(1)
        connection.settimeout(PATIENCE)
        is_problem(read_to_end(connection), 408)


def test_a_body_that_no_one_reads_has_a_deadline_too(port: int) -> None:
    data = exchange(port, b"POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\nab")
    assert data.startswith(OK)


def test_a_reader_that_does_not_read_is_cut_off(port: int) -> None:
    with closing(socket.socket()) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(PATIENCE)
        connection.connect(("127.0.0.1", port))
        connection.sendall(b"GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
        gone = threading.Event()
        watcher = threading.Thread(target=_wait_for_reset, args=(connection, gone), daemon=True)
        watcher.start()
        assert gone.wait(PATIENCE)
        assert len(read_to_end(connection)) < BIG


def _wait_for_reset(connection: socket.socket, gone: threading.Event) -> None:
    """Notice the end without reading: what is sent to a reset connection fails."""
    tick = threading.Event()
    while not tick.wait(0.05):
        try:
            connection.send(b"\r\n")
        except OSError:
            gone.set()
            return


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"Host: a\r\nHost: a\r\n",
        b"Host: a\r\nhost: b\r\n",
        b"Host: a\r\nContent-Length: 0\r\nContent-Length: 0\r\n",
        b"Host: a\r\nContent-Length: 5, 5\r\n",
        b"Host: a\r\nContent-Length: +5\r\n",
        b"Host: a\r\nContent-Length: -1\r\n",
        b"Host: a\r\nContent-Length: 0x1\r\n",
        b"Host: a\r\nContent-Length: 99999999999999999999999\r\n",
        b"Host: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        b"Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n",
        b"Host: a\r\nTransfer-Encoding: gzip, chunked\r\n",
        b"Host: a\r\nTransfer-Encoding: chunked, chunked\r\n",
        b"Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        b"Host: a\r\nTransfer-Encoding: identity\r\n",
        b"Host: a\r\nTransfer-Encoding: xchunked\r\n",
        b"Host: a\r\nTransfer-Encoding:\x0bchunked\r\n",
        b"Host: a\r\nTransfer-Encoding : chunked\r\n",
        b"Host: a\r\nX: a\r\n b\r\n",
        b"Host: a\r\nX: a\r\n\tb\r\n",
        b" Host: a\r\n",
        b"Host: a\nX: b\r\n",
        b"Host: a\r\nX: b\n",
        b"Host: a\r\nX: a\rb\r\n",
        b"Host: a\r\nX: a\x00b\r\n",
        b"Host: a\r\nX\x00: b\r\n",
        b"Host: a\r\nX Y: b\r\n",
        b"Host: a\r\n: b\r\n",
        b"Host: a\r\nno colon\r\n",
    ],
)
def test_a_request_that_can_be_read_in_two_ways_is_refused(port: int, head: bytes) -> None:
    sent = b"POST / HTTP/1.1\r\n" + head + b"\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
    data = exchange(port, sent)
    is_problem(data, 400)
    assert b"smuggled" not in data


@pytest.mark.parametrize(
    "line",
    [
        b"GET / HTTP/1.1\n",
        b"GET / HTTP/1.2\r\n",
        b"GET / HTTP/2.0\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/0.9\r\n",
        b"GET / b HTTP/1.1\r\n",
        b"G\x00T / HTTP/1.1\r\n",
        b"GET /\xc3\xa6 HTTP/1.1\r\n",
        b"BREW / HTTP/1.1\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
def test_a_request_line_that_is_none_is_refused(port: int, line: bytes) -> None:
    is_problem(exchange(port, line + b"Host: a\r\n\r\n"), 400)


def test_http_1_0_has_no_chunks(port: int) -> None:
    head = b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    is_problem(exchange(port, head), 400)


@pytest.mark.parametrize(
    "chunks",
    [
        b"2\nhi\r\n0\r\n\r\n",
        b"2\r\nhi\n0\r\n\r\n",
        b"2\r\nhixx0\r\n\r\n",
        b"0x2\r\nhi\r\n0\r\n\r\n",
        b"-2\r\nhi\r\n0\r\n\r\n",
        b"2 \r\nhi\r\n0\r\n\r\n",
        b"fffffffffffffffff\r\nhi\r\n0\r\n\r\n",
    ],
)
def test_chunks_are_read_in_one_way(port: int, chunks: bytes) -> None:
    head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    is_problem(exchange(port, head + chunks), 400)


def test_trailers_never_become_headers(port: int) -> None:
    head = b"POST /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer = parse(exchange(port, head + b"2\r\nhi\r\n0\r\nAuthorization: Bearer x\r\nHost: b\r\n\r\n"))
    assert answer.status == 200
    assert answer.json["body"] == "hi"
    names = [name for name, _ in answer.json["headers"]]  # type: ignore[attr-defined]
    assert "authorization" not in names
    assert names.count("host") == 1


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 40_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 1_000_000,
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 10_000 + b"\r\n",
        b"GET /" + b"x" * 40_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nT: " + b"x" * 1_000_000,
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;" + b"x" * 1_000_000,
    ],
)
def test_headers_and_trailers_are_bounded(port: int, sent: bytes) -> None:
    with closing(connect(port)) as connection:
        try:
            connection.sendall(sent)
        except ConnectionError:
            return  # cut off before it was all sent: as good
        is_problem(read_to_end(connection), 431)


def test_an_upgrade_is_ignored_and_what_follows_is_not_a_request(port: int) -> None:
    upgrade = b"GET /x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: %s\r\n"
    for protocol in (b"h2c", b"websocket"):
        data = exchange(port, upgrade % protocol + b"\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n")
        assert data.count(b"HTTP/1.1") == 1
        assert parse(data).status == 200
        assert b"smuggled" not in data


def test_an_earlier_request_is_answered_before_a_bad_one_ends_the_connection(port: int) -> None:
    good = b"GET /good HTTP/1.1\r\nHost: a\r\n\r\n"
    data = exchange(port, good + b"GET /bad HTTP/1.1\r\n\r\n")
    assert data.startswith(OK)
    assert b"/good" in data
    assert b"/bad" not in data


def test_refusals_speak_danish_to_those_who_do(port: int) -> None:
    data = exchange(port, b"GET / HTTP/1.1\r\nAccept-Language: da\r\n\r\n")
    assert is_problem(data, 400).json["title"] == "Ugyldig forespørgsel"
