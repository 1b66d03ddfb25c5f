"""What an extract reads, as the builder's login: of one controller's own rows, and of whom it may pass on.

`$1` is the project, `$2` the controller, `$3` the recipient. PostgreSQL's policies leave the builder only rows of
citizens with a consent to the evaluation, of controllers with the instruction; this asks for the recipient besides.
The controller's citizens are those whom it registered and those on its courses.
"""

_DAY = "({} AT TIME ZONE 'Europe/Copenhagen')::date"


def _quarter(day: str) -> str:
    return f"""to_char({day}, 'YYYY"Q"Q')"""


_OWN = "project_id = $1 AND organisation_id = $2"

ROWS = f"""
WITH consented AS MATERIALIZED (
  SELECT DISTINCT citizen_id FROM consent
  WHERE project_id = $1 AND status = 'active' AND (valid_until IS NULL OR valid_until > now())
    AND 'evaluation_questionnaire' = ANY (scopes) AND $3 = ANY (recipients)
),
first_course AS MATERIALIZED (
  SELECT DISTINCT ON (citizen_id) id, citizen_id, status, form, started_on, ended_on, closing_reason FROM course
  WHERE {_OWN} AND started_on IS NOT NULL ORDER BY citizen_id, started_on, id
),
background AS MATERIALIZED (SELECT citizen_id, birth_year, sex FROM citizen_background WHERE {_OWN}),
sent AS MATERIALIZED (
  SELECT citizen_id, min(sent_at) AS sent_at FROM referral
  WHERE {_OWN} AND kind = 'initial' AND sent_at IS NOT NULL GROUP BY citizen_id
),
held AS MATERIALIZED (
  SELECT course_id, count(*) AS sessions, sum(coalesce(minutes, 0)) AS minutes FROM session
  WHERE {_OWN} AND status = 'held' GROUP BY course_id
),
looked_back AS MATERIALIZED (
  SELECT DISTINCT course_id FROM follow_up WHERE {_OWN} AND status = 'completed'
),
measured AS MATERIALIZED (
  SELECT response.course_id,
    max(answers.score) FILTER (WHERE instrument_code = 'who5' AND wave = 'start') AS who5_start,
    max(answers.score) FILTER (WHERE instrument_code = 'who5' AND wave = 'end') AS who5_end,
    max(answers.score) FILTER (WHERE instrument_code = 'brief_inspire_o' AND wave = 'start') AS recovery_start,
    max(answers.score) FILTER (WHERE instrument_code = 'brief_inspire_o' AND wave = 'end') AS recovery_end,
    max(1 + answers.score / 25.0) FILTER (WHERE instrument_code = 'benefit' AND wave = 'end') AS benefit
  FROM questionnaire_response AS response JOIN questionnaire_answers AS answers ON answers.response_id = response.id
  WHERE response.project_id = $1 AND response.organisation_id = $2 AND response.status = 'answered'
    AND instrument_code IN ('who5', 'brief_inspire_o', 'benefit')
  GROUP BY response.course_id
)
SELECT
  citizen.id AS citizen_id,
  citizen.track,
  coalesce(background.sex, 'unknown') AS sex,
  (extract(year FROM coalesce(course.started_on, {_DAY.format("citizen.created_at")})) - background.birth_year)::integer
    AS age,
  CASE WHEN citizen.organisation_id = $2
    THEN CASE WHEN citizen.identified_by = 'police_district' THEN 'police' ELSE 'other' END END AS referrer,
  CASE WHEN citizen.organisation_id = $2 THEN {_quarter(_DAY.format("citizen.created_at"))} END AS registered_quarter,
  {_quarter(_DAY.format("sent.sent_at"))} AS passed_on_quarter,
  course.status AS course_status,
  course.form AS course_form,
  {_quarter("course.started_on")} AS course_started_quarter,
  CASE WHEN course.status IN ('completed', 'interrupted', 'referred_on') THEN {_quarter("course.ended_on")} END
    AS course_ended_quarter,
  course.closing_reason,
  looked_back.course_id IS NOT NULL AS followed_up,
  coalesce(held.sessions, 0)::integer AS sessions,
  round(coalesce(held.minutes, 0) / 30.0)::float8 / 2 AS hours,
  measured.who5_start::float8, measured.who5_end::float8,
  measured.recovery_start::float8, measured.recovery_end::float8,
  measured.benefit::float8
FROM consented
JOIN citizen ON citizen.id = consented.citizen_id AND citizen.project_id = $1
LEFT JOIN first_course AS course ON course.citizen_id = citizen.id
LEFT JOIN background ON background.citizen_id = citizen.id
LEFT JOIN sent ON sent.citizen_id = citizen.id
LEFT JOIN held ON held.course_id = course.id
LEFT JOIN looked_back ON looked_back.course_id = course.id
LEFT JOIN measured ON measured.course_id = course.id
WHERE citizen.organisation_id = $2 OR course.id IS NOT NULL
"""  # noqa: S608 - constants of this file
