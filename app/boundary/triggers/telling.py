"""Changes, told to those who may know of them: each trigger writes the outbox in the transaction of the effect.

What of it they may read is judged again when they do; here it is only whom to tell. No change of contact, address or
municipality is told to anybody but its controller (the wall, rule 7), nor what a course came to but with
`feedback_to_sender` (rule 9).
"""

from app.boundary.triggers.base import Trigger
from app.boundary.triggers.courses import SHOWN_CHANGED
from app.boundary.triggers.outbox import (
    DAY,
    INTO,
    KIND,
    OPEN,
    OPENING,
    OWNER,
    ends_of,
    owners,
    recipients,
    tell,
    tell_each,
    telling,
)

_BLOCKS = "'citizen', 'identity', 'cpr', 'contact', 'address'"
"""What disclosures call what is read with the citizen."""

# --- the citizen ----------------------------------------------------------------------------------------

# That protection is known of is written beside a block, which tells of itself, and is nothing that a recipient is told.
CITIZEN = telling(
    "citizen",
    """\
  IF TG_OP = 'UPDATE' AND (NEW.status, NEW.identified_by) IS NOT DISTINCT FROM (OLD.status, OLD.identified_by) THEN
    RETURN NULL;
  END IF;
"""  # noqa: S608 - constants of this file
    + tell(
        "citizens",
        f"""{OWNER}
    UNION ALL
    SELECT DISTINCT disclosure.recipient_id, moment, 'updated' FROM disclosure
    WHERE TG_OP = 'UPDATE' AND disclosure.citizen_id = NEW.id AND disclosure.category = 'citizen' AND {OPEN}
      AND disclosure.source_organisation_id = NEW.organisation_id""",  # noqa: S608 - constants of this file
        citizen="NEW.id",
    ),
)
# A row that is seen and whose writer is still at work was written by oneself, be it within a savepoint, which has a
# number of its own. The row has the last 32 bits of it; a row that is young leaves no doubt of those before them.
_MADE_NOW = (
    "pg_xact_status((pg_current_xact_id()::text::bigint - 2147483648 + mod(citizen.xmin::text::bigint + 6442450944 "
    "- (pg_current_xact_id()::text::bigint & 4294967295), 4294967296))::text::xid8) = 'in progress'"
)
_OWNER_OF_BLOCK = f"""SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.version = 1
        AND CASE WHEN citizen.created_at > moment - interval '1 day' THEN {_MADE_NOW} ELSE false END
    )"""  # noqa: S608 - constants of this file


def _block(table: str, passed_on: str = "", *, event: str = "AFTER INSERT OR UPDATE", when: str = "") -> Trigger:
    to_others = f"\n    UNION ALL\n    {passed_on}" if passed_on else ""
    told = tell("citizens", _OWNER_OF_BLOCK + to_others, record="NEW.citizen_id")
    return telling(table, told, event=event, when=when)


# Each tells those alone who may read it: of a new municipality the recipient of the name is not told.
_NAMED = recipients("'identity'", "'updated'")
IDENTITY = _block("citizen_identity", _NAMED)
# A number is shown with the name; a new one is a new row, beside the one of before.
_NUMBERED = recipients("'cpr'", "'updated'")
CPR = _block("citizen_cpr", f"{_NUMBERED}\n    INTERSECT\n    {_NAMED}", event="AFTER INSERT")
# What it was stays as a row beside the new one: that is no change.
RESIDENCE = _block("citizen_residence", when="NEW.superseded_at IS NULL")
CONTACT = _block("citizen_contact")
ADDRESS = _block("citizen_address")
BACKGROUND = _block("citizen_background")

_OF_INCIDENT = "'incident_summary', 'incident_account', 'incident_offence'"
INCIDENT = telling(
    "incident",
    f"""\
  PERFORM {OPENING.format(shared="_shared", citizen="NEW.citizen_id")};
"""  # noqa: S608 - constants of this file
    + tell(
        "incidents",
        f"""{OWNER}
    UNION ALL
    SELECT * FROM (
      {recipients(_OF_INCIDENT, "'created'")}
      UNION ALL
      {ends_of(_OF_INCIDENT)}
    ) AS recipient WHERE TG_OP = 'INSERT'""",  # noqa: S608 - constants of this file
    ),
)

# --- consent and passing on -----------------------------------------------------------------------------

CONSENT = telling(
    "consent",
    tell_each(
        f"""\
SELECT NEW.organisation_id, moment, 'consents', NEW.id, {KIND}
    UNION ALL
    SELECT recipient, moment, 'consents', NEW.id,
      CASE WHEN TG_OP = 'INSERT' OR OLD.status = 'draft' THEN 'created' ELSE 'updated' END
    FROM unnest(NEW.recipients) AS recipient
    WHERE NEW.status NOT IN ('draft', 'refused') AND recipient <> NEW.organisation_id
    UNION ALL
    -- It runs out by time alone.
    SELECT holder, NEW.valid_until, 'consents', NEW.id, 'updated'
    FROM unnest(NEW.organisation_id || NEW.recipients) AS holder
    WHERE NEW.status = 'active' AND NEW.valid_until > moment AND (TG_OP = 'INSERT' OR OLD.status <> 'active')
    UNION ALL
    -- What was handed over under it, and its successor does not carry on.
    SELECT support_need.recipient_id, moment, 'support-needs', support_need.id, 'removed'
    FROM referral JOIN support_need ON support_need.referral_id = referral.id
    WHERE TG_OP = 'UPDATE' AND OLD.status = 'active' AND NEW.status <> 'active' AND referral.consent_id = NEW.id
      AND referral.status = 'accepted'
    UNION ALL
    -- How it went is not the sender's to read any more, whether there is word of it or not.
    SELECT referral.organisation_id, moment, 'referrals', referral.id, 'updated' FROM referral
    WHERE TG_OP = 'UPDATE' AND OLD.status = 'active' AND NEW.status <> 'active' AND referral.consent_id = NEW.id
      AND referral.status = 'accepted' AND 'feedback_to_sender' = ANY (NEW.scopes)""",  # noqa: S608 - constants of this file
        "organisation_id, due_at, collection, record_id, kind",
    ),
)
ACKNOWLEDGEMENT = telling(
    "withdrawal_acknowledgement",
    tell(
        "consents",
        "SELECT party, moment, 'updated' FROM unnest(ARRAY[NEW.organisation_id, NEW.holder_id]) AS party",
        record="NEW.consent_id",
    ),
    event="AFTER INSERT",
)
REFERRAL = telling(
    "referral",
    tell_each(
        f"""\
SELECT NEW.organisation_id, moment, 'referrals', NEW.id, NEW.citizen_id, {KIND}
    UNION ALL
    -- To its recipient it is of no citizen until it is accepted.
    SELECT NEW.recipient_id, moment, 'referrals', NEW.id, CASE WHEN NEW.status = 'accepted' THEN NEW.citizen_id END,
      CASE WHEN TG_OP = 'INSERT' OR OLD.sent_at IS NULL THEN 'created' ELSE 'updated' END
    WHERE NEW.sent_at IS NOT NULL
    UNION ALL
    SELECT support_need.recipient_id, told.due_at, 'support-needs', support_need.id, NEW.citizen_id, told.kind
    FROM support_need
      JOIN consent ON consent.id = NEW.consent_id
      CROSS JOIN LATERAL (VALUES (moment, 'created'), (consent.valid_until, 'removed')) AS told (due_at, kind)
    WHERE TG_OP = 'UPDATE' AND NEW.status = 'accepted' AND support_need.referral_id = NEW.id
      AND support_need.recipient_id = NEW.recipient_id AND told.due_at IS NOT NULL
      AND (OLD.status <> 'accepted' OR NEW.consent_id <> OLD.consent_id AND told.kind = 'removed')
    UNION ALL
    -- Until then the sender reads how it went.
    SELECT NEW.organisation_id, consent.valid_until, 'referrals', NEW.id, NEW.citizen_id, 'updated' FROM consent
    WHERE TG_OP = 'UPDATE' AND NEW.status = 'accepted' AND consent.id = NEW.consent_id
      AND consent.valid_until IS NOT NULL AND 'feedback_to_sender' = ANY (consent.scopes)
      AND (OLD.status <> 'accepted' OR NEW.consent_id <> OLD.consent_id)""",  # noqa: S608 - constants of this file
        "organisation_id, due_at, collection, record_id, citizen_id, kind",
        citizen="told.citizen_id",
    ),
)
SUMMARY = telling(
    "referral_summary",
    tell(
        "referrals",
        """SELECT NEW.organisation_id, moment, 'updated'
    UNION ALL
    SELECT referral.recipient_id, moment, 'updated' FROM referral
    WHERE referral.id = NEW.referral_id AND referral.status = 'accepted'""",
        record="NEW.referral_id",
    ),
    event="AFTER UPDATE",
)

# What an opened disclosure is read as: the citizen, or each incident or course of its controller's.
_RECORDS = f"""\
SELECT moved.recipient_id, moved.project_id, moved.due_at, 'citizens' AS collection, moved.citizen_id AS record_id,
      moved.citizen_id, moved.track, moved.kind, moved.whole
    FROM moved WHERE moved.category IN ({_BLOCKS})
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'incidents', incident.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN incident ON incident.citizen_id = moved.citizen_id
      AND incident.organisation_id = moved.source_organisation_id
    WHERE moved.category IN ({_OF_INCIDENT})
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'courses', course.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN course ON course.citizen_id = moved.citizen_id
      AND course.organisation_id = moved.source_organisation_id
    WHERE moved.category = 'course'"""  # noqa: S608 - constants of this file
# The sender's words are read for as long as the stem is; that the referral was accepted is told with it.
_SUMMARIES = """
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'referrals', moved.referral_id, moved.citizen_id,
      moved.track, nullif(moved.kind, 'created'), false
    FROM moved WHERE moved.category = 'citizen'"""
# What was handed over, and the consents that name the recipient, go with an agreement too.
_BESIDE = """
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'support-needs', support_need.id, moved.citizen_id,
      moved.track, moved.kind, true
    FROM moved JOIN support_need ON support_need.referral_id = moved.referral_id
      AND support_need.recipient_id = moved.recipient_id
    WHERE moved.category = 'citizen'
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'consents', moved.consent_id, moved.citizen_id,
      moved.track, moved.kind, true
    FROM moved WHERE moved.category = 'citizen'"""


def _of_records(moved: str, *others: str) -> str:
    """One INSERT of all records that these disclosures open, each once; and of their end, where time ends them.

    Args:
        moved: finds the disclosures with `kind`, what became of them (NULL where only their end is to be told), and
            `due_at`, when they run out.
        others: more records that they open, or parts of.
    """
    return f"""\
  {INTO}
  WITH moved AS (
    {moved}
  ), record AS (
    {"".join((_RECORDS, *others))}
  ), each AS (
    SELECT recipient_id, project_id, collection, record_id, citizen_id, track,
      -- The citizen comes and goes with the stem; with anything else it is a part.
      CASE WHEN bool_or(whole) OR max(kind) IS NULL THEN max(kind) ELSE 'updated' END AS kind,
      CASE WHEN count(*) = count(due_at) THEN max(due_at) END AS due_at
    FROM record GROUP BY recipient_id, project_id, collection, record_id, citizen_id, track
  )
  -- Of another's records all of them: the day alone.
  SELECT gen_random_uuid(), each.recipient_id, each.project_id, told.due_at, {DAY}, each.collection, each.record_id,
    each.citizen_id, each.track, told.kind
  FROM each CROSS JOIN LATERAL (VALUES (moment, each.kind), (each.due_at, 'removed')) AS told (due_at, kind)
  WHERE told.due_at IS NOT NULL AND told.kind IS NOT NULL;"""  # noqa: S608 - constants of this file


_MOVED = """SELECT disclosure.recipient_id, disclosure.project_id, disclosure.citizen_id,
      disclosure.source_organisation_id, disclosure.category, disclosure.track, disclosure.referral_id,
      disclosure.consent_id,
      disclosure.category = 'citizen' AS whole"""
_COVERED = "coverage.valid_from <= moment AND (coverage.valid_until IS NULL OR coverage.valid_until > moment)"
_OPENED_OR_ENDED = f"""{_MOVED},
      CASE WHEN disclosure.ended_at IS NOT NULL THEN 'removed' WHEN before.opened_at IS NULL THEN 'created' END AS kind,
      CASE WHEN disclosure.ended_at IS NULL THEN least(disclosure.valid_until, (
        -- With the first agreement of those that it rests on.
        SELECT nullif(min(held.until), 'infinity') FROM (
          SELECT max(coalesce(coverage.valid_until, 'infinity')) AS until FROM agreement_coverage AS coverage
          WHERE coverage.project_id = disclosure.project_id AND {_COVERED}
            AND coverage.organisation_id IN (
              disclosure.recipient_id, disclosure.source_organisation_id, disclosure.organisation_id
            )
          GROUP BY coverage.organisation_id
        ) AS held
      )) END AS due_at
    FROM after AS disclosure JOIN before ON before.id = disclosure.id
    WHERE disclosure.opened_at IS NOT NULL AND before.ended_at IS NULL
      AND (before.opened_at IS NULL OR disclosure.ended_at IS NOT NULL
        OR disclosure.valid_until IS DISTINCT FROM before.valid_until)"""  # noqa: S608 - constants
_OPENING = OPENING.format(shared="", citizen="opened.citizen_id")
# One for what a statement moves: an acceptance opens all categories at once.
DISCLOSURE = Trigger(
    name="tell_disclosure",
    table="disclosure",
    event="AFTER UPDATE",
    per="STATEMENT",
    referencing="OLD TABLE AS before NEW TABLE AS after",
    definer=True,
    body=f"""\
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  PERFORM {_OPENING}
  FROM (
    SELECT DISTINCT after.citizen_id FROM after JOIN before ON before.id = after.id
    WHERE before.opened_at IS NULL AND after.opened_at IS NOT NULL ORDER BY 1
  ) AS opened;
{_of_records(_OPENED_OR_ENDED, _SUMMARIES)}
  RETURN NULL;
END""",  # noqa: S608 - constants of this file
)
_CLOSED_TO_ONESELF = f"""{_MOVED}, 'removed' AS kind, NULL::timestamptz AS due_at
    FROM disclosure
    WHERE disclosure.referral_id = NEW.referral_id AND disclosure.recipient_id = NEW.organisation_id AND {OPEN}
      AND (NEW.outcome IN ('declined', 'not_reached') OR disclosure.category = 'course')"""
_OUTCOME = """\
SELECT NEW.organisation_id, moment, 'referrals', NEW.referral_id, 'updated'
    UNION ALL
    SELECT NEW.sender_id, moment, 'referrals', NEW.referral_id, 'updated' FROM consent
    WHERE consent.id = NEW.consent_id AND consent.status = 'active' AND 'feedback_to_sender' = ANY (consent.scopes)
    UNION ALL
    SELECT NEW.organisation_id, moment, 'support-needs', support_need.id, 'removed' FROM support_need
    WHERE support_need.referral_id = NEW.referral_id AND support_need.recipient_id = NEW.organisation_id
      AND NEW.completed_at IS NOT NULL AND NEW.outcome IN ('declined', 'not_reached')"""
_CLOSED = """
  IF NEW.completed_at IS NULL OR TG_OP = 'UPDATE' AND OLD.completed_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  -- The recipient closes to itself what it has no more use for.
"""
OUTCOME = telling(
    "referral_outcome",
    tell_each(_OUTCOME, "organisation_id, due_at, collection, record_id, kind")
    + _CLOSED
    + _of_records(_CLOSED_TO_ONESELF),
)
_UNDER_AGREEMENT = f"""{_MOVED},
      CASE WHEN EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = NEW.organisation_id AND coverage.project_id = NEW.project_id
          AND coverage.agreement_id <> NEW.id AND {_COVERED}
      ) THEN NULL WHEN NEW.status = 'in_force' THEN 'updated' ELSE 'removed' END AS kind,
      CASE WHEN NEW.status = 'in_force' THEN NEW.valid_until END AS due_at
    FROM disclosure
    WHERE disclosure.project_id = NEW.project_id AND {OPEN} AND NEW.organisation_id IN (
      disclosure.recipient_id, disclosure.source_organisation_id, disclosure.organisation_id
    )"""  # noqa: S608 - constants
AGREEMENT = telling(
    "agreement",
    _of_records(_UNDER_AGREEMENT, _SUMMARIES, _BESIDE),
    event="AFTER UPDATE OF status",
    when="NEW.type = 'data_processing' AND (OLD.status = 'in_force') <> (NEW.status = 'in_force')",
)

# --- contact, course, bridging, follow-up, measuring ------------------------------------------------------

COURSE = telling(
    "course",
    f"""\
  IF TG_OP = 'INSERT' THEN
    PERFORM {OPENING.format(shared="_shared", citizen="NEW.citizen_id")};
  END IF;
"""  # noqa: S608 - constants of this file
    + tell(
        "courses",
        f"""{OWNER}
    UNION ALL
    -- Who has it is the controller's own business.
    SELECT * FROM ({recipients("'course'", KIND)}) AS recipient WHERE TG_OP = 'INSERT' OR {SHOWN_CHANGED}
    UNION ALL
    SELECT * FROM ({ends_of("'course'")}) AS ending WHERE TG_OP = 'INSERT'""",  # noqa: S608 - constants of this file
    ),
)
SUPPORT_NEED = telling(
    "support_need",
    tell(
        "support-needs",
        f"""{OWNER}
    UNION ALL
    SELECT NEW.recipient_id, moment,
      CASE WHEN TG_OP = 'UPDATE' AND OLD.referral_id = NEW.referral_id THEN 'updated' ELSE 'created' END
    FROM referral
    WHERE referral.id = NEW.referral_id AND referral.recipient_id = NEW.recipient_id AND referral.status = 'accepted'
    UNION ALL
    SELECT OLD.recipient_id, moment, 'removed' FROM referral
    WHERE TG_OP = 'UPDATE' AND OLD.referral_id IS DISTINCT FROM NEW.referral_id AND referral.id = OLD.referral_id
      AND referral.status = 'accepted'""",  # noqa: S608 - constants of this file
    ),
)

TELLING = (
    CITIZEN,
    IDENTITY,
    CPR,
    RESIDENCE,
    CONTACT,
    ADDRESS,
    BACKGROUND,
    INCIDENT,
    CONSENT,
    ACKNOWLEDGEMENT,
    REFERRAL,
    SUMMARY,
    DISCLOSURE,
    OUTCOME,
    AGREEMENT,
    COURSE,
    SUPPORT_NEED,
    owners("contact_attempt", "contact-attempts"),
    owners("session", "sessions"),
    owners("follow_up", "follow-ups"),
    owners("questionnaire_response", "questionnaire-responses"),
    owners("assignment", "assignments"),
)
"""Session notes are left out: a case system reads none, and a note does not change its session."""
