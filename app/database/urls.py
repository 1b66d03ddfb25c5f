"""Database URLs: one driver, and the logins' URLs derived from the owner's."""

from sqlalchemy.engine import URL, make_url


def asyncpg_url(url: str) -> URL:
    """The URL with the one driver that the product uses, whatever driver the operator wrote."""
    return make_url(url).set(drivername="postgresql+asyncpg")


def login_url(owner_url: str, login: str, password: str) -> URL:
    """The owner's URL with another login, for installations that give only `DATABASE_URL`."""
    return asyncpg_url(owner_url).set(username=login, password=password)
