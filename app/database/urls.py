"""Database URLs: one driver, and the logins' URLs derived from the owner's."""

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_PORT = "5432"
"""PostgreSQL's own, where a URL of several hosts names none."""


def asyncpg_url(url: str) -> URL:
    """The URL with the one driver that the product uses, whatever driver the operator wrote.

    Several hosts (`?host=one:5432&host=two`) become `?host=one,two&port=5432,5432`: the one form that SQLAlchemy and
    asyncpg by itself both read, and each with its port, which SQLAlchemy wants.

    Raises:
        ArgumentError: it is none; of several hosts before the path, say, SQLAlchemy reads no ports.
    """
    try:
        made = make_url(url).set(drivername="postgresql+asyncpg")
    except ValueError:  # SQLAlchemy's own, which quotes what it took for a port
        raise ArgumentError("not a port") from None
    hosts = _listed(made, "host")
    if len(hosts) < 2:  # noqa: PLR2004 - several
        return made
    names, ports = zip(*(_name_and_port(each) for each in hosts), strict=True)
    # One port is all hosts' own, as libpq has it; of another number SQLAlchemy says that it does not match.
    apart = _listed(made, "port")
    given = apart * len(hosts) if len(apart) == 1 else apart or ports
    return made.update_query_dict({"host": ",".join(names), "port": ",".join(each or _PORT for each in given)})


def _listed(url: URL, name: str) -> tuple[str, ...]:
    """What stands in the query under this name, once or more often, or with commas."""
    found = url.query.get(name, ())
    return tuple(part for each in ((found,) if isinstance(found, str) else found) for part in each.split(","))


def _name_and_port(host: str) -> tuple[str, str]:
    name, _, port = host.partition(":")
    return name, port


def login_url(owner_url: str, login: str, password: str) -> URL:
    """The owner's URL with another login, for installations that give only `DATABASE_URL`."""
    return asyncpg_url(owner_url).set(username=login, password=password)


def driver_url(url: URL) -> str:
    """An `asyncpg_url`, with its password, as asyncpg by itself reads it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
