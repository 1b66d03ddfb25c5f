"""Requests as OpenTelemetry spans, where somebody collects them (`APP_TRACES_URL`): the route and how it went, no more.

Not by the library's own instrumentation, which records paths and query strings: our answer links have a secret in the
path. A span bears the ids that the request's `traceparent` and log line have.
"""

from contextvars import ContextVar

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.sdk.trace.id_generator import IdGenerator
from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased
from opentelemetry.trace import NonRecordingSpan, SpanContext, SpanKind, StatusCode, TraceFlags

from app.common.http_context import Answered

_SERVER_ERROR = 500
_NANOSECONDS = 1_000_000_000
_told: ContextVar[Answered] = ContextVar("told")


class Traces:
    """The spans of one process, sent in batches by a thread of their own; what cannot be sent is dropped."""

    def __init__(self, exporter: SpanExporter, *, share: float) -> None:
        self._provider = TracerProvider(
            # A caller who had its own part recorded has ours recorded as well.
            sampler=ParentBased(TraceIdRatioBased(share)),
            resource=Resource.create({"service.name": "interventionsmodellen"}),
            id_generator=_OfTheRequest(),
            shutdown_on_exit=False,
        )
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("app")

    @classmethod
    def to(cls, url: str, *, share: float) -> "Traces":
        """Send them to a collector that takes OTLP over HTTP, such as `http://127.0.0.1:4318/v1/traces`."""
        return cls(OTLPSpanExporter(endpoint=url, timeout=5), share=share)

    def answered(self, answer: Answered) -> None:
        """One request more."""
        mark = _told.set(answer)
        try:
            span = self._tracer.start_span(
                f"{answer.method} {answer.route}",
                context=_parent(answer),
                kind=SpanKind.SERVER,
                start_time=int(answer.began_at * _NANOSECONDS),
                attributes={
                    "http.request.method": answer.method,
                    "http.route": answer.route,
                    "http.response.status_code": answer.status,
                },
            )
        finally:
            _told.reset(mark)
        if answer.status >= _SERVER_ERROR:
            span.set_status(StatusCode.ERROR)
        span.end(int((answer.began_at + answer.seconds) * _NANOSECONDS))

    def close(self) -> None:
        """Send what is left, for some seconds at most."""
        self._provider.shutdown()


class _OfTheRequest(IdGenerator):
    def generate_trace_id(self) -> int:
        return int(_told.get().trace_id, 16)

    def generate_span_id(self) -> int:
        return int(_told.get().traceparent.split("-")[2], 16)


def _parent(answer: Answered) -> Context | None:
    if answer.parent_span_id is None:
        return None
    flags = TraceFlags(int(answer.traceparent.split("-")[3], 16))
    caller = SpanContext(int(answer.trace_id, 16), int(answer.parent_span_id, 16), is_remote=True, trace_flags=flags)
    return trace.set_span_in_context(NonRecordingSpan(caller))
