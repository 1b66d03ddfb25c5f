"""What a process counts of itself, for Prometheus: routes as they are declared, and never a path, an id or a person.

It is served on a port of its own (`APP_METRICS_PORT`), beside the API and not below it: who may call the API is not who
may see how it fares. Each process has its own numbers; Prometheus adds them up.
"""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from app.common.http_context import Answered
from app.database.engines import Databases

_BUCKETS = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 30.0)
"""Seconds. 2.5 is how long a request waits for a connection before its 503, 30 the longest wait for changes."""


class Metrics:
    """The numbers of one process, in a registry of their own."""

    def __init__(self, databases: Databases) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "http_requests",
            "Requests answered; the status 499 of callers who did not wait.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "http_request_duration_seconds",
            "From the first byte to the last of the answer.",
            ("method", "route"),
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self._problems = Counter(
            "problems", "Problem documents answered, by the end of their type.", ("code",), registry=self.registry
        )
        self.registry.register(_Connections(databases))
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)

    def answered(self, answer: Answered) -> None:
        """One request more."""
        self._requests.labels(answer.method, answer.route, str(answer.status)).inc()
        self._seconds.labels(answer.method, answer.route).observe(answer.seconds)
        if answer.problem is not None:
            self._problems.labels(answer.problem).inc()

    def serve(self, host: str, port: int) -> None:
        """Answer Prometheus, in a thread of its own, until the process ends.

        Raises:
            OSError: the port cannot be had.
        """
        start_http_server(port, addr=host, registry=self.registry)


class _Connections(Collector):
    """The pools, looked at when Prometheus asks."""

    def __init__(self, databases: Databases) -> None:
        self._databases = databases

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """How many connections are open and at work, how many there may be, and who waits for one."""
        opened = GaugeMetricFamily("database_connections_open", "Connections open.", labels=["login"])
        busy = GaugeMetricFamily("database_connections_at_work", "Connections at work.", labels=["login"])
        turns = GaugeMetricFamily("database_connections_turns", "How many may be at work at a time.", labels=["login"])
        waiting = GaugeMetricFamily("database_requests_waiting", "Requests that wait for one.", labels=["login"])
        for login, usage in self._databases.usage().items():
            opened.add_metric([login], usage.open)
            busy.add_metric([login], usage.at_work)
            turns.add_metric([login], usage.turns)
            waiting.add_metric([login], usage.waiting)
        yield from (opened, busy, turns, waiting)
