"""The statements of a snapshot. Their columns are those of `disclosure.microdata`, in its order."""

_CONSENTED = """
  SELECT citizen_id, min(begun_at) AS signed_at FROM consent JOIN evaluation_begun() ON consent_id = id
  WHERE status = 'active' AND (valid_until IS NULL OR valid_until > now())
    AND 'evaluation_questionnaire' = ANY (scopes)
  GROUP BY citizen_id
"""
_DAY = "({} AT TIME ZONE 'Europe/Copenhagen')::date"
_FIRST_COURSE = """
  SELECT DISTINCT ON (citizen_id) id, citizen_id, organisation_id, status, started_on, ended_on, closing_reason
  FROM course
  WHERE started_on IS NOT NULL
  ORDER BY citizen_id, started_on, id
"""

_PLACES = """
  SELECT DISTINCT project.programme, partner.municipality_code AS code
  FROM project JOIN project_partner ON project_partner.project_id = project.id
    JOIN organisation AS partner ON partner.id = project_partner.organisation_id
  WHERE partner.municipality_code IS NOT NULL
"""
"""Municipalities that take part in a programme, or did: what the grid holds does not depend on who lives where."""

PEOPLE = f"""
WITH place AS MATERIALIZED ({_PLACES}),
consented AS MATERIALIZED ({_CONSENTED}),
first_course AS MATERIALIZED ({_FIRST_COURSE}),
-- One row a citizen: the registrar's own, else what was written last.
home AS MATERIALIZED (
  SELECT DISTINCT ON (home.citizen_id) home.citizen_id, home.municipality_code
  FROM citizen_residence AS home LEFT JOIN citizen ON citizen.id = home.citizen_id
  WHERE home.superseded_at IS NULL
  ORDER BY home.citizen_id, (home.organisation_id = citizen.organisation_id) DESC, home.id
),
background AS MATERIALIZED (
  SELECT DISTINCT ON (said.citizen_id) said.citizen_id, said.birth_year, said.sex
  FROM citizen_background AS said LEFT JOIN citizen ON citizen.id = said.citizen_id
  ORDER BY said.citizen_id, said.birth_year IS NULL, said.sex = 'unknown', said.updated_at DESC, said.id
),
sent AS MATERIALIZED (
  SELECT citizen_id, min(sent_at) AS sent_at FROM referral
  WHERE kind = 'initial' AND sent_at IS NOT NULL GROUP BY citizen_id
),
reached AS MATERIALIZED (
  SELECT citizen_id, min(attempted_at) AS reached_at FROM contact_attempt
  WHERE outcome IN ('reached', 'appointment_made', 'declined_offer') GROUP BY citizen_id
),
held AS MATERIALIZED (
  SELECT course_id, count(*) AS sessions, sum(coalesce(minutes, 0)) / 60.0 AS hours FROM session
  WHERE status = 'held' GROUP BY course_id
),
looked_back AS MATERIALIZED (
  SELECT course_id, min(completed_on) AS completed_on FROM follow_up
  WHERE status = 'completed' GROUP BY course_id
),
measured AS MATERIALIZED (
  SELECT response.course_id,
    max(answers.score) FILTER (WHERE instrument_code = 'who5' AND wave = 'start') AS who5_start,
    max(answers.score) FILTER (WHERE instrument_code = 'who5' AND wave = 'end') AS who5_end,
    max(answers.score) FILTER (WHERE instrument_code = 'brief_inspire_o' AND wave = 'start') AS recovery_start,
    max(answers.score) FILTER (WHERE instrument_code = 'brief_inspire_o' AND wave = 'end') AS recovery_end,
    -- A part of the highest: 0-100 as 1-5.
    max(1 + answers.score / 25.0) FILTER (WHERE instrument_code = 'benefit' AND wave = 'end') AS benefit
  FROM questionnaire_response AS response JOIN questionnaire_answers AS answers ON answers.response_id = response.id
  WHERE response.status = 'answered' AND instrument_code IN ('who5', 'brief_inspire_o', 'benefit')
  GROUP BY response.course_id
),
linked AS MATERIALIZED (
  SELECT victim_id AS citizen_id, victim_id AS couple FROM pair_link
  UNION SELECT perpetrator_id, victim_id FROM pair_link
),
couple AS (SELECT citizen_id, min(couple::text) AS couple FROM linked GROUP BY citizen_id)
SELECT
  citizen.id::text AS person,
  coalesce('couple-' || couple.couple, citizen.id::text) AS "case",
  citizen.project_id::text AS project,
  project.programme,
  citizen.track,
  -- Of those that take part; whoever lives elsewhere is counted in the project alone.
  (SELECT home.municipality_code WHERE EXISTS (
    SELECT FROM place WHERE place.programme = project.programme AND place.code = home.municipality_code
  )) AS municipality,
  CASE WHEN citizen.identified_by = 'police_district' THEN 'police' ELSE 'other' END AS referrer,
  (extract(year FROM {_DAY.format("citizen.created_at")}) - background.birth_year)::integer AS age,
  coalesce(background.sex, 'unknown') AS sex,
  {_DAY.format("citizen.created_at")} AS identified_on,
  {_DAY.format("consented.signed_at")} AS consented_on,
  {_DAY.format("sent.sent_at")} AS passed_on_on,
  coalesce({_DAY.format("reached.reached_at")}, course.started_on) AS contacted_on,
  course.started_on,
  CASE WHEN course.status IN ('completed', 'interrupted', 'referred_on') THEN course.ended_on END AS ended_on,
  looked_back.completed_on AS followed_up_on,
  course.closing_reason AS closing,
  measured.who5_start::float8, measured.who5_end::float8,
  measured.recovery_start::float8, measured.recovery_end::float8,
  measured.benefit::float8,
  coalesce(held.sessions, 0)::integer AS sessions,
  coalesce(held.hours, 0)::float8 AS hours
FROM consented
JOIN citizen ON citizen.id = consented.citizen_id
JOIN project ON project.id = citizen.project_id
LEFT JOIN couple ON couple.citizen_id = citizen.id
LEFT JOIN home ON home.citizen_id = citizen.id
LEFT JOIN background ON background.citizen_id = citizen.id
LEFT JOIN sent ON sent.citizen_id = citizen.id
LEFT JOIN reached ON reached.citizen_id = citizen.id
LEFT JOIN first_course AS course ON course.citizen_id = citizen.id
LEFT JOIN held ON held.course_id = course.id
LEFT JOIN looked_back ON looked_back.course_id = course.id
LEFT JOIN measured ON measured.course_id = course.id
ORDER BY citizen.id
"""  # noqa: S608 - constants of this file

_TOLD_BY = (
    "citizen_residence",
    "citizen_background",
    "consent",
    "referral",
    "contact_attempt",
    "course",
    "session",
    "questionnaire_answers",
    "follow_up",
    "time_entry",
    "cost_course",
)
_EVERY = "\n  UNION ".join(
    ["SELECT id AS citizen_id, organisation_id FROM citizen"]
    + [f"SELECT citizen_id, organisation_id FROM {table}" for table in _TOLD_BY]  # noqa: S608 - names of ours
)

CONTROLLERS = f"""
SELECT citizen_id::text, array_agg(organisation_id::text ORDER BY organisation_id)
FROM ({_EVERY}) AS told WHERE citizen_id IS NOT NULL GROUP BY citizen_id
"""  # noqa: S608 - constants of this file
"""Whose rows tell of a citizen."""

TOLD = f"""
WITH course_of AS MATERIALIZED ({_FIRST_COURSE}),
told (citizen_id, variable, organisation_id) AS (
  SELECT id, 'identified_on', organisation_id FROM citizen
  UNION SELECT citizen_id, 'consented_on', organisation_id FROM consent
  UNION SELECT citizen_id, 'passed_on_on', organisation_id FROM referral WHERE kind = 'initial'
  UNION SELECT citizen_id, 'contacted_on', organisation_id FROM contact_attempt
  UNION SELECT citizen_id, unnest(ARRAY['started_on', 'ended_on', 'closing']), organisation_id FROM course_of
  UNION SELECT course_of.citizen_id, 'followed_up_on', looked_back.organisation_id
  FROM course_of JOIN follow_up AS looked_back ON looked_back.course_id = course_of.id
  UNION SELECT course_of.citizen_id, unnest(ARRAY['sessions', 'hours']), session.organisation_id
  FROM course_of JOIN session ON session.course_id = course_of.id
  UNION SELECT course_of.citizen_id,
    CASE instrument_code WHEN 'who5' THEN 'who5_' || wave WHEN 'brief_inspire_o' THEN 'recovery_' || wave
    ELSE instrument_code END, answers.organisation_id
  FROM course_of JOIN questionnaire_response AS response ON response.course_id = course_of.id
    JOIN questionnaire_answers AS answers ON answers.response_id = response.id
  WHERE instrument_code IN ('who5', 'brief_inspire_o', 'benefit')
  UNION SELECT citizen_id, 'costs', organisation_id FROM time_entry WHERE course_id IS NOT NULL
  UNION SELECT citizen_id, 'costs', organisation_id FROM cost_course
)
SELECT citizen_id::text, variable, organisation_id::text FROM told WHERE citizen_id IS NOT NULL ORDER BY 1, 2, 3
"""  # noqa: S608 - constants of this file
"""Which controller's rows a column of a citizen is read from: who has these values, and not who has any row at all."""

HANDED_OUT = "SELECT citizen::text, array_agg(recipient::text ORDER BY recipient) FROM evaluation_rows() GROUP BY 1"
"""Which evaluators have ever had a pseudonymised row of what a citizen answered."""

COSTS_OF_COURSES = f"""
WITH consented AS MATERIALIZED ({_CONSENTED}),
worked AS MATERIALIZED (
  SELECT entry.course_id, extract(year FROM entry.day)::integer AS year, entry.staff_id,
    sum(entry.minutes) / 60.0 AS hours,
    sum((entry.minutes::bigint * coalesce(rate.oere_per_hour, 0) + 30) / 60) AS oere
  FROM time_entry AS entry LEFT JOIN hourly_rate AS rate
    ON rate.organisation_id = entry.organisation_id AND rate.function = entry.function
    AND rate.valid_from <= entry.day AND coalesce(rate.valid_until, 'infinity') >= entry.day
  WHERE entry.status <> 'draft' AND entry.course_id IS NOT NULL
  GROUP BY 1, 2, 3
),
bought AS MATERIALIZED (
  SELECT link.course_id, extract(year FROM cost.day)::integer AS year, sum(cost.amount_oere) AS oere,
    min(link.organisation_id::text) AS organisation
  FROM cost_course AS link JOIN cost ON cost.id = link.cost_id
  WHERE cost.status <> 'draft' GROUP BY 1, 2
),
whole AS (SELECT course_id, year, sum(hours) AS hours FROM worked GROUP BY 1, 2),
-- What was bought for a course goes with the hours worked on it that year; else the organisation bore it.
each AS (
  SELECT worked.course_id, worked.year, worked.staff_id::text AS staff, worked.hours,
    worked.oere + coalesce(bought.oere, 0) * worked.hours / whole.hours AS oere
  FROM worked JOIN whole USING (course_id, year) LEFT JOIN bought USING (course_id, year)
  UNION ALL
  SELECT bought.course_id, bought.year, bought.organisation, 0, bought.oere
  FROM bought LEFT JOIN whole USING (course_id, year) WHERE whole.course_id IS NULL
)
SELECT course.id::text AS course, course.citizen_id::text AS person, course.project_id::text AS project,
  CASE course.form WHEN 'group' THEN 'group' ELSE 'individual' END AS course_type,
  each.year, each.staff, each.hours::float8, (each.oere / 100.0)::float8 AS dkk
FROM each
JOIN course ON course.id = each.course_id
JOIN consented ON consented.citizen_id = course.citizen_id
ORDER BY course.id, each.year, each.staff
"""  # noqa: S608 - constants of this file

TALLY = """
SELECT project::text, to_char(quarter, 'YYYY"Q"Q'), organisation::text, number::integer
FROM evaluation_tally($1) ORDER BY project, quarter, organisation
"""

COVERED = """
SELECT organisation_id::text, project_id::text, array_agg(DISTINCT category ORDER BY category)
FROM agreement_coverage AS coverage
WHERE coverage.purpose = 'evaluation' AND coverage.valid_from <= now()
  AND (coverage.valid_until IS NULL OR coverage.valid_until > now()) AND coverage.category = ANY ($1)
GROUP BY 1, 2
"""
"""By which agreements anything is read, and what of these categories: publishing asks whether they still hold."""

PLACES = f"""
SELECT DISTINCT 'project' AS level, project.id::text AS code, project.programme
FROM project JOIN agreement_coverage AS coverage ON coverage.project_id = project.id
WHERE coverage.purpose = 'evaluation' AND coverage.valid_from <= now()
  AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
UNION ALL SELECT 'municipality', code, programme FROM ({_PLACES}) AS place
ORDER BY 1, 2, 3
"""  # noqa: S608 - constants of this file
"""Every project with a controller that has the instruction, and every municipality: whoever is counted, or nobody."""
