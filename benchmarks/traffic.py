"""A client that costs little beside the server it measures: raw HTTP/1.1 over kept connections."""

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Rate:
    """What was reached."""

    per_second: float
    p50_ms: float
    p99_ms: float


async def _answer(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
    await reader.readexactly(length)
    return int(head.split(b" ", 2)[1])


async def measure(port: int, request: Callable[[int], bytes], *, connections: int, seconds: float, wanted: int) -> Rate:
    """Send requests for some seconds over that many connections, each after the answer to the one before.

    Raises:
        RuntimeError: an answer had another status than `wanted`; a fast refusal is no result.
    """
    numbers = itertools.count()
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < end:
            begun = time.perf_counter()
            writer.write(request(next(numbers)))
            status = await _answer(reader)
            if status != wanted:
                raise RuntimeError(f"answered {status}, not {wanted}")
            times.append(time.perf_counter() - begun)
        writer.close()

    begun = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(connections)))
    taken = time.perf_counter() - begun
    ordered = sorted(times)
    return Rate(len(times) / taken, median(ordered) * 1000, ordered[int(len(ordered) * 0.99)] * 1000)
