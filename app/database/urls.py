"""Database URLs: one driver, and the logins' URLs derived from the owner's."""

from sqlalchemy.engine import URL, make_url


def asyncpg_url(url: str) -> URL:
    """The URL with the one driver that the product uses, whatever driver the operator wrote."""
    return make_url(url).set(drivername="postgresql+asyncpg")


def login_url(owner_url: str, login: str, password: str) -> URL:
    """The owner's URL with another login, for installations that give only `DATABASE_URL`."""
    return asyncpg_url(owner_url).set(username=login, password=password)


def driver_url(url: URL) -> str:
    """The URL, with its password, as asyncpg by itself reads it.

    Of several hosts (`?host=one:5432&host=two:5432`) it would take the last: it knows the form with commas alone.
    """
    hosts = url.query.get("host")
    if isinstance(hosts, tuple):
        names, ports = zip(*(host.partition(":")[::2] for host in hosts), strict=True)
        url = url.update_query_dict({"host": ",".join(names), **({"port": ",".join(ports)} if all(ports) else {})})
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
