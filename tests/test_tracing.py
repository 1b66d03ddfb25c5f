"""Requests as spans: the route and how it went, in the trace that the caller began."""

import subprocess
import sys
from pathlib import Path

import httpx
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from starlette.types import Receive, Scope, Send

from app.common.http_context import AccessLog, RequestId
from app.tracing import Traces

CALLER, SPAN = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"


async def _answers(scope: Scope, _receive: Receive, send: Send) -> None:
    if scope["path"] == "/breaks":
        raise ValueError
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def asked(traces: Traces, path: str, headers: dict[str, str]) -> httpx.Headers:
    app = RequestId(AccessLog(_answers, observers=[traces.answered]))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as http:
        return (await http.get(path, headers=headers)).headers


async def test_a_span_continues_the_callers_trace_and_says_no_path() -> None:
    told = InMemorySpanExporter()
    traces = Traces(told, share=0)
    headers = await asked(traces, "/q/secret?name=x", {"traceparent": f"00-{CALLER}-{SPAN}-01"})
    await asked(traces, "/not-recorded", {"traceparent": f"00-{CALLER}-{SPAN}-00"})
    await asked(traces, "/of-no-share", {})
    traces.close()

    (span,) = told.get_finished_spans()
    assert span.context is not None
    assert span.parent is not None
    assert headers["traceparent"] == f"00-{span.context.trace_id:032x}-{span.context.span_id:016x}-01"
    assert (f"{span.context.trace_id:032x}", f"{span.parent.span_id:016x}") == (CALLER, SPAN)
    assert span.name == "GET -"
    assert dict(span.attributes or {}) == {
        "http.request.method": "GET", "http.route": "-", "http.response.status_code": 200
    }  # fmt: skip
    assert span.end_time is not None
    assert span.start_time is not None
    assert span.end_time >= span.start_time


async def test_what_breaks_is_an_error_without_its_text() -> None:
    told = InMemorySpanExporter()
    traces = Traces(told, share=1)
    await asked(traces, "/breaks", {})
    traces.close()

    (span,) = told.get_finished_spans()
    assert span.status.status_code is StatusCode.ERROR
    assert span.parent is None
    assert not span.events


def test_what_starts_loads_no_more_than_it_needs() -> None:
    """No packages for traces where none are collected, and no API in what `serve` starts beside itself."""
    script = (
        "import sys; sys.modules['opentelemetry.sdk'] = None\n"
        "import app.cli.imports, app.cli.releases, app.cli.webhooks; assert 'fastapi' not in sys.modules\n"
        "import app.main; assert 'app.tracing' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[1])
