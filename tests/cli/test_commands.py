"""Commands that need no server: keys, credentials, documents."""

import json
import stat
import sys
from pathlib import Path
from shlex import split

import pytest
from typer.testing import CliRunner, Result

from app.auth.keys import KeyRing
from app.cli import COMMANDS, app
from app.cli.welcome import command
from app.settings import Settings
from tests.support.identity_provider import IdentityProvider


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DATABASE_URL", "APP_MODE", "APP_KEYS_FILE", "APP_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("APP_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def test_help_names_every_command() -> None:
    done = run("--help")

    assert done.exit_code == 0
    assert all(name in done.output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    assert run(name, "--help").exit_code == 0


def test_credentials_say_when_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("credentials")
    assert done.exit_code == 2
    assert "There are no demo credentials" in done.output
    assert "serve" in done.output

    monkeypatch.setenv("APP_MODE", "production")
    done = run("credentials", "--json")
    assert done.exit_code == 2
    assert "in demo mode only" in done.output


def test_a_command_to_type_bears_a_folder_with_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_DATA_DIR", "/tmp/a b/it's")  # noqa: S108 - nothing is written there
    assert split(command("demo"))[:1] == ["APP_DATA_DIR=/tmp/a b/it's"]
    assert split(command("demo"))[-3:] == ["-m", "app", "demo"]


def test_the_doctor_says_what_makes_the_keys_and_whose_url_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("doctor")
    assert done.exit_code == 1
    assert "by `python -m app migrate`, or in the demo by `python -m app serve`" in done.output

    monkeypatch.setenv("DATABASE_URL", "mysql://x/y")
    done = run("doctor")
    assert done.exit_code == 2
    assert "DATABASE_URL cannot be used: it must be a URL of PostgreSQL such as postgresql://" in done.output


def test_demo_says_when_no_server_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    (folder / "demo-credentials.json").write_text("[]")
    monkeypatch.setenv("APP_PORT", "9")
    done = run("demo")

    assert done.exit_code == 2
    assert "No server answers at http://127.0.0.1:9" in done.output


def test_two_years_are_the_demos_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    (folder / "demo-credentials.json").write_text("[]")
    monkeypatch.setenv("APP_PORT", "9")
    done = run("demo", "releases")
    assert (done.exit_code, "No server answers at http://127.0.0.1:9" in done.output) == (2, True)

    monkeypatch.setenv("APP_MODE", "production")
    done = run("demo", "releases")
    assert (done.exit_code, "in demo mode only" in done.output) == (2, True)


def shown_keys() -> set[str]:
    return set(run("keys", "show").output.split())


def test_keys_live_their_life_and_no_secret_is_shown(folder: Path) -> None:
    file = folder / "keys.json"

    made = run("keys", "new")
    assert made.exit_code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert KeyRing.load(file).purpose == "production"
    first = KeyRing.load(file).signing_key.kid

    assert run("keys", "promote").exit_code == 2  # nothing is published
    assert run("keys", "publish").exit_code == 0
    assert KeyRing.load(file).signing_key.kid == first
    promoted = run("keys", "promote")
    second = KeyRing.load(file).signing_key.kid
    assert second != first
    assert second in promoted.output
    assert "Early:" in promoted.stderr  # nobody can have fetched it yet
    assert run("keys", "rotate").exit_code == 0
    assert KeyRing.load(file).signing_key.kid not in {first, second}
    assert {first, second} <= shown_keys()
    assert run("keys", "rotate", "--compromised").exit_code == 0
    assert not {first, second} & shown_keys()
    assert run("keys", "add-master").exit_code == 0
    assert len(KeyRing.load(file).master_keys) == 2

    shown = run("keys", "show").output
    content = json.loads(file.read_text())
    secrets = [each["private_pem"] for each in content["signing"]] + [each["key"] for each in content["master"]]
    secrets += [content["index_secret"], content["cursor_secret"], *content["database_passwords"].values()]
    assert KeyRing.load(file).signing_key.kid in shown
    assert not any(secret in shown for secret in secrets)


def test_keys_are_never_replaced(folder: Path) -> None:
    assert run("keys", "new", "--demo").exit_code == 0
    before = (folder / "keys.json").read_bytes()

    again = run("keys", "new")

    assert again.exit_code == 2
    assert "is not replaced" in again.output
    assert (folder / "keys.json").read_bytes() == before


def test_demo_keys_do_not_serve_production(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("keys", "new", "--demo").exit_code == 0
    monkeypatch.setenv("DATABASE_URL", "postgresql://a:b@127.0.0.1:1/c")

    done = run("doctor")

    assert done.exit_code == 1
    assert "holds demo keys" in done.output


def test_doctor_finds_missing_keys() -> None:
    done = run("doctor")

    assert done.exit_code == 1
    assert "There is no key ring" in done.output


def test_doctor_looks_at_the_database_while_an_issuer_is_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its outage is the moment in which one asks what is wrong, and hides nothing of ours."""
    assert run("keys", "new", "--demo").exit_code == 0
    issuers = folder / "issuers.toml"
    issuers.write_text(IdentityProvider().configuration(jwks_url='"https://127.0.0.1:1/jwks"'), encoding="utf-8")
    monkeypatch.setenv("APP_ISSUERS_FILE", str(issuers))
    monkeypatch.setenv("APP_MODE", "demo")
    monkeypatch.setenv("DATABASE_URL", "postgresql://a:b@127.0.0.1:1/c")

    done = run("doctor")

    assert done.exit_code == 1
    said = [line.split()[:2] for line in done.output.splitlines()]
    assert ["WRONG", "issuer"] in said
    assert ["WRONG", "database"] in said


def test_operator_takes_a_public_key_only(folder: Path) -> None:
    assert run("keys", "new", "--demo").exit_code == 0
    private = folder / "private.json"
    private.write_text(json.dumps({"kty": "EC", "crv": "P-256", "x": "a", "y": "b", "d": "secret", "kid": "k"}))

    neither = run("operator", "new", "--client-id", "drift", "--initials", "AB")
    done = run("operator", "new", "--client-id", "drift", "--initials", "AB", "--public-key", str(private))

    assert neither.exit_code == done.exit_code == 2
    assert "This is a private key" in done.output


def test_contract_is_printed() -> None:
    document = json.loads(run("openapi").stdout)

    assert document["openapi"].startswith("3.")
    assert "/health/ready" in document["paths"]


def test_matrix_is_printed() -> None:
    assert "| " in run("matrix").stdout


def test_doctor_says_that_any_website_may_call(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "any website" not in run("doctor").output
    monkeypatch.setenv("APP_CORS_ORIGINS", '["*"]')
    assert "any website may call this from a browser" in " ".join(run("doctor").output.split())


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("APP_CORS_ORIGINS", "https://a.example", "a JSON list"),
        ("APP_CORS_ORIGINS", '"https://a.example"', "a JSON list"),
        ("APP_CORS_ORIGINS", "[1]", "a JSON list"),
        ("APP_CORS_ORIGINS", '["https://a.example/"]', "without a path or a slash"),
        ("APP_CORS_ORIGINS", '["https://A.example"]', "in small letters"),
        ("APP_CORS_ORIGINS", '["a.example"]', "an origin is https://host"),
        ("APP_LOG_LEVEL", "LOUD", "Input should be 'CRITICAL'"),
    ],
)
def test_a_value_that_would_do_nothing_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, says: str
) -> None:
    """Above all an origin that no browser sends: every call of the screens would fail, and nothing say why."""
    monkeypatch.setenv(variable, value)
    done = run("doctor")
    assert done.exit_code == 2
    assert done.output.startswith(f"{variable} cannot be used: ")
    assert says in " ".join(done.output.split())


@pytest.mark.parametrize("command", ["doctor", "serve"])
def test_traces_need_packages_of_their_own(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("APP_TRACES_URL", "http://127.0.0.1:4318/v1/traces")
    monkeypatch.setitem(sys.modules, "app.tracing", None)  # as where they are not installed
    monkeypatch.setattr("signal.signal", lambda *_: None)  # those of the tests' own process stay
    done = run(command)
    assert done.exit_code == {"doctor": 1, "serve": 2}[command]
    assert "needs the packages of requirements/tracing.txt" in " ".join(done.output.split())


def test_origins_and_levels_that_can_be_used() -> None:
    origins = '["https://a.example", "http://localhost:5173", "http://[::1]:80", "*"]'
    settings = Settings.model_validate({"cors_origins": origins, "log_level": "debug"})
    assert settings.cors_origins == ("https://a.example", "http://localhost:5173", "http://[::1]:80", "*")
    assert settings.log_level == "DEBUG"


def test_doctor_says_which_variables_no_setting_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """And which one is meant; of what they hold it says nothing."""
    for name in ("app_mode", "APP_LOG_JSON", "APPLE", "MY_APP_PORT"):  # set right, or nobody's setting
        monkeypatch.setenv(name, "demo" if name == "app_mode" else "false")
    assert "no setting reads" not in run("doctor").output
    misspelt = {
        "APP_RATE_CLEINT": "is APP_RATE_CLIENT meant?",
        "app_cors_origin": "is APP_CORS_ORIGINS meant?",
        "APP_DATABASE_URL": "is DATABASE_URL meant?",
        "APP_XYZZY": "",
        "DATABSE_URL": "is DATABASE_URL meant?",
        "ISSUERS_FILE": "is APP_ISSUERS_FILE meant?",
        "AAP_DATA_DIR": "",  # that one is set: this may be anybody's
    }
    for name in misspelt:
        monkeypatch.setenv(name, "postgresql://me:hunter2@host/name")
    said = " ".join(run("doctor").output.split())
    assert "AAP_DATA_DIR" not in said
    del misspelt["AAP_DATA_DIR"]
    for name, meant in misspelt.items():
        assert f"no setting reads {name}{': ' if meant else ''}{meant}" in said
    assert said.count("no setting reads") == len(misspelt)
    assert said.count(" meant?") == len([each for each in misspelt.values() if each])
    assert "hunter2" not in said
