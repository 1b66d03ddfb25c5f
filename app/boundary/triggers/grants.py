"""The paths of grants: which state follows which and by whose hand, and what never changes once it was handed in.

Applicant and agency update the same rows, each in columns of its own (`policy.toml`); that the applicant does not
grant itself what it asked for is held here. Money that spans rows is judged under a lock, over all rows there are.
"""

from app.boundary.triggers.base import ASKER, RULE_BROKEN, TERMS_FROZEN, Trigger

INSTALMENTS = "instalments"
"""The rule, as the database's message names it."""


def _frozen(what: str) -> str:
    return f"RAISE EXCEPTION '{what}' USING ERRCODE = '{TERMS_FROZEN}'"


_OTHERS = "FROM grant_account AS other WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id"
_UNSETTLED = f"""\
PERFORM {_OTHERS} AND other.kind = 'final' AND other.status IN ('submitted', 'approved');
    IF FOUND THEN
      {_frozen("what final accounts rest on never changes")};
    END IF;"""
"""Refuses while final accounts are handed in; whoever writes reads whether they are."""
_ACCOUNTS_ALONE = "PERFORM pg_advisory_xact_lock(hashtextextended('accounts/' || NEW.grant_id, 0));"
"""So that final accounts are handed in before what they rest on changes, or after; the service takes it first."""

GRANT_PATH = Trigger(
    name="keep_grant_path",
    table="grant_application",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      {_frozen("an application begins as a draft")};
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.title, NEW.purpose, NEW.amount_oere, NEW.starts_on, NEW.ends_on, NEW.checklist, NEW.submitted_at,
     NEW.receipt_number)
    IS DISTINCT FROM
    (OLD.title, OLD.purpose, OLD.amount_oere, OLD.starts_on, OLD.ends_on, OLD.checklist, OLD.submitted_at,
     OLD.receipt_number)
  ) THEN
    {_frozen("what is submitted never changes")};
  END IF;
  IF OLD.granted_oere IS NOT NULL AND (
    (NEW.granted_oere, NEW.granted_on) IS DISTINCT FROM (OLD.granted_oere, OLD.granted_on)
  ) THEN
    {_frozen("what is granted never changes")};
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    CASE WHEN {ASKER} = OLD.organisation_id THEN (OLD.status = 'draft' AND NEW.status = 'submitted')
      OR (OLD.status IN ('draft', 'submitted', 'under_assessment') AND NEW.status = 'withdrawn')
    ELSE (OLD.status = 'submitted' AND NEW.status IN ('under_assessment', 'rejected_on_form'))
      OR (OLD.status = 'under_assessment' AND NEW.status IN ('granted', 'refused', 'rejected_on_form'))
      OR (OLD.status = 'granted' AND NEW.status IN ('closed', 'lapsed'))
    END
  ) THEN
    {_frozen("no such transition")};
  END IF;
  RETURN NEW;
END""",
)

DECISION_FINAL = Trigger(
    name="freeze_grant_decision",
    table="grant_decision",
    event="BEFORE UPDATE",
    body=f"""\
BEGIN
  IF OLD.decided_at IS NOT NULL THEN
    {_frozen("a decision never changes")};
  END IF;
  RETURN NEW;
END""",
)

BUDGET_PATH = Trigger(
    name="keep_grant_budget_path",
    table="grant_budget",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    -- Nobody but the agency approves; what may come into force without it is a check of the table.
    IF NEW.decided_at IS NOT NULL OR NEW.status NOT IN ('draft', 'proposed', 'in_force') THEN
      {_frozen("a budget begins as a draft or a proposal")};
    END IF;
    IF NEW.status <> 'draft' THEN
      {_ACCOUNTS_ALONE}
      {_UNSETTLED}
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.budget_lines, NEW.reason, NEW.from_year, NEW.to_year, NEW.moved_oere, NEW.year_oere, NEW.submitted_at)
    IS DISTINCT FROM
    (OLD.budget_lines, OLD.reason, OLD.from_year, OLD.to_year, OLD.moved_oere, OLD.year_oere, OLD.submitted_at)
  ) THEN
    {_frozen("what is submitted never changes")};
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    OLD.status = 'in_force' AND NEW.status = 'superseded'
    OR CASE WHEN {ASKER} = OLD.organisation_id
      THEN (OLD.status = 'draft' AND NEW.status = 'proposed') OR (OLD.status = 'proposed' AND NEW.status = 'withdrawn')
      ELSE OLD.status = 'proposed' AND NEW.status IN ('in_force', 'rejected')
    END
  ) THEN
    {_frozen("no such transition")};
  END IF;
  IF NEW.status <> OLD.status AND NEW.status = 'in_force' THEN
    {_ACCOUNTS_ALONE}
    {_UNSETTLED}
  END IF;
  RETURN NEW;
END""",
)

BUDGET_SUPERSEDED = Trigger(
    name="keep_grant_budget_in_force",
    table="grant_budget",
    event="AFTER UPDATE OF status",
    when="OLD.status = 'in_force' AND NEW.status <> 'in_force'",
    deferred=True,
    body=f"""\
BEGIN
  -- As the one who writes: whoever supersedes a budget reads the one that takes its place.
  PERFORM FROM grant_budget AS other WHERE other.grant_id = NEW.grant_id AND other.status = 'in_force';
  IF NOT FOUND THEN
    {_frozen("a budget is superseded by another one")};
  END IF;
  RETURN NULL;
END""",
)

INSTALMENTS_WITHIN_GRANT = Trigger(
    name="keep_grant_instalments",
    table="grant_instalment",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body=f"""\
DECLARE
  granted bigint;
  others bigint;
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status = 'paid' THEN
      {_frozen("what is paid never changes")};
    END IF;
  ELSIF NEW.status <> 'planned' THEN
    {_frozen("an instalment begins as planned")};
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('instalments/' || NEW.grant_id, 0));
  SELECT granted_oere INTO granted FROM grant_application AS held
  WHERE held.id = NEW.grant_id AND held.status = 'granted';
  SELECT coalesce(sum(other.amount_oere), 0) INTO others FROM grant_instalment AS other
  WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id;
  -- What is paid is held against the final accounts; after them there is nothing to pay.
  PERFORM FROM grant_account AS final
  WHERE final.grant_id = NEW.grant_id AND final.kind = 'final' AND final.status = 'approved';
  IF FOUND OR granted IS NULL OR others + NEW.amount_oere > granted THEN
    RAISE EXCEPTION '{INSTALMENTS}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)

FILE_PATH = Trigger(
    name="keep_grant_file",
    table="grant_attachment",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.withdrawn_at IS NOT NULL THEN
      {_frozen("a file begins as none that was withdrawn")};
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.withdrawn_at IS NOT NULL THEN
    {_frozen("withdrawn for good")};
  END IF;
  -- Held: a submission comes before, and refuses, or after, and goes without the file.
  IF NEW.withdrawn_at IS NOT NULL THEN
    PERFORM FROM grant_application AS held
    WHERE held.id = NEW.grant_id AND held.status = 'draft' FOR SHARE;
    IF NOT FOUND THEN
      {_frozen("what is submitted never changes")};
    END IF;
  END IF;
  RETURN NEW;
END""",
)

FILE_ERASED = Trigger(
    name="erase_grant_file",
    table="grant_attachment",
    event="AFTER UPDATE OF withdrawn_at",
    definer=True,
    body="""\
BEGIN
  IF NEW.withdrawn_at IS NOT NULL THEN
    UPDATE grant_attachment_content AS kept SET content = '' WHERE kept.attachment_id = NEW.id;
  END IF;
  RETURN NULL;
END""",
)

ACCOUNT_PATH = Trigger(
    name="keep_grant_account_path",
    table="grant_account",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.decided_at IS NOT NULL THEN
      {_frozen("accounts begin as a draft")};
    END IF;
    {_ACCOUNTS_ALONE}
    {_UNSETTLED}
    RETURN NEW;
  END IF;
  IF OLD.status IN ('submitted', 'approved') AND (
    (NEW.auditor, NEW.auditor_report_id, NEW.performance_audit, NEW.submitted_at) IS DISTINCT FROM
    (OLD.auditor, OLD.auditor_report_id, OLD.performance_audit, OLD.submitted_at)
  ) THEN
    {_frozen("what is submitted never changes")};
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    CASE WHEN {ASKER} = OLD.organisation_id THEN OLD.status IN ('draft', 'returned') AND NEW.status = 'submitted'
    ELSE OLD.status = 'submitted' AND NEW.status IN ('approved', 'returned')
    END
  ) THEN
    {_frozen("no such transition")};
  END IF;
  IF NEW.status <> OLD.status THEN
    {_ACCOUNTS_ALONE}
    IF NEW.status <> 'approved' THEN
      {_UNSETTLED}
    END IF;
    -- Final ones come last, in being handed in and in being approved.
    IF NEW.kind = 'final' AND NEW.status <> 'returned' THEN
      PERFORM {_OTHERS}
        AND (other.status IN ('draft', 'returned') OR NEW.status = 'approved' AND other.status <> 'approved');
      IF FOUND THEN
        {_frozen("final accounts come last")};
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END""",
)

VOUCHERS_OF_OPEN_ACCOUNTS = Trigger(
    name="keep_grant_vouchers",
    table="grant_voucher",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NULL;
  END IF;
  -- Submission takes the same lock, so that no voucher slips in beside it.
  PERFORM pg_advisory_xact_lock(hashtextextended('vouchers/' || NEW.account_id, 0));
  PERFORM FROM grant_account AS held
  WHERE held.id = NEW.account_id AND held.status IN ('draft', 'returned');
  IF NOT FOUND THEN
    {_frozen("submitted accounts take no vouchers")};
  END IF;
  {_UNSETTLED}
  -- One expenditure counts once: the same number of the same day, for numbers begin again each year.
  IF NOT NEW.cancelled AND (
    TG_OP = 'INSERT' OR (NEW.voucher_number, NEW.day) IS DISTINCT FROM (OLD.voucher_number, OLD.day) OR OLD.cancelled
  ) THEN
    -- Taken last of all, by vouchers alone: whoever holds it waits for nobody.
    PERFORM pg_advisory_xact_lock(hashtextextended('vouchers/' || NEW.grant_id || '/' || NEW.voucher_number, 0));
    PERFORM FROM grant_voucher AS twin
    WHERE twin.grant_id = NEW.grant_id AND twin.voucher_number = NEW.voucher_number AND twin.day = NEW.day
      AND twin.id <> NEW.id AND NOT twin.cancelled;
    IF FOUND THEN
      RAISE EXCEPTION 'the same voucher twice' USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
  RETURN NULL;
END""",
)
