"""Clients: made, disabled and enabled, and given new keys, by the operator; nobody else knows of them."""

import secrets
import time
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import anyio.to_thread
from sqlalchemy import select

from app.access.client_views import ClientIn, ClientList, ClientOut, Jwk, NewClientOut, PublicKeysIn
from app.access.credentials import hash_secret
from app.auth.assertions import public_jwk_problem
from app.auth.scopes import scopes_of_role
from app.common.errors import ForbiddenTransition, InvalidContent
from app.common.problem import FieldError
from app.database.columns import fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page
from app.gate.resources import Tagged, matched, page_of, row_etag
from app.organisations.errors import OwnAccess, invalid
from app.organisations.service import check_user, employer

SECRET_BYTES = 32


async def create(desk: Desk, new: ClientIn, *, secrets_allowed: bool, issuers: Collection[str]) -> Tagged[NewClientOut]:
    """Make a client. Its secret, if it gets one, leaves the process in this answer only.

    Args:
        desk: the operator's.
        new: the client.
        secrets_allowed: whether it may have one.
        issuers: those whose tokens are believed beside ours.
    """
    organisation = await employer(desk, new.organisation_id)
    staff = await _staff(desk, new) if new.staff_id else None
    track = staff["track"] if staff else new.track
    check_user(organisation, track, new.functions)
    _check_scopes(desk, organisation["type"], new)
    _check_proof(new, secrets_allowed=secrets_allowed, issuers=issuers)
    secret = secrets.token_urlsafe(SECRET_BYTES) if new.with_secret else None
    base = fresh()
    row = {
        **base,
        "client_id": str(base["id"]),
        "organisation_id": new.organisation_id,
        "staff_id": new.staff_id,
        "track": track,
        "functions": sorted(new.functions),
        "scopes": sorted(new.scopes),
        "public_keys": new.public_keys,
        # Argon2 takes its time on purpose: not on the event loop.
        "secret_hash": await anyio.to_thread.run_sync(hash_secret, secret) if secret else None,
        "external_issuer": new.external_identity.issuer if new.external_identity else None,
        "external_subject": new.external_identity.subject if new.external_identity else None,
        "enabled": True,
    }
    await desk.insert("client", row, refers="/organisation_id")
    desk.did("create", row["id"])
    made = NewClientOut(**_shown(row), client_secret=secret)
    return Tagged(made, row_etag("client", row))


async def get(desk: Desk, client_id: UUID) -> Tagged[ClientOut]:
    """A client, without anything it proves itself by but public keys."""
    return _tagged(await desk.find("client", client_id))


async def page(desk: Desk, query: ClientList) -> Page[ClientOut]:
    """All clients, newest first."""
    return await page_of(desk, "client", query, ClientOut, shown=_shown)


async def set_enabled(desk: Desk, client_id: UUID, *, enabled: bool) -> Tagged[ClientOut]:
    """Refuse a client and its tokens from the next request on, or take it again, and tokens from then on."""
    row = await matched(desk, "client", client_id)
    if row["enabled"] == enabled:
        state, other = ("enabled", "disabled") if enabled else ("disabled", "enabled")
        raise ForbiddenTransition(state=state, allowed=[other])
    if row["client_id"] == desk.principal.client_id:
        raise OwnAccess
    # A second is all that a token tells: one more than any that the client may have been given.
    former = row["tokens_from"].timestamp() if row["tokens_from"] else 0
    ended = {} if enabled else {"tokens_from": datetime.fromtimestamp(max(int(time.time()), int(former)) + 1, UTC)}
    return _tagged(await desk.update("client", row, {"enabled": enabled, **ended}))


async def replace_keys(desk: Desk, client_id: UUID, new: PublicKeysIn) -> Tagged[ClientOut]:
    """From now on a client signs in by these keys alone; its tokens stay as they are."""
    row = await matched(desk, "client", client_id)
    if row["external_issuer"] is not None:
        raise _one_proof("/public_keys")
    _check_keys(new.public_keys)
    return _tagged(await desk.update("client", row, {"public_keys": new.public_keys}))


def _tagged(row: Mapping[Any, Any]) -> Tagged[ClientOut]:
    return Tagged(ClientOut(**_shown(row)), row_etag("client", row))


def _shown(row: Mapping[Any, Any]) -> dict[str, Any]:
    """What is shown of a row: that there is a secret, not what it hashes to."""
    shown = {name: value for name, value in row.items() if name != "secret_hash"}
    issuer, subject = row["external_issuer"], row["external_subject"]
    external = {"issuer": issuer, "subject": subject} if issuer is not None else None
    return {**shown, "has_secret": row["secret_hash"] is not None, "external_identity": external}


async def _staff(desk: Desk, new: ClientIn) -> Mapping[Any, Any]:
    """The user behind the client: of the same organisation, active, with its functions and track."""
    staff = table_of("staff")
    row = await desk.row(
        select(staff).where(
            staff.c.id == new.staff_id,
            staff.c.organisation_id == new.organisation_id,
            staff.c.active,
            desk.readable("staff"),
        )
    )
    if row is None:
        raise unknown_reference("/staff_id")
    if new.track is not None and new.track != row["track"]:
        raise invalid(
            "/track", "track_of_user", "The user works in another track.", "Medarbejderen arbejder i et andet spor."
        )
    if not {*new.functions} <= {*row["functions"]}:
        raise invalid(
            "/functions", "function_of_user", "The user has no such function.", "Medarbejderen har ikke den rolle."
        )
    return row


def _check_scopes(desk: Desk, role: str, new: ClientIn) -> None:
    possible = scopes_of_role(desk.policy, role)
    unknown = [
        FieldError(
            f"/scopes/{index}",
            "scope_of_type",
            "The boundary gives this type of organisation no such scope.",
            "Organisationer af denne type har ikke den rettighed.",
        )
        for index, scope in enumerate(new.scopes)
        if scope not in possible
    ]
    if unknown:
        raise InvalidContent(errors=unknown)


def _one_proof(pointer: str) -> InvalidContent:
    return invalid(
        pointer,
        "one_proof",
        "A client of another issuer has neither keys nor a secret of its own.",
        "En klient, som en anden udsteder står inde for, har hverken egne nøgler eller hemmelighed.",
    )


def _check_proof(new: ClientIn, *, secrets_allowed: bool, issuers: Collection[str]) -> None:
    if new.external_identity is not None:
        if new.with_secret or new.public_keys:
            raise _one_proof("/external_identity")
        if new.external_identity.issuer not in issuers:
            raise invalid(
                "/external_identity/issuer",
                "unknown_issuer",
                "No such issuer is configured here.",
                "En sådan udsteder er ikke sat op her.",
            )
        return
    if new.with_secret and not secrets_allowed:
        raise invalid(
            "/with_secret",
            "demo_only",
            "Secrets are for the demo only; give public keys.",
            "Hemmeligheder er kun til demoen; angiv offentlige nøgler.",
        )
    if not new.with_secret and not new.public_keys:
        raise invalid(
            "/public_keys",
            "no_proof",
            "A client needs a key to prove itself by.",
            "En klient skal have en nøgle at legitimere sig med.",
        )
    _check_keys(new.public_keys)


def _check_keys(keys: Sequence[Jwk]) -> None:
    if faults := [_key_error(index, problem) for index, problem in _key_problems(keys)]:
        raise InvalidContent(errors=faults)


def _key_problems(keys: Sequence[Jwk]) -> list[tuple[int, str]]:
    found = [(index, problem) for index, jwk in enumerate(keys) if (problem := public_jwk_problem(jwk))]
    names = [str(jwk.get("kid")) for jwk in keys]
    twice = [index for index, name in enumerate(names) if name in names[:index]]
    return found or [(index, "Each key needs a kid of its own.") for index in twice]


def _key_error(index: int, problem: str) -> FieldError:
    return FieldError(
        f"/public_keys/{index}",
        "invalid_key",
        problem,
        "Nøglen kan ikke godtages: kun offentlige P-256-nøgler (RFC 7517), hver med sit eget kid og uden andre felter.",
    )
