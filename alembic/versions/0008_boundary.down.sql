GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_assignment() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_assignment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'assignments', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_assignment() FROM PUBLIC
--;;
CREATE TRIGGER tell_assignment AFTER INSERT OR UPDATE ON public.assignment FOR EACH ROW EXECUTE FUNCTION tell_assignment()
--;;
ALTER FUNCTION tell_assignment() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_questionnaire_response() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_questionnaire_response()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'questionnaire-responses', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_questionnaire_response() FROM PUBLIC
--;;
CREATE TRIGGER tell_questionnaire_response AFTER INSERT OR UPDATE ON public.questionnaire_response FOR EACH ROW EXECUTE FUNCTION tell_questionnaire_response()
--;;
ALTER FUNCTION tell_questionnaire_response() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_follow_up() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_follow_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'follow-ups', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_follow_up() FROM PUBLIC
--;;
CREATE TRIGGER tell_follow_up AFTER INSERT OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION tell_follow_up()
--;;
ALTER FUNCTION tell_follow_up() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_session() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_session()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'sessions', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_session() FROM PUBLIC
--;;
CREATE TRIGGER tell_session AFTER INSERT OR UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION tell_session()
--;;
ALTER FUNCTION tell_session() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_contact_attempt() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_contact_attempt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'contact-attempts', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_contact_attempt() FROM PUBLIC
--;;
CREATE TRIGGER tell_contact_attempt AFTER INSERT OR UPDATE ON public.contact_attempt FOR EACH ROW EXECUTE FUNCTION tell_contact_attempt()
--;;
ALTER FUNCTION tell_contact_attempt() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_support_need() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_support_need()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'support-needs', NEW.id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT NEW.recipient_id, moment,
      CASE WHEN TG_OP = 'UPDATE' AND OLD.referral_id = NEW.referral_id THEN 'updated' ELSE 'created' END
    FROM referral
    WHERE referral.id = NEW.referral_id AND referral.recipient_id = NEW.recipient_id AND referral.status = 'accepted'
    UNION ALL
    SELECT OLD.recipient_id, moment, 'removed' FROM referral
    WHERE TG_OP = 'UPDATE' AND OLD.referral_id IS DISTINCT FROM NEW.referral_id AND referral.id = OLD.referral_id
      AND referral.status = 'accepted') AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_support_need() FROM PUBLIC
--;;
CREATE TRIGGER tell_support_need AFTER INSERT OR UPDATE ON public.support_need FOR EACH ROW EXECUTE FUNCTION tell_support_need()
--;;
ALTER FUNCTION tell_support_need() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_course() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_course()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('opening/' || NEW.citizen_id, 0));
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'courses', NEW.id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT DISTINCT disclosure.recipient_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('course') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
    UNION ALL
    SELECT * FROM (SELECT disclosure.recipient_id, max(disclosure.valid_until), 'removed' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('course') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment) GROUP BY disclosure.recipient_id HAVING count(*) = count(disclosure.valid_until)) AS ending WHERE TG_OP = 'INSERT') AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_course() FROM PUBLIC
--;;
CREATE TRIGGER tell_course AFTER INSERT OR UPDATE ON public.course FOR EACH ROW EXECUTE FUNCTION tell_course()
--;;
ALTER FUNCTION tell_course() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_agreement() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  WITH moved AS (
    SELECT disclosure.recipient_id, disclosure.project_id, disclosure.citizen_id,
      disclosure.source_organisation_id, disclosure.category, disclosure.track,
      disclosure.category = 'citizen' AS whole,
      CASE WHEN EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = NEW.organisation_id AND coverage.project_id = NEW.project_id
          AND coverage.agreement_id <> NEW.id AND coverage.valid_from <= moment AND (coverage.valid_until IS NULL OR coverage.valid_until > moment)
      ) THEN NULL WHEN NEW.status = 'in_force' THEN 'updated' ELSE 'removed' END AS kind,
      CASE WHEN NEW.status = 'in_force' THEN NEW.valid_until END AS due_at
    FROM disclosure
    WHERE disclosure.project_id = NEW.project_id AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment) AND NEW.organisation_id IN (
      disclosure.recipient_id, disclosure.source_organisation_id, disclosure.organisation_id
    )
  ), record AS (
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'citizens' AS collection, moved.citizen_id AS record_id,
      moved.citizen_id, moved.track, moved.kind, moved.whole
    FROM moved WHERE moved.category IN ('citizen', 'identity', 'cpr', 'contact', 'address')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'incidents', incident.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN incident ON incident.citizen_id = moved.citizen_id
      AND incident.organisation_id = moved.source_organisation_id
    WHERE moved.category IN ('incident_summary', 'incident_account', 'incident_offence')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'courses', course.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN course ON course.citizen_id = moved.citizen_id
      AND course.organisation_id = moved.source_organisation_id
    WHERE moved.category = 'course'
  ), each AS (
    SELECT recipient_id, project_id, collection, record_id, citizen_id, track,
      -- The citizen comes and goes with the stem; with anything else it is a part.
      CASE WHEN bool_or(whole) OR max(kind) IS NULL THEN max(kind) ELSE 'updated' END AS kind,
      CASE WHEN count(*) = count(due_at) THEN max(due_at) END AS due_at
    FROM record GROUP BY recipient_id, project_id, collection, record_id, citizen_id, track
  )
  SELECT gen_random_uuid(), each.recipient_id, each.project_id, told.due_at, told.due_at, each.collection,
    each.record_id, each.citizen_id, each.track, told.kind
  FROM each CROSS JOIN LATERAL (VALUES (moment, each.kind), (each.due_at, 'removed')) AS told (due_at, kind)
  WHERE told.due_at IS NOT NULL AND told.kind IS NOT NULL;
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_agreement() FROM PUBLIC
--;;
CREATE TRIGGER tell_agreement AFTER UPDATE OF status ON public.agreement FOR EACH ROW WHEN (((new.type = 'data_processing'::text) AND ((old.status = 'in_force'::text) <> (new.status = 'in_force'::text)))) EXECUTE FUNCTION tell_agreement()
--;;
ALTER FUNCTION tell_agreement() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_referral_outcome() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_referral_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, moment, moment, told.collection, told.record_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (
    SELECT NEW.organisation_id, 'referrals', NEW.referral_id, 'updated'
    UNION ALL
    SELECT NEW.sender_id, 'referrals', NEW.referral_id, 'updated' FROM consent
    WHERE consent.id = NEW.consent_id AND consent.status = 'active' AND 'feedback_to_sender' = ANY (consent.scopes)
    UNION ALL
    SELECT NEW.organisation_id, 'support-needs', support_need.id, 'removed' FROM support_need
    WHERE support_need.referral_id = NEW.referral_id AND support_need.recipient_id = NEW.organisation_id
      AND NEW.completed_at IS NOT NULL AND NEW.outcome IN ('declined', 'not_reached')
  ) AS told (organisation_id, collection, record_id, kind);
  IF NEW.completed_at IS NULL OR TG_OP = 'UPDATE' AND OLD.completed_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  -- The recipient closes to itself what it has no more use for.
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  WITH moved AS (
    SELECT disclosure.recipient_id, disclosure.project_id, disclosure.citizen_id,
      disclosure.source_organisation_id, disclosure.category, disclosure.track,
      disclosure.category = 'citizen' AS whole, 'removed' AS kind, NULL::timestamptz AS due_at
    FROM disclosure
    WHERE disclosure.referral_id = NEW.referral_id AND disclosure.recipient_id = NEW.organisation_id AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
      AND (NEW.outcome IN ('declined', 'not_reached') OR disclosure.category = 'course')
  ), record AS (
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'citizens' AS collection, moved.citizen_id AS record_id,
      moved.citizen_id, moved.track, moved.kind, moved.whole
    FROM moved WHERE moved.category IN ('citizen', 'identity', 'cpr', 'contact', 'address')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'incidents', incident.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN incident ON incident.citizen_id = moved.citizen_id
      AND incident.organisation_id = moved.source_organisation_id
    WHERE moved.category IN ('incident_summary', 'incident_account', 'incident_offence')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'courses', course.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN course ON course.citizen_id = moved.citizen_id
      AND course.organisation_id = moved.source_organisation_id
    WHERE moved.category = 'course'
  ), each AS (
    SELECT recipient_id, project_id, collection, record_id, citizen_id, track,
      -- The citizen comes and goes with the stem; with anything else it is a part.
      CASE WHEN bool_or(whole) OR max(kind) IS NULL THEN max(kind) ELSE 'updated' END AS kind,
      CASE WHEN count(*) = count(due_at) THEN max(due_at) END AS due_at
    FROM record GROUP BY recipient_id, project_id, collection, record_id, citizen_id, track
  )
  SELECT gen_random_uuid(), each.recipient_id, each.project_id, told.due_at, told.due_at, each.collection,
    each.record_id, each.citizen_id, each.track, told.kind
  FROM each CROSS JOIN LATERAL (VALUES (moment, each.kind), (each.due_at, 'removed')) AS told (due_at, kind)
  WHERE told.due_at IS NOT NULL AND told.kind IS NOT NULL;
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_referral_outcome() FROM PUBLIC
--;;
CREATE TRIGGER tell_referral_outcome AFTER INSERT OR UPDATE ON public.referral_outcome FOR EACH ROW EXECUTE FUNCTION tell_referral_outcome()
--;;
ALTER FUNCTION tell_referral_outcome() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_referral_summary() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_referral_summary()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'referrals', NEW.referral_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    UNION ALL
    SELECT referral.recipient_id, moment, 'updated' FROM referral
    WHERE referral.id = NEW.referral_id AND referral.status = 'accepted') AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_referral_summary() FROM PUBLIC
--;;
CREATE TRIGGER tell_referral_summary AFTER UPDATE ON public.referral_summary FOR EACH ROW EXECUTE FUNCTION tell_referral_summary()
--;;
ALTER FUNCTION tell_referral_summary() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_referral() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_referral()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, told.collection,
    told.record_id, told.citizen_id, NEW.track, told.kind
  FROM (
    SELECT NEW.organisation_id, moment, 'referrals', NEW.id, NEW.citizen_id, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
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
  ) AS told (organisation_id, due_at, collection, record_id, citizen_id, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_referral() FROM PUBLIC
--;;
CREATE TRIGGER tell_referral AFTER INSERT OR UPDATE ON public.referral FOR EACH ROW EXECUTE FUNCTION tell_referral()
--;;
ALTER FUNCTION tell_referral() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_withdrawal_acknowledgement() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_withdrawal_acknowledgement()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'consents', NEW.consent_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT party, moment, 'updated' FROM unnest(ARRAY[NEW.organisation_id, NEW.holder_id]) AS party) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_withdrawal_acknowledgement() FROM PUBLIC
--;;
CREATE TRIGGER tell_withdrawal_acknowledgement AFTER INSERT ON public.withdrawal_acknowledgement FOR EACH ROW EXECUTE FUNCTION tell_withdrawal_acknowledgement()
--;;
ALTER FUNCTION tell_withdrawal_acknowledgement() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_consent() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, told.collection,
    told.record_id, NEW.citizen_id, NEW.track, told.kind
  FROM (
    SELECT NEW.organisation_id, moment, 'consents', NEW.id, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
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
  ) AS told (organisation_id, due_at, collection, record_id, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_consent() FROM PUBLIC
--;;
CREATE TRIGGER tell_consent AFTER INSERT OR UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION tell_consent()
--;;
ALTER FUNCTION tell_consent() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_incident() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_incident()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('opening/' || NEW.citizen_id, 0));
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.happened_at, 'incidents', NEW.id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (
    SELECT NEW.organisation_id, moment, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT recipient_id, at, date_trunc('day', at, 'Europe/Copenhagen'), kind
    FROM (
      SELECT DISTINCT disclosure.recipient_id, moment, 'created' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('incident_summary', 'incident_account', 'incident_offence') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
      UNION ALL
      SELECT disclosure.recipient_id, max(disclosure.valid_until), 'removed' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('incident_summary', 'incident_account', 'incident_offence') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment) GROUP BY disclosure.recipient_id HAVING count(*) = count(disclosure.valid_until)
    ) AS recipient (recipient_id, at, kind)
    WHERE TG_OP = 'INSERT'
  ) AS told (organisation_id, due_at, happened_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_incident() FROM PUBLIC
--;;
CREATE TRIGGER tell_incident AFTER INSERT OR UPDATE ON public.incident FOR EACH ROW EXECUTE FUNCTION tell_incident()
--;;
ALTER FUNCTION tell_incident() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_background() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_citizen_background()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.xmin = pg_current_xact_id()::xid AND citizen.version = 1
    )) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_citizen_background() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_background AFTER INSERT OR UPDATE ON public.citizen_background FOR EACH ROW EXECUTE FUNCTION tell_citizen_background()
--;;
ALTER FUNCTION tell_citizen_background() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_address() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_citizen_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.xmin = pg_current_xact_id()::xid AND citizen.version = 1
    )) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_citizen_address() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_address AFTER INSERT OR UPDATE ON public.citizen_address FOR EACH ROW EXECUTE FUNCTION tell_citizen_address()
--;;
ALTER FUNCTION tell_citizen_address() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_contact() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_citizen_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.xmin = pg_current_xact_id()::xid AND citizen.version = 1
    )) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_citizen_contact() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_contact AFTER INSERT OR UPDATE ON public.citizen_contact FOR EACH ROW EXECUTE FUNCTION tell_citizen_contact()
--;;
ALTER FUNCTION tell_citizen_contact() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_identity() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_citizen_identity()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.xmin = pg_current_xact_id()::xid AND citizen.version = 1
    )
    UNION ALL
    SELECT DISTINCT disclosure.recipient_id, moment, 'updated' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('identity', 'cpr') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_citizen_identity() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_identity AFTER INSERT OR UPDATE ON public.citizen_identity FOR EACH ROW EXECUTE FUNCTION tell_citizen_identity()
--;;
ALTER FUNCTION tell_citizen_identity() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_citizen()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, told.due_at, 'citizens', NEW.id,
    NEW.id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT DISTINCT disclosure.recipient_id, moment, 'updated' FROM disclosure
    WHERE TG_OP = 'UPDATE' AND disclosure.citizen_id = NEW.id AND disclosure.category = 'citizen' AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
      -- That protection is known of is nothing that a recipient is told.
      AND disclosure.source_organisation_id = NEW.organisation_id AND OLD.status IS DISTINCT FROM NEW.status) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_citizen() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen AFTER INSERT OR UPDATE ON public.citizen FOR EACH ROW EXECUTE FUNCTION tell_citizen()
--;;
ALTER FUNCTION tell_citizen() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE UPDATE (collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint FROM police_district
--;;
REVOKE SELECT ON webhook_endpoint FROM police_district
--;;
REVOKE INSERT ON webhook_endpoint FROM police_district
--;;
REVOKE UPDATE (collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint FROM ngo
--;;
REVOKE SELECT ON webhook_endpoint FROM ngo
--;;
REVOKE INSERT ON webhook_endpoint FROM ngo
--;;
REVOKE UPDATE (collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint FROM municipality
--;;
REVOKE SELECT ON webhook_endpoint FROM municipality
--;;
REVOKE INSERT ON webhook_endpoint FROM municipality
--;;
REVOKE UPDATE (disabled_at, disabled_because, failing_since, failures_in_a_row, last_failure, last_failure_at, last_success_at, leased_until, position, resting_until, served_at, status, updated_at, version, worker) ON webhook_endpoint FROM deliverer
--;;
REVOKE SELECT ON webhook_endpoint FROM deliverer
--;;
REVOKE UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery FROM police_district
--;;
REVOKE SELECT ON webhook_delivery FROM police_district
--;;
REVOKE INSERT ON webhook_delivery FROM police_district
--;;
REVOKE UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery FROM ngo
--;;
REVOKE SELECT ON webhook_delivery FROM ngo
--;;
REVOKE INSERT ON webhook_delivery FROM ngo
--;;
REVOKE UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery FROM municipality
--;;
REVOKE SELECT ON webhook_delivery FROM municipality
--;;
REVOKE INSERT ON webhook_delivery FROM municipality
--;;
REVOKE UPDATE (attempts, begun_at, delivered_at, due_at, happened_at, kind, last_outcome, last_status, status, updated_at, version) ON webhook_delivery FROM deliverer
--;;
REVOKE SELECT ON webhook_delivery FROM deliverer
--;;
REVOKE INSERT ON webhook_delivery FROM deliverer
--;;
REVOKE SELECT ON webhook_attempt FROM police_district
--;;
REVOKE SELECT ON webhook_attempt FROM ngo
--;;
REVOKE SELECT ON webhook_attempt FROM municipality
--;;
REVOKE INSERT ON webhook_attempt FROM deliverer
--;;
REVOKE SELECT (collection, happened_at, id, kind, organisation_id, record_id, sequence, track) ON change FROM deliverer
--;;
DROP POLICY police_district_update ON webhook_endpoint
--;;
DROP POLICY police_district_read ON webhook_endpoint
--;;
DROP POLICY police_district_create ON webhook_endpoint
--;;
DROP POLICY ngo_update ON webhook_endpoint
--;;
DROP POLICY ngo_read ON webhook_endpoint
--;;
DROP POLICY ngo_create ON webhook_endpoint
--;;
DROP POLICY municipality_update ON webhook_endpoint
--;;
DROP POLICY municipality_read ON webhook_endpoint
--;;
DROP POLICY municipality_create ON webhook_endpoint
--;;
DROP POLICY deliverer_update ON webhook_endpoint
--;;
DROP POLICY deliverer_read ON webhook_endpoint
--;;
DROP POLICY police_district_update ON webhook_delivery
--;;
DROP POLICY police_district_read ON webhook_delivery
--;;
DROP POLICY police_district_create ON webhook_delivery
--;;
DROP POLICY ngo_update ON webhook_delivery
--;;
DROP POLICY ngo_read ON webhook_delivery
--;;
DROP POLICY ngo_create ON webhook_delivery
--;;
DROP POLICY municipality_update ON webhook_delivery
--;;
DROP POLICY municipality_read ON webhook_delivery
--;;
DROP POLICY municipality_create ON webhook_delivery
--;;
DROP POLICY deliverer_update ON webhook_delivery
--;;
DROP POLICY deliverer_read ON webhook_delivery
--;;
DROP POLICY deliverer_create ON webhook_delivery
--;;
DROP POLICY police_district_read ON webhook_attempt
--;;
DROP POLICY ngo_read ON webhook_attempt
--;;
DROP POLICY municipality_read ON webhook_attempt
--;;
DROP POLICY deliverer_create ON webhook_attempt
--;;
DROP POLICY deliverer_read ON change
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS changes_waiting(uuid[],bigint[])
--;;
CREATE OR REPLACE FUNCTION public.changes_waiting(organisations uuid[], seen bigint[])
 RETURNS SETOF integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  RETURN QUERY
  SELECT asked.place::integer
  FROM unnest(organisations, seen) WITH ORDINALITY AS asked (organisation, last, place)
  WHERE EXISTS (
    SELECT FROM change WHERE change.organisation_id = asked.organisation AND change.sequence > asked.last
  ) OR EXISTS (
    SELECT FROM change WHERE change.organisation_id = asked.organisation
      AND change.sequence IS NULL AND change.due_at <= clock_timestamp()
      -- What is one's own waits until one's agreement is in force again; that something was lost is told at once.
      AND (change.kind = 'removed' OR EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = change.organisation_id AND coverage.project_id = change.project_id
          AND coverage.valid_from <= now() AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
      ))
  );
END
$function$

--;;
REVOKE ALL ON FUNCTION changes_waiting(uuid[],bigint[]) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION changes_waiting(uuid[],bigint[]) TO authenticator
--;;
ALTER FUNCTION changes_waiting(uuid[],bigint[]) OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS number_changes(bigint)
--;;
CREATE OR REPLACE FUNCTION public.number_changes(seen bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  me constant uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
  last bigint;
BEGIN
  IF EXISTS (SELECT FROM change WHERE change.organisation_id = me AND change.sequence IS NULL AND change.due_at <= clock_timestamp()
      -- What is one's own waits until one's agreement is in force again; that something was lost is told at once.
      AND (change.kind = 'removed' OR EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = change.organisation_id AND coverage.project_id = change.project_id
          AND coverage.valid_from <= now() AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
      ))) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('changes/' || me, 0));
    SELECT coalesce(max(change.sequence), 0) INTO last FROM change
    WHERE change.organisation_id = me AND change.sequence IS NOT NULL;
    WITH due AS (
      SELECT change.id, row_number() OVER (ORDER BY change.due_at, change.id) AS place FROM change
      WHERE change.organisation_id = me AND change.sequence IS NULL AND change.due_at <= clock_timestamp()
      -- What is one's own waits until one's agreement is in force again; that something was lost is told at once.
      AND (change.kind = 'removed' OR EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = change.organisation_id AND coverage.project_id = change.project_id
          AND coverage.valid_from <= now() AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
      ))
      ORDER BY change.due_at, change.id LIMIT 10000
    )
    UPDATE change SET sequence = last + due.place, numbered_at = clock_timestamp() FROM due WHERE change.id = due.id;
  END IF;
  SELECT coalesce(max(change.sequence), 0) INTO last FROM change
  WHERE change.organisation_id = me AND change.sequence IS NOT NULL;
  IF EXISTS (
    SELECT FROM change WHERE change.organisation_id = me AND change.sequence IS NOT NULL
    HAVING min(change.sequence) > seen + 1
  ) THEN
    RETURN NULL;
  END IF;
  RETURN last;
END
$function$

--;;
REVOKE ALL ON FUNCTION number_changes(bigint) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION number_changes(bigint) TO municipality
--;;
GRANT EXECUTE ON FUNCTION number_changes(bigint) TO ngo
--;;
GRANT EXECUTE ON FUNCTION number_changes(bigint) TO police_district
--;;
ALTER FUNCTION number_changes(bigint) OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
ALTER TABLE webhook_endpoint DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_endpoint NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_delivery DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_delivery NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_attempt DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_attempt NO FORCE ROW LEVEL SECURITY
