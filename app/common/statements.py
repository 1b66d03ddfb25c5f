"""Many statements of SQL as few."""

from collections.abc import Iterable, Iterator
from itertools import islice

AT_ONCE = 100
_EACH, _ALL = "$each$", "$all$"


def together(statements: Iterable[str]) -> Iterator[str]:
    """The same statements in their order, as blocks of which each is one statement to the server.

    A statement by itself is asked thrice of the server (parse, run, forget), which takes longer than most of those
    that make a policy or a grant. They answer nothing, and stand in a transaction that somebody else has begun.
    """
    left = iter(statements)
    while block := [*islice(left, AT_ONCE)]:
        body = "\n".join(f"EXECUTE {_EACH}{each}{_EACH};" for each in block)
        yield f"DO {_ALL} BEGIN\n{body}\nEND {_ALL}"
