REVOKE SELECT ON release FROM evaluator
--;;
GRANT SELECT (approved_at, build_id, built_at, cancel_reason, cancelled_at, checked_at, controller_ids, created_at, ends_on, final, findings, id, kind, name, organisation_id, parameters, project_ids, published_at, recall_reason, recalled_at, report, starts_on, status, supersedes_id, taken_at, updated_at, version) ON release TO evaluator
