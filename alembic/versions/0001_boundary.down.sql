GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_audit_seal() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_audit_subject() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_audit_event() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_hourly_rate() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_cost_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_time_entry_path() CASCADE
--;;
DROP FUNCTION IF EXISTS freeze_instrument_terms() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_assignment_wall() CASCADE
--;;
DROP FUNCTION IF EXISTS end_what_was_passed_onward() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_disclosure_once() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_referral_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_sender_withheld() CASCADE
--;;
DROP FUNCTION IF EXISTS end_what_consent_opened() CASCADE
--;;
DROP FUNCTION IF EXISTS freeze_consent_terms() CASCADE
--;;
DROP FUNCTION IF EXISTS freeze_agreement_terms() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_agreement_coverage() CASCADE
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE SELECT ON withdrawal_acknowledgement FROM police_district
--;;
REVOKE SELECT ON withdrawal_acknowledgement FROM ngo
--;;
REVOKE INSERT ON withdrawal_acknowledgement FROM ngo
--;;
REVOKE SELECT ON withdrawal_acknowledgement FROM municipality
--;;
REVOKE INSERT ON withdrawal_acknowledgement FROM municipality
--;;
REVOKE SELECT ON used_assertion FROM authenticator
--;;
REVOKE INSERT ON used_assertion FROM authenticator
--;;
REVOKE SELECT ON token_denial FROM evaluator_entrance
--;;
REVOKE SELECT ON token_denial FROM authenticator
--;;
REVOKE INSERT ON token_denial FROM authenticator
--;;
REVOKE SELECT ON time_entry FROM wall_keeper
--;;
REVOKE UPDATE (citizen_id, course_id, day, evaluation, function, grant_funded, minutes, note, status, task, track, updated_at, version) ON time_entry FROM police_district
--;;
REVOKE SELECT ON time_entry FROM police_district
--;;
REVOKE INSERT ON time_entry FROM police_district
--;;
REVOKE UPDATE (citizen_id, course_id, day, evaluation, function, grant_funded, minutes, note, status, task, track, updated_at, version) ON time_entry FROM ngo
--;;
REVOKE SELECT ON time_entry FROM ngo
--;;
REVOKE INSERT ON time_entry FROM ngo
--;;
REVOKE UPDATE (citizen_id, course_id, day, evaluation, function, grant_funded, minutes, note, status, task, track, updated_at, version) ON time_entry FROM municipality
--;;
REVOKE SELECT ON time_entry FROM municipality
--;;
REVOKE INSERT ON time_entry FROM municipality
--;;
REVOKE UPDATE (description, level, recipient_id, referral_id, status, theme, updated_at, version) ON support_need FROM ngo
--;;
REVOKE SELECT ON support_need FROM ngo
--;;
REVOKE INSERT ON support_need FROM ngo
--;;
REVOKE UPDATE (description, level, recipient_id, referral_id, status, theme, updated_at, version) ON support_need FROM municipality
--;;
REVOKE SELECT ON support_need FROM municipality
--;;
REVOKE INSERT ON support_need FROM municipality
--;;
REVOKE SELECT ON staff FROM wall_keeper
--;;
REVOKE SELECT ON staff FROM training_provider
--;;
REVOKE SELECT ON staff FROM police_district
--;;
REVOKE UPDATE (active, functions, initials, updated_at, version) ON staff FROM operator
--;;
REVOKE SELECT ON staff FROM operator
--;;
REVOKE INSERT ON staff FROM operator
--;;
REVOKE SELECT ON staff FROM ngo
--;;
REVOKE SELECT ON staff FROM municipality
--;;
REVOKE SELECT ON staff FROM evaluator_entrance
--;;
REVOKE SELECT ON staff FROM evaluator
--;;
REVOKE SELECT ON staff FROM authenticator
--;;
REVOKE SELECT ON staff FROM agency
--;;
REVOKE UPDATE (note, session_id, updated_at, version) ON session_note FROM ngo
--;;
REVOKE SELECT ON session_note FROM ngo
--;;
REVOKE INSERT ON session_note FROM ngo
--;;
REVOKE UPDATE (note, session_id, updated_at, version) ON session_note FROM municipality
--;;
REVOKE SELECT ON session_note FROM municipality
--;;
REVOKE INSERT ON session_note FROM municipality
--;;
REVOKE UPDATE (form, held_on, minutes, status, updated_at, version) ON session FROM ngo
--;;
REVOKE SELECT ON session FROM ngo
--;;
REVOKE INSERT ON session FROM ngo
--;;
REVOKE UPDATE (form, held_on, minutes, status, updated_at, version) ON session FROM municipality
--;;
REVOKE SELECT ON session FROM municipality
--;;
REVOKE INSERT ON session FROM municipality
--;;
REVOKE UPDATE (summary, updated_at, version) ON referral_summary FROM police_district
--;;
REVOKE SELECT ON referral_summary FROM police_district
--;;
REVOKE INSERT ON referral_summary FROM police_district
--;;
REVOKE UPDATE (summary, updated_at, version) ON referral_summary FROM ngo
--;;
REVOKE SELECT ON referral_summary FROM ngo
--;;
REVOKE INSERT ON referral_summary FROM ngo
--;;
REVOKE UPDATE (summary, updated_at, version) ON referral_summary FROM municipality
--;;
REVOKE SELECT ON referral_summary FROM municipality
--;;
REVOKE INSERT ON referral_summary FROM municipality
--;;
REVOKE SELECT ON referral_outcome FROM police_district
--;;
REVOKE UPDATE (completed_at, course_started, outcome, updated_at, version) ON referral_outcome FROM ngo
--;;
REVOKE SELECT ON referral_outcome FROM ngo
--;;
REVOKE INSERT ON referral_outcome FROM ngo
--;;
REVOKE UPDATE (completed_at, course_started, outcome, updated_at, version) ON referral_outcome FROM municipality
--;;
REVOKE SELECT ON referral_outcome FROM municipality
--;;
REVOKE INSERT ON referral_outcome FROM municipality
--;;
REVOKE UPDATE (consent_id, recalled_at, sender_withheld, status, updated_at, version) ON referral FROM wall_keeper
--;;
REVOKE SELECT ON referral FROM wall_keeper
--;;
REVOKE UPDATE (kind, recalled_at, received_at, recipient_id, rejected_reason, responded_at, scopes, sent_at, status, updated_at, urgency, version) ON referral FROM police_district
--;;
REVOKE SELECT ON referral FROM police_district
--;;
REVOKE INSERT ON referral FROM police_district
--;;
REVOKE UPDATE (kind, recalled_at, received_at, recipient_id, rejected_reason, responded_at, scopes, sent_at, status, updated_at, urgency, version) ON referral FROM ngo
--;;
REVOKE SELECT ON referral FROM ngo
--;;
REVOKE INSERT ON referral FROM ngo
--;;
REVOKE UPDATE (kind, recalled_at, received_at, recipient_id, rejected_reason, responded_at, scopes, sent_at, status, updated_at, urgency, version) ON referral FROM municipality
--;;
REVOKE SELECT ON referral FROM municipality
--;;
REVOKE INSERT ON referral FROM municipality
--;;
REVOKE UPDATE (answered_on, handed_out_at, status, updated_at, version) ON questionnaire_response FROM ngo
--;;
REVOKE SELECT ON questionnaire_response FROM ngo
--;;
REVOKE INSERT ON questionnaire_response FROM ngo
--;;
REVOKE UPDATE (answered_on, handed_out_at, status, updated_at, version) ON questionnaire_response FROM municipality
--;;
REVOKE SELECT ON questionnaire_response FROM municipality
--;;
REVOKE INSERT ON questionnaire_response FROM municipality
--;;
REVOKE SELECT ON questionnaire_answers FROM ngo
--;;
REVOKE INSERT ON questionnaire_answers FROM ngo
--;;
REVOKE SELECT ON questionnaire_answers FROM municipality
--;;
REVOKE INSERT ON questionnaire_answers FROM municipality
--;;
REVOKE SELECT ON project_partner FROM training_provider
--;;
REVOKE SELECT ON project_partner FROM police_district
--;;
REVOKE UPDATE (ended_at, lead, updated_at, version) ON project_partner FROM operator
--;;
REVOKE SELECT ON project_partner FROM operator
--;;
REVOKE INSERT ON project_partner FROM operator
--;;
REVOKE SELECT ON project_partner FROM ngo
--;;
REVOKE SELECT ON project_partner FROM municipality
--;;
REVOKE SELECT ON project_partner FROM evaluator
--;;
REVOKE SELECT ON project_partner FROM authenticator
--;;
REVOKE UPDATE (ended_at, lead, updated_at, version) ON project_partner FROM agency
--;;
REVOKE SELECT ON project_partner FROM agency
--;;
REVOKE INSERT ON project_partner FROM agency
--;;
REVOKE SELECT ON project FROM wall_keeper
--;;
REVOKE SELECT ON project FROM training_provider
--;;
REVOKE SELECT ON project FROM police_district
--;;
REVOKE UPDATE (ends_on, name, programme, starts_on, status, updated_at, version) ON project FROM operator
--;;
REVOKE SELECT ON project FROM operator
--;;
REVOKE INSERT ON project FROM operator
--;;
REVOKE SELECT ON project FROM ngo
--;;
REVOKE SELECT ON project FROM municipality
--;;
REVOKE SELECT ON project FROM evaluator
--;;
REVOKE UPDATE (ends_on, name, programme, starts_on, status, updated_at, version) ON project FROM agency
--;;
REVOKE SELECT ON project FROM agency
--;;
REVOKE INSERT ON project FROM agency
--;;
REVOKE SELECT ON pair_link FROM wall_keeper
--;;
REVOKE SELECT ON pair_link FROM police_district
--;;
REVOKE INSERT ON pair_link FROM police_district
--;;
REVOKE SELECT ON organisation FROM wall_keeper
--;;
REVOKE SELECT ON organisation FROM training_provider
--;;
REVOKE SELECT ON organisation FROM police_district
--;;
REVOKE UPDATE (cvr, municipality_code, name, police_district_code, status, tracks, type, updated_at, version) ON organisation FROM operator
--;;
REVOKE SELECT ON organisation FROM operator
--;;
REVOKE INSERT ON organisation FROM operator
--;;
REVOKE SELECT ON organisation FROM ngo
--;;
REVOKE SELECT ON organisation FROM municipality
--;;
REVOKE SELECT ON organisation FROM evaluator_entrance
--;;
REVOKE SELECT ON organisation FROM evaluator
--;;
REVOKE SELECT ON organisation FROM authenticator
--;;
REVOKE SELECT ON organisation FROM agency
--;;
REVOKE UPDATE (activated_at, bands, items, relevant_change, requires_evaluation_consent, retired_at, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument FROM operator
--;;
REVOKE SELECT ON instrument FROM operator
--;;
REVOKE INSERT ON instrument FROM operator
--;;
REVOKE SELECT ON instrument FROM ngo
--;;
REVOKE SELECT ON instrument FROM municipality
--;;
REVOKE SELECT ON instrument FROM evaluator
--;;
REVOKE UPDATE (activated_at, bands, items, relevant_change, requires_evaluation_consent, retired_at, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument FROM agency
--;;
REVOKE SELECT ON instrument FROM agency
--;;
REVOKE INSERT ON instrument FROM agency
--;;
REVOKE UPDATE (children_present, incident_id, relation, updated_at, version, violence_forms) ON incident_summary FROM police_district
--;;
REVOKE SELECT ON incident_summary FROM police_district
--;;
REVOKE INSERT ON incident_summary FROM police_district
--;;
REVOKE SELECT ON incident_summary FROM ngo
--;;
REVOKE SELECT ON incident_summary FROM municipality
--;;
REVOKE UPDATE (incident_id, offences, updated_at, version) ON incident_offence FROM police_district
--;;
REVOKE SELECT ON incident_offence FROM police_district
--;;
REVOKE INSERT ON incident_offence FROM police_district
--;;
REVOKE SELECT ON incident_offence FROM municipality
--;;
REVOKE UPDATE (account, incident_id, updated_at, version) ON incident_account FROM police_district
--;;
REVOKE SELECT ON incident_account FROM police_district
--;;
REVOKE INSERT ON incident_account FROM police_district
--;;
REVOKE SELECT ON incident_account FROM municipality
--;;
REVOKE UPDATE (number, occurred_at, place, status, updated_at, version) ON incident FROM police_district
--;;
REVOKE SELECT ON incident FROM police_district
--;;
REVOKE INSERT ON incident FROM police_district
--;;
REVOKE SELECT ON idempotency FROM training_provider
--;;
REVOKE INSERT ON idempotency FROM training_provider
--;;
REVOKE SELECT ON idempotency FROM police_district
--;;
REVOKE INSERT ON idempotency FROM police_district
--;;
REVOKE SELECT ON idempotency FROM operator
--;;
REVOKE INSERT ON idempotency FROM operator
--;;
REVOKE SELECT ON idempotency FROM ngo
--;;
REVOKE INSERT ON idempotency FROM ngo
--;;
REVOKE SELECT ON idempotency FROM municipality
--;;
REVOKE INSERT ON idempotency FROM municipality
--;;
REVOKE SELECT ON idempotency FROM evaluator
--;;
REVOKE INSERT ON idempotency FROM evaluator
--;;
REVOKE SELECT ON idempotency FROM agency
--;;
REVOKE INSERT ON idempotency FROM agency
--;;
REVOKE SELECT ON hourly_rate FROM wall_keeper
--;;
REVOKE UPDATE (oere_per_hour, updated_at, valid_from, valid_until, version) ON hourly_rate FROM police_district
--;;
REVOKE SELECT ON hourly_rate FROM police_district
--;;
REVOKE INSERT ON hourly_rate FROM police_district
--;;
REVOKE UPDATE (oere_per_hour, updated_at, valid_from, valid_until, version) ON hourly_rate FROM ngo
--;;
REVOKE SELECT ON hourly_rate FROM ngo
--;;
REVOKE INSERT ON hourly_rate FROM ngo
--;;
REVOKE UPDATE (oere_per_hour, updated_at, valid_from, valid_until, version) ON hourly_rate FROM municipality
--;;
REVOKE SELECT ON hourly_rate FROM municipality
--;;
REVOKE INSERT ON hourly_rate FROM municipality
--;;
REVOKE UPDATE (change_sustained, completed_on, contact_to_other_services, due_on, new_needs, status, updated_at, version) ON follow_up FROM ngo
--;;
REVOKE SELECT ON follow_up FROM ngo
--;;
REVOKE INSERT ON follow_up FROM ngo
--;;
REVOKE UPDATE (change_sustained, completed_on, contact_to_other_services, due_on, new_needs, status, updated_at, version) ON follow_up FROM municipality
--;;
REVOKE SELECT ON follow_up FROM municipality
--;;
REVOKE INSERT ON follow_up FROM municipality
--;;
REVOKE UPDATE (collection, record_id, reference, updated_at, version, view) ON external_reference FROM police_district
--;;
REVOKE SELECT ON external_reference FROM police_district
--;;
REVOKE INSERT ON external_reference FROM police_district
--;;
REVOKE UPDATE (collection, record_id, reference, updated_at, version, view) ON external_reference FROM ngo
--;;
REVOKE SELECT ON external_reference FROM ngo
--;;
REVOKE INSERT ON external_reference FROM ngo
--;;
REVOKE UPDATE (collection, record_id, reference, updated_at, version, view) ON external_reference FROM municipality
--;;
REVOKE SELECT ON external_reference FROM municipality
--;;
REVOKE INSERT ON external_reference FROM municipality
--;;
REVOKE UPDATE (consent_id, ended_at, updated_at, valid_until, version) ON disclosure FROM wall_keeper
--;;
REVOKE SELECT ON disclosure FROM wall_keeper
--;;
REVOKE SELECT ON disclosure FROM police_district
--;;
REVOKE INSERT ON disclosure FROM police_district
--;;
REVOKE UPDATE (opened_at, updated_at, version) ON disclosure FROM ngo
--;;
REVOKE SELECT ON disclosure FROM ngo
--;;
REVOKE INSERT ON disclosure FROM ngo
--;;
REVOKE UPDATE (opened_at, updated_at, version) ON disclosure FROM municipality
--;;
REVOKE SELECT ON disclosure FROM municipality
--;;
REVOKE INSERT ON disclosure FROM municipality
--;;
REVOKE SELECT ON data_key FROM police_district
--;;
REVOKE INSERT ON data_key FROM police_district
--;;
REVOKE SELECT ON data_key FROM ngo
--;;
REVOKE INSERT ON data_key FROM ngo
--;;
REVOKE SELECT ON data_key FROM municipality
--;;
REVOKE INSERT ON data_key FROM municipality
--;;
REVOKE UPDATE (assigned_to, closing_reason, ended_on, form, journey_ended_on, journey_started_on, started_on, status, updated_at, version) ON course FROM ngo
--;;
REVOKE SELECT ON course FROM ngo
--;;
REVOKE INSERT ON course FROM ngo
--;;
REVOKE UPDATE (assigned_to, closing_reason, ended_on, form, journey_ended_on, journey_started_on, started_on, status, updated_at, version) ON course FROM municipality
--;;
REVOKE SELECT ON course FROM municipality
--;;
REVOKE INSERT ON course FROM municipality
--;;
REVOKE SELECT ON cost_course FROM ngo
--;;
REVOKE INSERT ON cost_course FROM ngo
--;;
REVOKE SELECT ON cost_course FROM municipality
--;;
REVOKE INSERT ON cost_course FROM municipality
--;;
REVOKE SELECT ON cost FROM wall_keeper
--;;
REVOKE UPDATE (amount_oere, category, day, note, status, updated_at, version) ON cost FROM police_district
--;;
REVOKE SELECT ON cost FROM police_district
--;;
REVOKE INSERT ON cost FROM police_district
--;;
REVOKE UPDATE (amount_oere, category, day, note, status, updated_at, version) ON cost FROM ngo
--;;
REVOKE SELECT ON cost FROM ngo
--;;
REVOKE INSERT ON cost FROM ngo
--;;
REVOKE UPDATE (amount_oere, category, day, note, status, updated_at, version) ON cost FROM municipality
--;;
REVOKE SELECT ON cost FROM municipality
--;;
REVOKE INSERT ON cost FROM municipality
--;;
REVOKE SELECT ON cost FROM agency
--;;
REVOKE SELECT ON contact_attempt FROM police_district
--;;
REVOKE INSERT ON contact_attempt FROM police_district
--;;
REVOKE SELECT ON contact_attempt FROM ngo
--;;
REVOKE INSERT ON contact_attempt FROM ngo
--;;
REVOKE SELECT ON contact_attempt FROM municipality
--;;
REVOKE INSERT ON contact_attempt FROM municipality
--;;
REVOKE SELECT ON consent_form FROM police_district
--;;
REVOKE UPDATE (form_version, languages, name, notice_da, notice_en, recipients, retired_at, scopes, updated_at, valid_months, version) ON consent_form FROM operator
--;;
REVOKE SELECT ON consent_form FROM operator
--;;
REVOKE INSERT ON consent_form FROM operator
--;;
REVOKE SELECT ON consent_form FROM ngo
--;;
REVOKE SELECT ON consent_form FROM municipality
--;;
REVOKE SELECT ON consent_form FROM evaluator
--;;
REVOKE UPDATE (form_version, languages, name, notice_da, notice_en, recipients, retired_at, scopes, updated_at, valid_months, version) ON consent_form FROM agency
--;;
REVOKE SELECT ON consent_form FROM agency
--;;
REVOKE INSERT ON consent_form FROM agency
--;;
REVOKE SELECT ON consent FROM wall_keeper
--;;
REVOKE UPDATE (document_sha256, form_version_id, informed_by, language, method, recipients, scopes, signed_at, status, supersedes_id, updated_at, valid_until, version, withdrawal_channel, withdrawn_at, withdrawn_by) ON consent FROM police_district
--;;
REVOKE SELECT ON consent FROM police_district
--;;
REVOKE INSERT ON consent FROM police_district
--;;
REVOKE UPDATE (document_sha256, form_version_id, informed_by, language, method, recipients, scopes, signed_at, status, supersedes_id, updated_at, valid_until, version, withdrawal_channel, withdrawn_at, withdrawn_by) ON consent FROM ngo
--;;
REVOKE SELECT ON consent FROM ngo
--;;
REVOKE INSERT ON consent FROM ngo
--;;
REVOKE UPDATE (document_sha256, form_version_id, informed_by, language, method, recipients, scopes, signed_at, status, supersedes_id, updated_at, valid_until, version, withdrawal_channel, withdrawn_at, withdrawn_by) ON consent FROM municipality
--;;
REVOKE SELECT ON consent FROM municipality
--;;
REVOKE INSERT ON consent FROM municipality
--;;
REVOKE UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, updated_at, version) ON client FROM operator
--;;
REVOKE SELECT ON client FROM operator
--;;
REVOKE INSERT ON client FROM operator
--;;
REVOKE SELECT ON client FROM evaluator_entrance
--;;
REVOKE SELECT ON client FROM authenticator
--;;
REVOKE UPDATE (municipality_code, protection, updated_at, version) ON citizen_residence FROM police_district
--;;
REVOKE SELECT ON citizen_residence FROM police_district
--;;
REVOKE INSERT ON citizen_residence FROM police_district
--;;
REVOKE SELECT ON citizen_residence FROM ngo
--;;
REVOKE INSERT ON citizen_residence FROM ngo
--;;
REVOKE UPDATE (municipality_code, protection, updated_at, version) ON citizen_residence FROM municipality
--;;
REVOKE SELECT ON citizen_residence FROM municipality
--;;
REVOKE INSERT ON citizen_residence FROM municipality
--;;
REVOKE UPDATE (address_protection, birth_date, family_name, given_name, interpreter_language, updated_at, version) ON citizen_identity FROM police_district
--;;
REVOKE SELECT ON citizen_identity FROM police_district
--;;
REVOKE INSERT ON citizen_identity FROM police_district
--;;
REVOKE SELECT ON citizen_identity FROM ngo
--;;
REVOKE INSERT ON citizen_identity FROM ngo
--;;
REVOKE UPDATE (address_protection, birth_date, family_name, given_name, interpreter_language, updated_at, version) ON citizen_identity FROM municipality
--;;
REVOKE SELECT ON citizen_identity FROM municipality
--;;
REVOKE INSERT ON citizen_identity FROM municipality
--;;
REVOKE UPDATE (blind_index, cpr, superseded_at, updated_at, version) ON citizen_cpr FROM police_district
--;;
REVOKE SELECT ON citizen_cpr FROM police_district
--;;
REVOKE INSERT ON citizen_cpr FROM police_district
--;;
REVOKE SELECT ON citizen_cpr FROM ngo
--;;
REVOKE INSERT ON citizen_cpr FROM ngo
--;;
REVOKE UPDATE (blind_index, cpr, superseded_at, updated_at, version) ON citizen_cpr FROM municipality
--;;
REVOKE SELECT ON citizen_cpr FROM municipality
--;;
REVOKE INSERT ON citizen_cpr FROM municipality
--;;
REVOKE UPDATE (code_phrase, email, never_leave_message, phone, safe_channels, safe_hours, shared_device, updated_at, version) ON citizen_contact FROM police_district
--;;
REVOKE SELECT ON citizen_contact FROM police_district
--;;
REVOKE INSERT ON citizen_contact FROM police_district
--;;
REVOKE UPDATE (code_phrase, email, never_leave_message, phone, safe_channels, safe_hours, shared_device, updated_at, version) ON citizen_contact FROM ngo
--;;
REVOKE SELECT ON citizen_contact FROM ngo
--;;
REVOKE INSERT ON citizen_contact FROM ngo
--;;
REVOKE UPDATE (code_phrase, email, never_leave_message, phone, safe_channels, safe_hours, shared_device, updated_at, version) ON citizen_contact FROM municipality
--;;
REVOKE SELECT ON citizen_contact FROM municipality
--;;
REVOKE INSERT ON citizen_contact FROM municipality
--;;
REVOKE UPDATE (lines, postcode, protection, source, updated_at, version) ON citizen_address FROM police_district
--;;
REVOKE SELECT ON citizen_address FROM police_district
--;;
REVOKE INSERT ON citizen_address FROM police_district
--;;
REVOKE SELECT ON citizen_address FROM ngo
--;;
REVOKE UPDATE (lines, postcode, protection, source, updated_at, version) ON citizen_address FROM municipality
--;;
REVOKE SELECT ON citizen_address FROM municipality
--;;
REVOKE INSERT ON citizen_address FROM municipality
--;;
REVOKE UPDATE (identified_by, specially_protected, status, updated_at, version) ON citizen FROM police_district
--;;
REVOKE SELECT ON citizen FROM police_district
--;;
REVOKE INSERT ON citizen FROM police_district
--;;
REVOKE UPDATE (identified_by, specially_protected, status, updated_at, version) ON citizen FROM ngo
--;;
REVOKE SELECT ON citizen FROM ngo
--;;
REVOKE INSERT ON citizen FROM ngo
--;;
REVOKE UPDATE (identified_by, specially_protected, status, updated_at, version) ON citizen FROM municipality
--;;
REVOKE SELECT ON citizen FROM municipality
--;;
REVOKE INSERT ON citizen FROM municipality
--;;
REVOKE SELECT ON audit_subject FROM police_district
--;;
REVOKE INSERT ON audit_subject FROM police_district
--;;
REVOKE SELECT ON audit_subject FROM ngo
--;;
REVOKE INSERT ON audit_subject FROM ngo
--;;
REVOKE SELECT ON audit_subject FROM municipality
--;;
REVOKE INSERT ON audit_subject FROM municipality
--;;
REVOKE SELECT ON audit_subject FROM auditor
--;;
REVOKE SELECT ON audit_seal FROM auditor
--;;
REVOKE INSERT ON audit_seal FROM auditor
--;;
REVOKE SELECT ON audit_event FROM training_provider
--;;
REVOKE INSERT ON audit_event FROM training_provider
--;;
REVOKE SELECT ON audit_event FROM police_district
--;;
REVOKE INSERT ON audit_event FROM police_district
--;;
REVOKE SELECT ON audit_event FROM operator
--;;
REVOKE INSERT ON audit_event FROM operator
--;;
REVOKE SELECT ON audit_event FROM ngo
--;;
REVOKE INSERT ON audit_event FROM ngo
--;;
REVOKE SELECT ON audit_event FROM municipality
--;;
REVOKE INSERT ON audit_event FROM municipality
--;;
REVOKE SELECT ON audit_event FROM evaluator
--;;
REVOKE INSERT ON audit_event FROM evaluator
--;;
REVOKE SELECT ON audit_event FROM auditor
--;;
REVOKE SELECT ON audit_event FROM agency
--;;
REVOKE INSERT ON audit_event FROM agency
--;;
REVOKE SELECT ON assignment FROM wall_keeper
--;;
REVOKE UPDATE (ended_at, updated_at, version) ON assignment FROM police_district
--;;
REVOKE SELECT ON assignment FROM police_district
--;;
REVOKE INSERT ON assignment FROM police_district
--;;
REVOKE UPDATE (ended_at, updated_at, version) ON assignment FROM ngo
--;;
REVOKE SELECT ON assignment FROM ngo
--;;
REVOKE INSERT ON assignment FROM ngo
--;;
REVOKE UPDATE (ended_at, updated_at, version) ON assignment FROM municipality
--;;
REVOKE SELECT ON assignment FROM municipality
--;;
REVOKE INSERT ON assignment FROM municipality
--;;
REVOKE UPDATE (valid_from, valid_until) ON agreement_coverage FROM wall_keeper
--;;
REVOKE SELECT ON agreement_coverage FROM wall_keeper
--;;
REVOKE INSERT ON agreement_coverage FROM wall_keeper
--;;
REVOKE SELECT ON agreement_coverage FROM training_provider
--;;
REVOKE SELECT ON agreement_coverage FROM police_district
--;;
REVOKE SELECT ON agreement_coverage FROM operator
--;;
REVOKE SELECT ON agreement_coverage FROM ngo
--;;
REVOKE SELECT ON agreement_coverage FROM municipality
--;;
REVOKE SELECT ON agreement_coverage FROM evaluator_entrance
--;;
REVOKE SELECT ON agreement_coverage FROM evaluator
--;;
REVOKE SELECT ON agreement_coverage FROM authenticator
--;;
REVOKE SELECT ON agreement_coverage FROM agency
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM training_provider
--;;
REVOKE SELECT ON agreement FROM training_provider
--;;
REVOKE INSERT ON agreement FROM training_provider
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM police_district
--;;
REVOKE SELECT ON agreement FROM police_district
--;;
REVOKE INSERT ON agreement FROM police_district
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM operator
--;;
REVOKE SELECT ON agreement FROM operator
--;;
REVOKE INSERT ON agreement FROM operator
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM ngo
--;;
REVOKE SELECT ON agreement FROM ngo
--;;
REVOKE INSERT ON agreement FROM ngo
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM municipality
--;;
REVOKE SELECT ON agreement FROM municipality
--;;
REVOKE INSERT ON agreement FROM municipality
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM evaluator
--;;
REVOKE SELECT ON agreement FROM evaluator
--;;
REVOKE INSERT ON agreement FROM evaluator
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM agency
--;;
REVOKE SELECT ON agreement FROM agency
--;;
REVOKE INSERT ON agreement FROM agency
--;;
DROP POLICY police_district_read ON withdrawal_acknowledgement
--;;
DROP POLICY ngo_read ON withdrawal_acknowledgement
--;;
DROP POLICY ngo_create ON withdrawal_acknowledgement
--;;
DROP POLICY municipality_read ON withdrawal_acknowledgement
--;;
DROP POLICY municipality_create ON withdrawal_acknowledgement
--;;
DROP POLICY authenticator_read ON used_assertion
--;;
DROP POLICY authenticator_create ON used_assertion
--;;
DROP POLICY evaluator_entrance_read ON token_denial
--;;
DROP POLICY authenticator_read ON token_denial
--;;
DROP POLICY authenticator_create ON token_denial
--;;
DROP POLICY wall_keeper_read ON time_entry
--;;
DROP POLICY police_district_update ON time_entry
--;;
DROP POLICY police_district_read ON time_entry
--;;
DROP POLICY police_district_create ON time_entry
--;;
DROP POLICY ngo_update ON time_entry
--;;
DROP POLICY ngo_read ON time_entry
--;;
DROP POLICY ngo_create ON time_entry
--;;
DROP POLICY municipality_update ON time_entry
--;;
DROP POLICY municipality_read ON time_entry
--;;
DROP POLICY municipality_create ON time_entry
--;;
DROP POLICY ngo_update ON support_need
--;;
DROP POLICY ngo_read ON support_need
--;;
DROP POLICY ngo_create ON support_need
--;;
DROP POLICY municipality_update ON support_need
--;;
DROP POLICY municipality_read ON support_need
--;;
DROP POLICY municipality_create ON support_need
--;;
DROP POLICY wall_keeper_read ON staff
--;;
DROP POLICY training_provider_read ON staff
--;;
DROP POLICY police_district_read ON staff
--;;
DROP POLICY operator_update ON staff
--;;
DROP POLICY operator_read ON staff
--;;
DROP POLICY operator_create ON staff
--;;
DROP POLICY ngo_read ON staff
--;;
DROP POLICY municipality_read ON staff
--;;
DROP POLICY evaluator_read ON staff
--;;
DROP POLICY evaluator_entrance_read ON staff
--;;
DROP POLICY authenticator_read ON staff
--;;
DROP POLICY agency_read ON staff
--;;
DROP POLICY ngo_update ON session_note
--;;
DROP POLICY ngo_read ON session_note
--;;
DROP POLICY ngo_create ON session_note
--;;
DROP POLICY municipality_update ON session_note
--;;
DROP POLICY municipality_read ON session_note
--;;
DROP POLICY municipality_create ON session_note
--;;
DROP POLICY ngo_update ON session
--;;
DROP POLICY ngo_read ON session
--;;
DROP POLICY ngo_create ON session
--;;
DROP POLICY municipality_update ON session
--;;
DROP POLICY municipality_read ON session
--;;
DROP POLICY municipality_create ON session
--;;
DROP POLICY police_district_update ON referral_summary
--;;
DROP POLICY police_district_read ON referral_summary
--;;
DROP POLICY police_district_create ON referral_summary
--;;
DROP POLICY ngo_update ON referral_summary
--;;
DROP POLICY ngo_read ON referral_summary
--;;
DROP POLICY ngo_create ON referral_summary
--;;
DROP POLICY municipality_update ON referral_summary
--;;
DROP POLICY municipality_read ON referral_summary
--;;
DROP POLICY municipality_create ON referral_summary
--;;
DROP POLICY police_district_read ON referral_outcome
--;;
DROP POLICY ngo_update ON referral_outcome
--;;
DROP POLICY ngo_read ON referral_outcome
--;;
DROP POLICY ngo_create ON referral_outcome
--;;
DROP POLICY municipality_update ON referral_outcome
--;;
DROP POLICY municipality_read ON referral_outcome
--;;
DROP POLICY municipality_create ON referral_outcome
--;;
DROP POLICY wall_keeper_update ON referral
--;;
DROP POLICY wall_keeper_read ON referral
--;;
DROP POLICY police_district_update ON referral
--;;
DROP POLICY police_district_read ON referral
--;;
DROP POLICY police_district_create ON referral
--;;
DROP POLICY ngo_update ON referral
--;;
DROP POLICY ngo_read ON referral
--;;
DROP POLICY ngo_create ON referral
--;;
DROP POLICY municipality_update ON referral
--;;
DROP POLICY municipality_read ON referral
--;;
DROP POLICY municipality_create ON referral
--;;
DROP POLICY ngo_update ON questionnaire_response
--;;
DROP POLICY ngo_read ON questionnaire_response
--;;
DROP POLICY ngo_create ON questionnaire_response
--;;
DROP POLICY municipality_update ON questionnaire_response
--;;
DROP POLICY municipality_read ON questionnaire_response
--;;
DROP POLICY municipality_create ON questionnaire_response
--;;
DROP POLICY ngo_read ON questionnaire_answers
--;;
DROP POLICY ngo_create ON questionnaire_answers
--;;
DROP POLICY municipality_read ON questionnaire_answers
--;;
DROP POLICY municipality_create ON questionnaire_answers
--;;
DROP POLICY training_provider_read ON project_partner
--;;
DROP POLICY police_district_read ON project_partner
--;;
DROP POLICY operator_update ON project_partner
--;;
DROP POLICY operator_read ON project_partner
--;;
DROP POLICY operator_create ON project_partner
--;;
DROP POLICY ngo_read ON project_partner
--;;
DROP POLICY municipality_read ON project_partner
--;;
DROP POLICY evaluator_read ON project_partner
--;;
DROP POLICY authenticator_read ON project_partner
--;;
DROP POLICY agency_update ON project_partner
--;;
DROP POLICY agency_read ON project_partner
--;;
DROP POLICY agency_create ON project_partner
--;;
DROP POLICY wall_keeper_read ON project
--;;
DROP POLICY training_provider_read ON project
--;;
DROP POLICY police_district_read ON project
--;;
DROP POLICY operator_update ON project
--;;
DROP POLICY operator_read ON project
--;;
DROP POLICY operator_create ON project
--;;
DROP POLICY ngo_read ON project
--;;
DROP POLICY municipality_read ON project
--;;
DROP POLICY evaluator_read ON project
--;;
DROP POLICY agency_update ON project
--;;
DROP POLICY agency_read ON project
--;;
DROP POLICY agency_create ON project
--;;
DROP POLICY wall_keeper_read ON pair_link
--;;
DROP POLICY police_district_read ON pair_link
--;;
DROP POLICY police_district_create ON pair_link
--;;
DROP POLICY wall_keeper_read ON organisation
--;;
DROP POLICY training_provider_read ON organisation
--;;
DROP POLICY police_district_read ON organisation
--;;
DROP POLICY operator_update ON organisation
--;;
DROP POLICY operator_read ON organisation
--;;
DROP POLICY operator_create ON organisation
--;;
DROP POLICY ngo_read ON organisation
--;;
DROP POLICY municipality_read ON organisation
--;;
DROP POLICY evaluator_read ON organisation
--;;
DROP POLICY evaluator_entrance_read ON organisation
--;;
DROP POLICY authenticator_read ON organisation
--;;
DROP POLICY agency_read ON organisation
--;;
DROP POLICY operator_update ON instrument
--;;
DROP POLICY operator_read ON instrument
--;;
DROP POLICY operator_create ON instrument
--;;
DROP POLICY ngo_read ON instrument
--;;
DROP POLICY municipality_read ON instrument
--;;
DROP POLICY evaluator_read ON instrument
--;;
DROP POLICY agency_update ON instrument
--;;
DROP POLICY agency_read ON instrument
--;;
DROP POLICY agency_create ON instrument
--;;
DROP POLICY police_district_update ON incident_summary
--;;
DROP POLICY police_district_read ON incident_summary
--;;
DROP POLICY police_district_create ON incident_summary
--;;
DROP POLICY ngo_read ON incident_summary
--;;
DROP POLICY municipality_read ON incident_summary
--;;
DROP POLICY police_district_update ON incident_offence
--;;
DROP POLICY police_district_read ON incident_offence
--;;
DROP POLICY police_district_create ON incident_offence
--;;
DROP POLICY municipality_read ON incident_offence
--;;
DROP POLICY police_district_update ON incident_account
--;;
DROP POLICY police_district_read ON incident_account
--;;
DROP POLICY police_district_create ON incident_account
--;;
DROP POLICY municipality_read ON incident_account
--;;
DROP POLICY police_district_update ON incident
--;;
DROP POLICY police_district_read ON incident
--;;
DROP POLICY police_district_create ON incident
--;;
DROP POLICY training_provider_read ON idempotency
--;;
DROP POLICY training_provider_create ON idempotency
--;;
DROP POLICY police_district_read ON idempotency
--;;
DROP POLICY police_district_create ON idempotency
--;;
DROP POLICY operator_read ON idempotency
--;;
DROP POLICY operator_create ON idempotency
--;;
DROP POLICY ngo_read ON idempotency
--;;
DROP POLICY ngo_create ON idempotency
--;;
DROP POLICY municipality_read ON idempotency
--;;
DROP POLICY municipality_create ON idempotency
--;;
DROP POLICY evaluator_read ON idempotency
--;;
DROP POLICY evaluator_create ON idempotency
--;;
DROP POLICY agency_read ON idempotency
--;;
DROP POLICY agency_create ON idempotency
--;;
DROP POLICY wall_keeper_read ON hourly_rate
--;;
DROP POLICY police_district_update ON hourly_rate
--;;
DROP POLICY police_district_read ON hourly_rate
--;;
DROP POLICY police_district_create ON hourly_rate
--;;
DROP POLICY ngo_update ON hourly_rate
--;;
DROP POLICY ngo_read ON hourly_rate
--;;
DROP POLICY ngo_create ON hourly_rate
--;;
DROP POLICY municipality_update ON hourly_rate
--;;
DROP POLICY municipality_read ON hourly_rate
--;;
DROP POLICY municipality_create ON hourly_rate
--;;
DROP POLICY ngo_update ON follow_up
--;;
DROP POLICY ngo_read ON follow_up
--;;
DROP POLICY ngo_create ON follow_up
--;;
DROP POLICY municipality_update ON follow_up
--;;
DROP POLICY municipality_read ON follow_up
--;;
DROP POLICY municipality_create ON follow_up
--;;
DROP POLICY police_district_update ON external_reference
--;;
DROP POLICY police_district_read ON external_reference
--;;
DROP POLICY police_district_create ON external_reference
--;;
DROP POLICY ngo_update ON external_reference
--;;
DROP POLICY ngo_read ON external_reference
--;;
DROP POLICY ngo_create ON external_reference
--;;
DROP POLICY municipality_update ON external_reference
--;;
DROP POLICY municipality_read ON external_reference
--;;
DROP POLICY municipality_create ON external_reference
--;;
DROP POLICY wall_keeper_update ON disclosure
--;;
DROP POLICY wall_keeper_read ON disclosure
--;;
DROP POLICY police_district_read ON disclosure
--;;
DROP POLICY police_district_create ON disclosure
--;;
DROP POLICY ngo_update ON disclosure
--;;
DROP POLICY ngo_read ON disclosure
--;;
DROP POLICY ngo_create ON disclosure
--;;
DROP POLICY municipality_update ON disclosure
--;;
DROP POLICY municipality_read ON disclosure
--;;
DROP POLICY municipality_create ON disclosure
--;;
DROP POLICY police_district_read ON data_key
--;;
DROP POLICY police_district_create ON data_key
--;;
DROP POLICY ngo_read ON data_key
--;;
DROP POLICY ngo_create ON data_key
--;;
DROP POLICY municipality_read ON data_key
--;;
DROP POLICY municipality_create ON data_key
--;;
DROP POLICY ngo_update ON course
--;;
DROP POLICY ngo_read ON course
--;;
DROP POLICY ngo_create ON course
--;;
DROP POLICY municipality_update ON course
--;;
DROP POLICY municipality_read ON course
--;;
DROP POLICY municipality_create ON course
--;;
DROP POLICY ngo_read ON cost_course
--;;
DROP POLICY ngo_create ON cost_course
--;;
DROP POLICY municipality_read ON cost_course
--;;
DROP POLICY municipality_create ON cost_course
--;;
DROP POLICY wall_keeper_read ON cost
--;;
DROP POLICY police_district_update ON cost
--;;
DROP POLICY police_district_read ON cost
--;;
DROP POLICY police_district_create ON cost
--;;
DROP POLICY ngo_update ON cost
--;;
DROP POLICY ngo_read ON cost
--;;
DROP POLICY ngo_create ON cost
--;;
DROP POLICY municipality_update ON cost
--;;
DROP POLICY municipality_read ON cost
--;;
DROP POLICY municipality_create ON cost
--;;
DROP POLICY agency_read ON cost
--;;
DROP POLICY police_district_read ON contact_attempt
--;;
DROP POLICY police_district_create ON contact_attempt
--;;
DROP POLICY ngo_read ON contact_attempt
--;;
DROP POLICY ngo_create ON contact_attempt
--;;
DROP POLICY municipality_read ON contact_attempt
--;;
DROP POLICY municipality_create ON contact_attempt
--;;
DROP POLICY police_district_read ON consent_form
--;;
DROP POLICY operator_update ON consent_form
--;;
DROP POLICY operator_read ON consent_form
--;;
DROP POLICY operator_create ON consent_form
--;;
DROP POLICY ngo_read ON consent_form
--;;
DROP POLICY municipality_read ON consent_form
--;;
DROP POLICY evaluator_read ON consent_form
--;;
DROP POLICY agency_update ON consent_form
--;;
DROP POLICY agency_read ON consent_form
--;;
DROP POLICY agency_create ON consent_form
--;;
DROP POLICY wall_keeper_read ON consent
--;;
DROP POLICY police_district_update ON consent
--;;
DROP POLICY police_district_read ON consent
--;;
DROP POLICY police_district_create ON consent
--;;
DROP POLICY ngo_update ON consent
--;;
DROP POLICY ngo_read ON consent
--;;
DROP POLICY ngo_create ON consent
--;;
DROP POLICY municipality_update ON consent
--;;
DROP POLICY municipality_read ON consent
--;;
DROP POLICY municipality_create ON consent
--;;
DROP POLICY operator_update ON client
--;;
DROP POLICY operator_read ON client
--;;
DROP POLICY operator_create ON client
--;;
DROP POLICY evaluator_entrance_read ON client
--;;
DROP POLICY authenticator_read ON client
--;;
DROP POLICY police_district_update ON citizen_residence
--;;
DROP POLICY police_district_read ON citizen_residence
--;;
DROP POLICY police_district_create ON citizen_residence
--;;
DROP POLICY ngo_read ON citizen_residence
--;;
DROP POLICY ngo_create ON citizen_residence
--;;
DROP POLICY municipality_update ON citizen_residence
--;;
DROP POLICY municipality_read ON citizen_residence
--;;
DROP POLICY municipality_create ON citizen_residence
--;;
DROP POLICY police_district_update ON citizen_identity
--;;
DROP POLICY police_district_read ON citizen_identity
--;;
DROP POLICY police_district_create ON citizen_identity
--;;
DROP POLICY ngo_read ON citizen_identity
--;;
DROP POLICY ngo_create ON citizen_identity
--;;
DROP POLICY municipality_update ON citizen_identity
--;;
DROP POLICY municipality_read ON citizen_identity
--;;
DROP POLICY municipality_create ON citizen_identity
--;;
DROP POLICY police_district_update ON citizen_cpr
--;;
DROP POLICY police_district_read ON citizen_cpr
--;;
DROP POLICY police_district_create ON citizen_cpr
--;;
DROP POLICY ngo_read ON citizen_cpr
--;;
DROP POLICY ngo_create ON citizen_cpr
--;;
DROP POLICY municipality_update ON citizen_cpr
--;;
DROP POLICY municipality_read ON citizen_cpr
--;;
DROP POLICY municipality_create ON citizen_cpr
--;;
DROP POLICY police_district_update ON citizen_contact
--;;
DROP POLICY police_district_read ON citizen_contact
--;;
DROP POLICY police_district_create ON citizen_contact
--;;
DROP POLICY ngo_update ON citizen_contact
--;;
DROP POLICY ngo_read ON citizen_contact
--;;
DROP POLICY ngo_create ON citizen_contact
--;;
DROP POLICY municipality_update ON citizen_contact
--;;
DROP POLICY municipality_read ON citizen_contact
--;;
DROP POLICY municipality_create ON citizen_contact
--;;
DROP POLICY police_district_update ON citizen_address
--;;
DROP POLICY police_district_read ON citizen_address
--;;
DROP POLICY police_district_create ON citizen_address
--;;
DROP POLICY ngo_read ON citizen_address
--;;
DROP POLICY municipality_update ON citizen_address
--;;
DROP POLICY municipality_read ON citizen_address
--;;
DROP POLICY municipality_create ON citizen_address
--;;
DROP POLICY police_district_update ON citizen
--;;
DROP POLICY police_district_read ON citizen
--;;
DROP POLICY police_district_create ON citizen
--;;
DROP POLICY ngo_update ON citizen
--;;
DROP POLICY ngo_read ON citizen
--;;
DROP POLICY ngo_create ON citizen
--;;
DROP POLICY municipality_update ON citizen
--;;
DROP POLICY municipality_read ON citizen
--;;
DROP POLICY municipality_create ON citizen
--;;
DROP POLICY police_district_read ON audit_subject
--;;
DROP POLICY police_district_create ON audit_subject
--;;
DROP POLICY ngo_read ON audit_subject
--;;
DROP POLICY ngo_create ON audit_subject
--;;
DROP POLICY municipality_read ON audit_subject
--;;
DROP POLICY municipality_create ON audit_subject
--;;
DROP POLICY auditor_read ON audit_subject
--;;
DROP POLICY auditor_read ON audit_seal
--;;
DROP POLICY auditor_create ON audit_seal
--;;
DROP POLICY training_provider_read ON audit_event
--;;
DROP POLICY training_provider_create ON audit_event
--;;
DROP POLICY police_district_read ON audit_event
--;;
DROP POLICY police_district_create ON audit_event
--;;
DROP POLICY operator_read ON audit_event
--;;
DROP POLICY operator_create ON audit_event
--;;
DROP POLICY ngo_read ON audit_event
--;;
DROP POLICY ngo_create ON audit_event
--;;
DROP POLICY municipality_read ON audit_event
--;;
DROP POLICY municipality_create ON audit_event
--;;
DROP POLICY evaluator_read ON audit_event
--;;
DROP POLICY evaluator_create ON audit_event
--;;
DROP POLICY auditor_read ON audit_event
--;;
DROP POLICY agency_read ON audit_event
--;;
DROP POLICY agency_create ON audit_event
--;;
DROP POLICY wall_keeper_read ON assignment
--;;
DROP POLICY police_district_update ON assignment
--;;
DROP POLICY police_district_read ON assignment
--;;
DROP POLICY police_district_create ON assignment
--;;
DROP POLICY ngo_update ON assignment
--;;
DROP POLICY ngo_read ON assignment
--;;
DROP POLICY ngo_create ON assignment
--;;
DROP POLICY municipality_update ON assignment
--;;
DROP POLICY municipality_read ON assignment
--;;
DROP POLICY municipality_create ON assignment
--;;
DROP POLICY wall_keeper_update ON agreement_coverage
--;;
DROP POLICY wall_keeper_read ON agreement_coverage
--;;
DROP POLICY wall_keeper_create ON agreement_coverage
--;;
DROP POLICY training_provider_read ON agreement_coverage
--;;
DROP POLICY police_district_read ON agreement_coverage
--;;
DROP POLICY operator_read ON agreement_coverage
--;;
DROP POLICY ngo_read ON agreement_coverage
--;;
DROP POLICY municipality_read ON agreement_coverage
--;;
DROP POLICY evaluator_read ON agreement_coverage
--;;
DROP POLICY evaluator_entrance_read ON agreement_coverage
--;;
DROP POLICY authenticator_read ON agreement_coverage
--;;
DROP POLICY agency_read ON agreement_coverage
--;;
DROP POLICY training_provider_update ON agreement
--;;
DROP POLICY training_provider_read ON agreement
--;;
DROP POLICY training_provider_create ON agreement
--;;
DROP POLICY police_district_update ON agreement
--;;
DROP POLICY police_district_read ON agreement
--;;
DROP POLICY police_district_create ON agreement
--;;
DROP POLICY operator_update ON agreement
--;;
DROP POLICY operator_read ON agreement
--;;
DROP POLICY operator_create ON agreement
--;;
DROP POLICY ngo_update ON agreement
--;;
DROP POLICY ngo_read ON agreement
--;;
DROP POLICY ngo_create ON agreement
--;;
DROP POLICY municipality_update ON agreement
--;;
DROP POLICY municipality_read ON agreement
--;;
DROP POLICY municipality_create ON agreement
--;;
DROP POLICY evaluator_update ON agreement
--;;
DROP POLICY evaluator_read ON agreement
--;;
DROP POLICY evaluator_create ON agreement
--;;
DROP POLICY agency_update ON agreement
--;;
DROP POLICY agency_read ON agreement
--;;
DROP POLICY agency_create ON agreement
--;;
DROP FUNCTION has_accepted(uuid, uuid)
--;;
DROP FUNCTION has_registered(uuid, uuid)
--;;
ALTER TABLE withdrawal_acknowledgement DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE withdrawal_acknowledgement NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE used_assertion DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE used_assertion NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE token_denial DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE token_denial NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE time_entry DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE time_entry NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE support_need DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE support_need NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE staff DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE staff NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE session_note DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE session_note NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE session DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE session NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE referral_summary DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE referral_summary NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE referral_outcome DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE referral_outcome NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE referral DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE referral NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_response DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_response NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_answers DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_answers NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE project_partner DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE project_partner NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE project DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE project NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE pair_link DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE pair_link NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE organisation DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE organisation NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE instrument DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE instrument NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_summary DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_summary NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_offence DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_offence NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_account DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_account NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE incident DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE incident NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE idempotency DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE idempotency NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE hourly_rate DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE hourly_rate NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE follow_up DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE follow_up NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE external_reference DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE external_reference NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE disclosure DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE disclosure NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE data_key DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE data_key NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE course DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE course NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE cost_course DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE cost_course NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE cost DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE cost NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE contact_attempt DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE contact_attempt NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE consent_form DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE consent_form NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE consent DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE consent NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE client DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE client NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_residence DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_residence NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_identity DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_identity NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_cpr DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_cpr NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_contact DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_contact NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_address DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_address NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_subject DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_subject NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_seal DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_seal NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_event NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE assignment DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE assignment NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE agreement_coverage DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE agreement_coverage NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE agreement DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE agreement NO FORCE ROW LEVEL SECURITY
