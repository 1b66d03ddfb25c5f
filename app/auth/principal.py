"""Who asks, as the database knows it at this moment: never as a token claims it.

One statement reads client, organisation, user, agreement and deny-list, holds what the token says of its client
against them, steps into the party's role and sets the transaction's context. Disabling a client, ending an
agreement, taking a function from a user or revoking a token so acts on the next request, and no statement after
this one can see more than the asker may.
"""

from dataclasses import dataclass
from uuid import UUID

from app.auth.scopes import bounded
from app.auth.tokens import AccessClaims
from app.boundary.asker import AskerValues
from app.common.errors import TokenOutdated, Unauthenticated
from app.database.driver import Driver

# Nothing is entered where the token says otherwise: the role least of all, which another login may have.
_ENTER = """
    WITH known AS (
      SELECT o.id, o.type, o.name, c.client_id, c.staff_id, c.scopes,
             CASE WHEN s.id IS NULL THEN c.track ELSE s.track END AS track,
             CASE WHEN s.id IS NULL THEN c.functions
                  ELSE ARRAY(SELECT unnest(c.functions) INTERSECT SELECT unnest(s.functions)) END AS functions,
             EXISTS (SELECT FROM agreement_coverage AS a WHERE a.organisation_id = o.id AND a.valid_from <= now()
                     AND (a.valid_until IS NULL OR a.valid_until > now())) AS covered
      FROM client AS c
      JOIN organisation AS o ON o.id = c.organisation_id
      LEFT JOIN staff AS s ON s.id = c.staff_id
      WHERE c.client_id = $1 AND c.enabled AND coalesce(c.tokens_from <= to_timestamp($8::float8), true)
        AND o.status = 'active' AND (c.staff_id IS NULL OR s.active)
        AND NOT EXISTS (SELECT FROM token_denial AS d WHERE d.token_id = $2)
    ),
    found AS (
      SELECT known.*,
             id = $3 AND type = $4 AND coalesce(staff_id::text, client_id) = $5 AND track IS NOT DISTINCT FROM $6::text
             AND (functions <@ $7::text[] OR $9) AND functions @> $7::text[] AS as_told
      FROM known
    )
    SELECT found.*, entered.*
    FROM found
    LEFT JOIN LATERAL (
      SELECT set_config('boundary.organisation', found.id::text, true),
             set_config('boundary.track', coalesce(found.track, ''), true),
             set_config('boundary.staff', coalesce(found.staff_id::text, ''), true),
             set_config('boundary.functions', array_to_string($7::text[], ' '), true),
             set_config('role', found.type, true)
      WHERE found.as_told
    ) AS entered ON true
    """


@dataclass(frozen=True, slots=True)
class Principal:
    """The asker of one request."""

    organisation_id: UUID
    organisation_type: str
    organisation_name: str
    client_id: str
    staff_id: UUID | None
    track: str | None
    functions: frozenset[str]
    scopes: frozenset[str]
    """What the token carries: `category:operation`."""
    token_id: str
    covered: bool
    """Whether any databehandleraftale of the organisation is in force."""
    link: str | None = None
    """Hash of the answer link's secret, of a citizen who answers by one."""

    @property
    def asker(self) -> AskerValues:
        """The same as the boundary wants it."""
        return AskerValues(
            role=self.organisation_type,
            organisation=self.organisation_id,
            track=self.track,
            staff=self.staff_id,
            functions=self.functions,
            link=self.link,
        )


async def enter(driver: Driver, claims: AccessClaims) -> Principal:
    """Step into the party's role for this transaction.

    Raises:
        Unauthenticated: client, user or organisation is disabled, or the token revoked or from before a disabling.
        TokenOutdated: the token says something else of its client than the database.
    """
    told = (
        *(claims.client_id, claims.token_id, claims.organisation_id, claims.organisation_type),
        *(claims.subject, claims.track, sorted(claims.roles), claims.issued_at, claims.narrowed),
    )
    row = await driver.fetchrow(_ENTER, *told)
    if row is None:
        raise Unauthenticated(token_presented=True)
    functions = claims.roles  # as registered, or fewer where another issuer says so
    if not row["as_told"] or bounded(claims.scope, frozenset(row["scopes"]), functions) != claims.scope:
        raise TokenOutdated
    return Principal(
        organisation_id=row["id"],
        organisation_type=row["type"],
        organisation_name=row["name"],
        client_id=row["client_id"],
        staff_id=row["staff_id"],
        track=row["track"],
        functions=functions,
        scopes=claims.scope,
        token_id=claims.token_id,
        covered=row["covered"],
    )
