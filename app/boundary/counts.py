"""Counting over rows that the asker may not read: functions that tell nothing but coarse numbers, or the builder.

A function runs as `flow_counter` (SECURITY DEFINER), who reads what it counts and nothing else, and whom no login can
step into. It judges itself whether the asker may ask, by the words of `policy.toml`, and it counts only what others
did: the asker's own part, which it knows exactly, is not in it. So whoever can put any SQL of their own under a party's
role still gets these numbers and no others, and reaches no next multiple with events of their own making.
Why the numbers are cut as they are: docs/decisions/0020.
"""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import Uuid, column, table

from app.boundary.policy import COUNTED_IN, ROLES, Operation, load
from app.boundary.rls import as_sql
from app.boundary.triggers.base import KEEPER

COUNTER = "flow_counter"

FLOW_STEPS = ("identified", "consented", "passed_on", "contacted", "started", "ended", "followed_up")
"""The steps of the pathway, in its order, as the function names them."""

SETTLED_DAYS = 28
"""A citizen whom the recipient has had for less is no ground for doubt: nobody expects a start within days."""
DOUBT_PERCENT = 20
"""Of those whom it could be, so many (and `minimum` at least) remain of whom nothing is told."""


@dataclass(frozen=True, slots=True)
class Count:
    """A function that counts in one project."""

    category: str
    owner: ClassVar[str] = COUNTER

    @property
    def name(self) -> str:
        """The function's name."""
        return f"programme_{self.category}"

    @property
    def signature(self) -> str:
        """As `DROP FUNCTION` names it."""
        return f"{self.name}(uuid)"

    @property
    def printed(self) -> str:
        """As the catalogue prints its signature."""
        return self.signature

    def create(self) -> str:
        """The function; its search path is fixed so that nobody can slip a table under it."""
        return (
            f"CREATE OR REPLACE FUNCTION {self.name}(asked uuid) RETURNS TABLE (step text, at_least integer) "
            "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp "
            f"AS $body$\n{_body(self.category)}\n$body$"
        )

    def statements(self) -> list[str]:
        """Everything needed to have it; only roles with a cell may call it."""
        category = load().counts[self.category]
        callers = [role for role in ROLES if category.allows(role, Operation.READ)]
        return [
            self.create(),
            f"REVOKE ALL ON FUNCTION {self.signature} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.signature} TO {', '.join(callers)}",
            f"ALTER FUNCTION {self.signature} OWNER TO {COUNTER}",
        ]

    def clear(self) -> str:
        """Do away with whatever there is of it."""
        return f"DROP FUNCTION IF EXISTS {self.signature}"


def _may_ask(name: str) -> str:
    """The cells' conditions, each for its role: inside the function one still sees who stepped in."""
    category = load().counts[name]
    project = table(COUNTED_IN, column("id", Uuid))
    conditions = {
        role: as_sql(category, Operation.READ, role, project, after=False)
        for role in ROLES
        if category.allows(role, Operation.READ)
    }
    return "\n    OR ".join(
        f"(current_setting('role', true) = '{role}' AND ({condition}))" for role, condition in conditions.items()
    )


def _body(name: str) -> str:
    minimum = load().counts[name].minimum

    def told(count: str, could_be: str | None = None) -> str:
        """Rounded down, and never so near to all whom it could be that nobody is left in doubt."""
        most = count
        if could_be is not None:
            most = f"least({count}, {could_be} - {minimum}, {could_be} * {100 - DOUBT_PERCENT} / 100)"
        return f"nullif(greatest({most}, 0) / {minimum} * {minimum}, 0)::integer"

    return f"""\
DECLARE
  me constant uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
  municipal boolean;
BEGIN
  SELECT project.programme = 'municipal_maturation_2022_2025' INTO municipal FROM project
  WHERE project.id = asked AND (
    {_may_ask(name)}
  );
  IF NOT FOUND THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH signed AS (
    SELECT citizen_id, bool_or(organisation_id = me OR me = ANY (recipients)) AS known
    FROM consent
    WHERE project_id = asked AND status IN ('active', 'withdrawn', 'expired', 'superseded')
    GROUP BY citizen_id
  ), sent AS (
    SELECT referral.citizen_id, bool_or(kind = 'initial') AS passed_on,
           bool_or(referral.organisation_id = me) AS by_me, bool_or(recipient_id = me) AS to_me,
           -- By the consent that the referral itself rests on: another one, made for the purpose, takes nobody out.
           bool_or(referral.organisation_id = me AND 'feedback_to_sender' = ANY (consent.scopes)) AS told_me,
           bool_or(kind = 'initial' AND referral.status <> 'rejected'
                   AND coalesce(recalled_at, now()) >= responded_at + interval '{SETTLED_DAYS} days') AS settled
    FROM referral JOIN consent ON consent.id = referral.consent_id
    WHERE referral.project_id = asked AND sent_at IS NOT NULL
    GROUP BY referral.citizen_id
  ), reached AS (
    SELECT citizen_id, bool_or(organisation_id = me) AS by_me
    FROM contact_attempt
    WHERE project_id = asked AND outcome IN ('reached', 'appointment_made', 'declined_offer')
    GROUP BY citizen_id
  ), ran AS (
    SELECT citizen_id, bool_or(organisation_id = me) AS by_me,
           bool_or(status NOT IN ('created', 'not_started')) AS started,
           bool_or(status IN ('completed', 'interrupted', 'referred_on')) AS ended
    FROM course
    WHERE project_id = asked
    GROUP BY citizen_id
  ), looked_back AS (
    SELECT citizen_id, bool_or(organisation_id = me) AS by_me
    FROM follow_up
    WHERE project_id = asked AND status = 'completed'
    GROUP BY citizen_id
  ), person AS (
    SELECT
      -- Whom the asker neither registered nor was sent.
      citizen.organisation_id <> me AND sent.to_me IS NOT TRUE AS strange,
      signed.citizen_id IS NOT NULL AS consented, signed.known IS TRUE AS consent_known,
      sent.passed_on IS TRUE AS passed_on, sent.by_me IS TRUE AS sent_by_me,
      reached.citizen_id IS NOT NULL OR ran.citizen_id IS NOT NULL AS contacted,
      ran.started IS TRUE AS started, ran.ended IS TRUE AS ended, looked_back.citizen_id IS NOT NULL AS followed_up,
      -- Of whom the asker knows, or may be told, how it went.
      sent.to_me IS TRUE OR reached.by_me IS TRUE OR ran.by_me IS TRUE
        OR sent.told_me IS TRUE AS course_known,
      looked_back.by_me IS TRUE AS look_known,
      -- With a recipient, or with whoever runs courses and registered them, for so long that a course could be.
      sent.settled IS TRUE OR (
        citizen.organisation_id <> me AND (municipal OR registrar.type = 'ngo')
        AND citizen.created_at <= now() - interval '{SETTLED_DAYS} days'
      ) AS could_be
    FROM citizen
    JOIN organisation AS registrar ON registrar.id = citizen.organisation_id
    LEFT JOIN signed ON signed.citizen_id = citizen.id
    LEFT JOIN sent ON sent.citizen_id = citizen.id
    LEFT JOIN reached ON reached.citizen_id = citizen.id
    LEFT JOIN ran ON ran.citizen_id = citizen.id
    LEFT JOIN looked_back ON looked_back.citizen_id = citizen.id
    WHERE citizen.project_id = asked
  ), counted AS (
    SELECT
      count(*) FILTER (WHERE strange) AS identified,
      count(*) FILTER (WHERE strange AND NOT consent_known) AS may_consent,
      count(*) FILTER (WHERE strange AND NOT consent_known AND consented) AS consented,
      count(*) FILTER (WHERE strange AND NOT sent_by_me) AS may_be_sent,
      count(*) FILTER (WHERE strange AND NOT sent_by_me AND passed_on) AS passed_on,
      count(*) FILTER (WHERE could_be AND NOT course_known) AS could_be,
      count(*) FILTER (WHERE contacted AND NOT course_known) AS contacted,
      count(*) FILTER (WHERE started AND NOT course_known) AS started,
      count(*) FILTER (WHERE ended AND NOT course_known) AS ended,
      count(*) FILTER (WHERE could_be AND NOT course_known AND NOT look_known) AS could_be_seen,
      count(*) FILTER (WHERE followed_up AND NOT course_known AND NOT look_known) AS followed_up
    FROM person
  )
  SELECT numbers.* FROM counted, LATERAL (VALUES
    ('identified', {told("counted.identified")}),
    ('consented', {told("counted.consented", "counted.may_consent")}),
    ('passed_on', CASE WHEN NOT municipal THEN {told("counted.passed_on", "counted.may_be_sent")} END),
    ('contacted', CASE WHEN NOT municipal THEN {told("counted.contacted", "counted.could_be")} END),
    ('started', {told("counted.started", "counted.could_be")}),
    ('ended', {told("counted.ended", "counted.could_be")}),
    ('followed_up', {told("counted.followed_up", "counted.could_be_seen")})
  ) AS numbers;
END"""  # noqa: S608 - constants and the compiled policy


@dataclass(frozen=True, slots=True)
class ForBuilder:
    """What the builder is told of rows that it never sees; nobody else may call it."""

    name: str
    takes: tuple[tuple[str, str], ...]
    """Its parameters, each with its type."""
    returns: str
    """The columns of what it tells, with their types."""
    body: str
    owner: str = COUNTER
    """As whom it reads."""

    @property
    def signature(self) -> str:
        """As `DROP FUNCTION` names it."""
        return f"{self.name}({', '.join(kind for _, kind in self.takes)})"

    @property
    def printed(self) -> str:
        """As the catalogue prints its signature."""
        return self.signature

    def create(self) -> str:
        """The function; its search path is fixed so that nobody can slip a table under it."""
        return (
            f"CREATE OR REPLACE FUNCTION {self.name}({', '.join(' '.join(each) for each in self.takes)}) "
            f"RETURNS TABLE ({self.returns}) "
            "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp "
            f"AS $body$\n{self.body}\n$body$"
        )

    def statements(self) -> list[str]:
        """Everything needed to have it; only the builder may call it."""
        return [
            self.create(),
            f"REVOKE ALL ON FUNCTION {self.signature} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.signature} TO builder",
            f"ALTER FUNCTION {self.signature} OWNER TO {self.owner}",
        ]

    def clear(self) -> str:
        """Do away with whatever there is of it."""
        return f"DROP FUNCTION IF EXISTS {self.signature}"


_TALLY = """\
BEGIN
  RETURN QUERY
  SELECT citizen.project_id, citizen.organisation_id,
    date_trunc('quarter', citizen.created_at AT TIME ZONE 'Europe/Copenhagen')::date, count(*)
  FROM citizen
  WHERE citizen.organisation_id <> ALL (excluded) AND NOT EXISTS (
    SELECT FROM consent
    WHERE consent.citizen_id = citizen.id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND 'evaluation_questionnaire' = ANY (consent.scopes)
  ) AND EXISTS (
    SELECT FROM agreement_coverage AS coverage
    WHERE coverage.organisation_id = citizen.organisation_id AND coverage.project_id = citizen.project_id
      AND coverage.category = 'citizen' AND coverage.purpose = 'evaluation' AND coverage.valid_from <= now()
      AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
  )
  GROUP BY 1, 2, 3;
END"""


_BEGUN = """\
BEGIN
  RETURN QUERY
  WITH RECURSIVE chain (id, signed_at, supersedes_id, citizen_id) AS (
    SELECT consent.id, consent.signed_at, consent.supersedes_id, consent.citizen_id FROM consent
    WHERE consent.status = 'active' AND 'evaluation_questionnaire' = ANY (consent.scopes)
    UNION ALL
    -- One that ran out, or was withdrawn, was not superseded: the next began anew.
    SELECT chain.id, before.signed_at, before.supersedes_id, before.citizen_id
    FROM chain JOIN consent AS before ON before.id = chain.supersedes_id AND before.citizen_id = chain.citizen_id
    WHERE before.status = 'superseded' AND 'evaluation_questionnaire' = ANY (before.scopes)
  )
  SELECT chain.id, min(chain.signed_at) FROM chain GROUP BY chain.id;
END"""


_HANDED_OUT = """\
BEGIN
  RETURN QUERY
  SELECT DISTINCT record.recipient_id, subject.citizen_id
  FROM pseudonymised_subject AS subject JOIN pseudonymised_record AS record ON record.id = subject.record_id
  WHERE EXISTS (
    SELECT FROM course
    WHERE course.citizen_id = subject.citizen_id AND course.organisation_id = subject.organisation_id
  );
END"""


TALLY = ForBuilder(
    "evaluation_tally",
    (("excluded", "uuid[]"),),
    "project uuid, organisation uuid, quarter date, number bigint",
    _TALLY,
)
"""Who was identified without consenting to the evaluation: numbers; `excluded` are controllers whose data do not enter.

A number a project, registrar and quarter: the registrar is asked for what is made of them. They are counted where the
registrar's agreement has the instruction.
"""
BEGUN = ForBuilder("evaluation_begun", (), "consent_id uuid, begun_at timestamptz", _BEGUN)
"""Since when a citizen has consented to the evaluation without a break: of each active consent, when the first of its
chain was signed. Those before it the builder does not see: of a citizen who has withdrawn they are still there.
"""
HANDED_OUT = ForBuilder("evaluation_rows", (), "recipient uuid, citizen uuid", _HANDED_OUT, KEEPER)
"""Of whose answers an evaluator has had a pseudonymised row: no row, and not which is whose.

Also of rows that have ended since, which were read. One of a controller that ran none of the citizen's courses tells of
no answers.
"""

COUNTS: tuple[Count | ForBuilder, ...] = (Count("flow"), TALLY, BEGUN, HANDED_OUT)
