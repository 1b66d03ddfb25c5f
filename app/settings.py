"""Configuration, read once from the environment (and from nothing else).

Two ways of running are told apart by the database's URL: without any an embedded PostgreSQL is started in
`APP_DATA_DIR` and the mode is `demo`; with one the mode is `production` unless `APP_MODE` says otherwise.
"""

import json
import re
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

Mode = Literal["demo", "production"]

PREFIX = "APP_"

_DATABASE_URLS = (
    "database_url",
    *(f"{each}_database_url" for each in ("case", "evaluator", "answerer", "builder", "deliverer", "serving")),
)
_POSTGRESQL = re.compile(r"postgres(ql)?(\+[a-z0-9]+)?://")
_ORIGIN = re.compile(r"https?://([a-z0-9.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?", re.ASCII)
_RATE = re.compile(r"([0-9]{1,7})/([0-9]{1,5})", re.ASCII)


class Rate(NamedTuple):
    """So many at once, and as many again in so many seconds, spread evenly."""

    quota: int
    seconds: int

    def shared(self, processes: int) -> "Rate":
        """What one of several processes grants, at least one."""
        return Rate(max(1, self.quota // processes), self.seconds)


def _parsed(value: Any) -> Rate:
    if isinstance(value, str):
        found = _RATE.fullmatch(value)
        value = (int(found[1]), int(found[2])) if found else ()
    if not isinstance(value, tuple) or len(value) != 2 or min(value) < 1:  # noqa: PLR2004 - a pair
        message = "it must be requests/seconds, both 1 or more, such as 200/4: 200 at once, and 200 more in every 4 s"
        raise ValueError(message)
    return Rate(*value)


RateSetting = Annotated[Rate, BeforeValidator(_parsed), NoDecode]


def _origins(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        listed = json.loads(value)
    except ValueError:
        listed = None
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        message = 'it must be a JSON list such as ["https://app.example"]'
        raise ValueError(message)
    return tuple(listed)


def _origin(value: str) -> str:
    """As a browser sends it: what differs in a slash or a capital letter would never be its equal."""
    if value != "*" and not _ORIGIN.fullmatch(value):
        message = (
            "an origin is https://host or https://host:port, in small letters and without a path or a slash at its end"
        )
        raise ValueError(message)
    return value


Origins = Annotated[tuple[Annotated[str, AfterValidator(_origin)], ...], BeforeValidator(_origins), NoDecode]
LogLevel = Annotated[
    Literal["CRITICAL", "ERROR", "WARNING", "INFO", "DEBUG"],
    BeforeValidator(lambda value: value.upper() if isinstance(value, str) else value),
]


class Settings(BaseSettings):
    """Every knob of the product; names in the environment are upper case with the prefix `APP_`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

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
    deliverer_database_url: str | None = None
    """Login of the process that sends webhooks; derived likewise."""
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
    deliver_webhooks: bool = True
    """Whether `serve` starts the process that sends webhooks; else `python -m app webhooks work` somewhere."""
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
    issuers_file: Path | None = None
    """Issuers whose tokens are believed beside our own (TOML); none when absent."""

    pool_size: int = Field(default=4, ge=1, le=64)
    """Connections at work at a time, for each login; each role that it steps into keeps as many open."""
    statement_timeout_ms: int = Field(default=4000, ge=100)
    body_limit_bytes: int = Field(default=1_048_576, ge=1024)
    attachment_limit_bytes: int = Field(default=10_485_760, ge=1024, le=104_857_600)
    """Of a file that is sent to a route that takes files; everything else keeps to `body_limit_bytes`."""
    changes_kept_days: int = Field(default=90, ge=1)
    """How long a change can be read, before `python -m app prune` removes it."""
    deliveries_kept_days: int = Field(default=30, ge=7)
    """How long it is kept what a webhook endpoint was told, with each attempt; longer than attempts go on."""
    answers_kept_days: int = Field(default=30, ge=2)
    """How long an Idempotency-Key finds its first answer."""
    webhook_endpoints_most: int = Field(default=20, ge=1, le=1000)
    """Endpoints that an organisation (an NGO's side) may have enabled."""
    rate_processes: int = Field(default=1, ge=1, le=1024)
    """How many processes serve: each grants its share of what follows, counting for itself."""
    rate_client: RateSetting = Rate(200, 4)
    """Requests of one client; `200/4` is 200 at once and 50 a second."""
    rate_search: RateSetting = Rate(60, 60)
    """Searches by CPR number, of one client."""
    rate_match: RateSetting = Rate(20, 3600)
    """Blind match requests of one client."""
    rate_introspection: RateSetting = Rate(100, 10)
    """Of one client."""
    rate_wrong_sign_in: RateSetting = Rate(20, 60)
    """Wrong proofs in the name of one client."""
    rate_wrong_sign_in_by_all: RateSetting = Rate(60, 10)
    """Wrong proofs in whatever name: what they cost is a processor's time."""
    rate_link: RateSetting = Rate(30, 60)
    """Requests by one secret link."""
    import_limit_bytes: int = Field(default=67_108_864, ge=1024, le=1_073_741_824)
    """Of a file of rows to import, which is taken as it comes and never held whole."""
    import_atomic_rows: int = Field(default=5000, ge=1, le=100_000)
    """Rows that one transaction may write (`atomic=all`): each holds locks in a table that all of the database's
    transactions share, so no more than a quarter of what that has is let in either."""
    imports_waiting_most: int = Field(default=20, ge=1, le=1000)
    """Imports that a client may have sent and that have not ended: each keeps its file, sealed, until then."""
    cors_origins: Origins = ()
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = Field(default=None, ge=1, le=65535)
    """Where Prometheus reads the process's numbers; nowhere when absent."""
    traces_url: str | None = None
    """A collector of OpenTelemetry that takes OTLP over HTTP; needs the packages of `requirements/tracing.txt`."""
    traces_share: float = Field(default=0.1, ge=0, le=1)
    """Of requests that come without a trace, how many are recorded."""
    log_level: LogLevel = "INFO"
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


def variables() -> frozenset[str]:
    """The variables that settings are read from, in upper case; they are found however they are written."""
    fields = Settings.model_fields.items()
    return frozenset(str(field.validation_alias or f"{PREFIX}{name.upper()}") for name, field in fields)
