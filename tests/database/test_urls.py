"""A URL of several hosts names each with its port, for SQLAlchemy and for asyncpg by itself."""

from inspect import signature

import pytest
from asyncpg.connect_utils import _parse_connect_dsn_and_args
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.exc import ArgumentError

from app.database.urls import asyncpg_url, driver_url

NOTHING = dict.fromkeys(signature(_parse_connect_dsn_and_args).parameters)


@pytest.mark.parametrize(
    ("query", "hosts"),
    [
        ("host=one:6432&host=two:5433", [("one", 6432), ("two", 5433)]),
        ("host=one:6432&host=two", [("one", 6432), ("two", 5432)]),
        ("host=one&host=two:6432&host=three", [("one", 5432), ("two", 6432), ("three", 5432)]),
        ("host=one,two", [("one", 5432), ("two", 5432)]),
        ("host=one:6432,two", [("one", 6432), ("two", 5432)]),
        ("host=one,two&port=6432,5433", [("one", 6432), ("two", 5433)]),
        ("host=one,two&port=6432", [("one", 6432), ("two", 6432)]),
        ("host=one:6432", [("one", 6432)]),
        ("host=one", [("one", 5432)]),
    ],
)
def test_each_host_keeps_its_port(query: str, hosts: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGPORT", "PGHOST"):
        monkeypatch.delenv(name, raising=False)
    url = asyncpg_url(f"postgresql://app_case:it%27s%20a%20%26word@/name?{query}&target_session_attrs=read-write")
    addresses, parameters = _parse_connect_dsn_and_args(**{**NOTHING, "dsn": driver_url(url)})
    assert addresses == hosts
    assert (parameters.user, parameters.password, parameters.database) == ("app_case", "it's a &word", "name")
    assert parameters.target_session_attrs.value == "read-write"

    given = PGDialect_asyncpg().create_connect_args(url)[1]
    asked = {name: given.get(name) for name in ("host", "port", "user", "password", "database", "target_session_attrs")}
    addresses, parameters = _parse_connect_dsn_and_args(**{**NOTHING, "dsn": None, **asked})
    assert addresses == hosts
    assert parameters.password == "it's a &word"


def test_hosts_before_the_path_have_no_ports_that_are_read() -> None:
    with pytest.raises(ArgumentError) as refused:
        asyncpg_url("postgresql://owner:word@one:6432,two:5432/name")
    assert "word" not in str(refused.value)
