"""Configuration, read once from the environment (and from nothing else).

Two ways of running are told apart by the database's URL: without any an embedded PostgreSQL is started in
`APP_DATA_DIR` and the mode is `demo`; with one the mode is `production` unless `APP_MODE` says otherwise.
"""

import re
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

Mode = Literal["demo", "production"]

_DATABASE_URLS = (
    "database_url",
    *(f"{each}_database_url" for each in ("case", "evaluator", "answerer", "builder", "serving")),
)
_POSTGRESQL = re.compile(r"postgres(ql)?(\+[a-z0-9]+)?://")


class Settings(BaseSettings):
    """Every knob of the product; names in the environment are upper case with the prefix `APP_`."""

    model_config = SettingsConfigDict(env_prefix="APP_", env_ignore_empty=True, extra="ignore", frozen=True)

    database_url: str | None = Field(default=None, validation_alias="DATABASE_URL")
    """The owner's URL: migrations, and the base of those below. With none of them an embedded database runs."""
    case_database_url: str | None = None
    """Login of the parties' requests; derived from `database_url` and the key ring when absent."""
    evaluator_database_url: str | None = None
    """Login of the evaluator's requests; derived likewise."""
    answerer_database_url: str | None = None
    """Login of citizens who answer a questionnaire by link; derived likewise."""
    builder_database_url: str | None = None
    """Login of the process that builds releases; derived likewise."""
    serving_database_url: str | None = None
    """Where the database is, without a login: `serve` adds those above, with the passwords of the key ring. For
    processes that must not know the owner's."""

    chosen_mode: Mode | None = Field(default=None, validation_alias="APP_MODE")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    data_dir: Path = Path(".data")
    keys_file: Path | None = None
    """The key ring; `keys.json` in the data folder when absent."""
    release_secret_file: Path | None = None
    """The secret of the releases' record keys, which only the process that builds them reads; `release.secret` beside
    the key ring when absent."""
    build_releases: bool = True
    """Whether `serve` starts the process that builds releases; else `python -m app releases work` somewhere."""
    run_imports: bool = True
    """Whether `serve` starts the process that works through imports; else `python -m app imports work` somewhere."""
    public_url: str | None = None
    """What the outside calls this server; issuer of its tokens. No trailing slash."""
    answer_url: str | None = None
    """What the outside calls this server in citizens' answer links, `public_url` when absent: a name that says nothing.
    No trailing slash."""
    leave_url: str = "https://www.dmi.dk/"
    """Where a citizen's page leads to who wants to leave it at once: any page that anybody might look at."""
    audience: str = "interventionsmodellen-api"

    pool_size: int = Field(default=4, ge=1, le=64)
    """Connections at work at a time, for each login; each role that it steps into keeps as many open."""
    statement_timeout_ms: int = Field(default=4000, ge=100)
    body_limit_bytes: int = Field(default=1_048_576, ge=1024)
    attachment_limit_bytes: int = Field(default=10_485_760, ge=1024, le=104_857_600)
    """Of a file that is sent to a route that takes files; everything else keeps to `body_limit_bytes`."""
    import_limit_bytes: int = Field(default=67_108_864, ge=1024, le=1_073_741_824)
    """Of a file of rows to import, which is taken as it comes and never held whole."""
    import_atomic_rows: int = Field(default=5000, ge=1, le=100_000)
    """Rows that one transaction may write (`atomic=all`): each holds locks in a table that all of the database's
    transactions share, so no more than a quarter of what that has is let in either."""
    cors_origins: tuple[str, ...] = ()
    log_level: str = "INFO"
    log_json: bool = True

    @field_validator(*_DATABASE_URLS)
    @classmethod
    def _is_postgresql(cls, value: str | None) -> str | None:
        if value is not None and not _POSTGRESQL.match(value):
            message = "it must be a URL of PostgreSQL such as postgresql://owner:word@host:5432/name"
            raise ValueError(message)
        return value

    @field_validator("public_url", "answer_url")
    @classmethod
    def _no_trailing_slash(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is not None and (urlsplit(value).scheme not in {"http", "https"} or value.endswith("/")):
            message = f"APP_{str(info.field_name).upper()} must be an http(s) URL without a trailing slash"
            raise ValueError(message)
        return value

    @field_validator("leave_url")
    @classmethod
    def _leads_out(cls, value: str) -> str:
        if urlsplit(value).scheme not in {"http", "https"}:
            message = "APP_LEAVE_URL must be an http(s) URL"
            raise ValueError(message)
        return value

    @property
    def embedded(self) -> bool:
        """Whether this process brings its own PostgreSQL."""
        return self.database_url is self.case_database_url is self.serving_database_url is None

    @property
    def mode(self) -> Mode:
        """`demo` allows client secrets, demo keys and the demo programme; `production` none of them."""
        return self.chosen_mode or ("demo" if self.embedded else "production")

    @cached_property
    def issuer(self) -> str:
        """`iss` of the tokens signed here, and the base of the metadata document."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def answer_base(self) -> str:
        """What answer links begin with."""
        return self.answer_url or self.issuer

    @property
    def key_ring_path(self) -> Path:
        """Where the key ring lies (0600)."""
        return self.keys_file or self.data_dir / "keys.json"

    @property
    def release_secret_path(self) -> Path:
        """Where the secret of the releases lies (0600)."""
        return self.release_secret_file or self.key_ring_path.with_name("release.secret")

    @property
    def database_dir(self) -> Path:
        """The embedded PostgreSQL's data folder."""
        return self.data_dir / "postgres"
