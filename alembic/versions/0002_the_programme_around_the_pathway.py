"""the programme around the pathway

Revision: 0002, after 0001.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op
from app.common.frozen_sql import frozen

revision: str = '0002'
down_revision: str | Sequence[str] | None = '0001'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


# One that cannot get its locks gives up instead of queueing the whole service behind it.
LOCK_TIMEOUT = "SET LOCAL lock_timeout = '2s'"


def upgrade() -> None:
    op.execute(LOCK_TIMEOUT)
    op.create_table('evaluation_contribution',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('agreed_for', sa.Date(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('participants', sa.Integer(), nullable=True),
    sa.Column('staff_minutes', sa.Integer(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name=op.f('ck_evaluation_contribution_done')),
    sa.CheckConstraint("(status = 'not_done') = (reason IS NOT NULL)", name=op.f('ck_evaluation_contribution_not_done')),
    sa.CheckConstraint("kind IN ('interview', 'case_visit', 'focus_group', 'questionnaire', 'time_registration', 'cost_data', 'intervention_description')", name=op.f('ck_evaluation_contribution_kind')),
    sa.CheckConstraint("reason IN ('staffing', 'no_participants', 'moved_to_next_round', 'not_relevant', 'other')", name=op.f('ck_evaluation_contribution_reason')),
    sa.CheckConstraint("status IN ('planned', 'agreed', 'done', 'not_done')", name=op.f('ck_evaluation_contribution_status')),
    sa.CheckConstraint('participants BETWEEN 0 AND 1000', name=op.f('ck_evaluation_contribution_participants')),
    sa.CheckConstraint('round BETWEEN 1 AND 20', name=op.f('ck_evaluation_contribution_round')),
    sa.CheckConstraint('staff_minutes BETWEEN 0 AND 600000', name=op.f('ck_evaluation_contribution_staff_minutes')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_evaluation_contribution_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_evaluation_contribution_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evaluation_contribution')),
    sa.UniqueConstraint('project_id', 'organisation_id', 'round', 'kind', name=op.f('uq_evaluation_contribution_project_id_organisation_id_round_kind'))
    )
    op.create_index('ix_evaluation_contribution_page', 'evaluation_contribution', ['organisation_id', 'created_at', 'id'], unique=False)
    op.create_index('ix_evaluation_contribution_project_id', 'evaluation_contribution', ['project_id', 'created_at', 'id'], unique=False)
    op.create_table('grant_application',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('amount_oere', sa.BigInteger(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('checklist', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('submitted_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('receipt_number', sa.Text(), nullable=True),
    sa.Column('form_faults', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('form_fault_note', sa.Text(), nullable=True),
    sa.Column('granted_oere', sa.BigInteger(), nullable=True),
    sa.Column('granted_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(status = 'draft') = (submitted_at IS NULL)", name=op.f('ck_grant_application_submitted')),
    sa.CheckConstraint("(status IN ('granted', 'closed', 'lapsed')) = (granted_oere IS NOT NULL AND granted_on IS NOT NULL)", name=op.f('ck_grant_application_granted')),
    sa.CheckConstraint("status IN ('draft', 'submitted', 'under_assessment', 'granted', 'refused', 'rejected_on_form', 'closed', 'lapsed')", name=op.f('ck_grant_application_status')),
    sa.CheckConstraint('(submitted_at IS NULL) = (receipt_number IS NULL)', name=op.f('ck_grant_application_receipt')),
    sa.CheckConstraint('amount_oere > 0', name=op.f('ck_grant_application_amount')),
    sa.CheckConstraint('ends_on >= starts_on', name=op.f('ck_grant_application_dates')),
    sa.CheckConstraint('granted_oere BETWEEN 1 AND amount_oere', name=op.f('ck_grant_application_granted_oere')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_application_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_application_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_application')),
    sa.UniqueConstraint('id', 'organisation_id', 'project_id', name=op.f('uq_grant_application_id_organisation_id_project_id')),
    sa.UniqueConstraint('receipt_number', name=op.f('uq_grant_application_receipt_number'))
    )
    op.create_index('ix_grant_application_organisation_id', 'grant_application', ['organisation_id', 'created_at', 'id'], unique=False)
    op.create_index('ix_grant_application_page', 'grant_application', ['created_at', 'id'], unique=False)
    op.create_table('interview_contact',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('recipient_id', sa.Uuid(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=True),
    sa.Column('call_name', sa.LargeBinary(), nullable=True),
    sa.Column('phone', sa.LargeBinary(), nullable=True),
    sa.Column('email', sa.LargeBinary(), nullable=True),
    sa.Column('safe_channels', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('safe_hours', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('never_leave_message', sa.Boolean(), nullable=False),
    sa.Column('shared_device', sa.Boolean(), nullable=False),
    sa.Column('opened_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('ended_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('valid_until', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('outcome', sa.Text(), nullable=True),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(outcome IS NOT NULL AND outcome = 'held') = (held_on IS NOT NULL)", name=op.f('ck_interview_contact_held')),
    sa.CheckConstraint("outcome IN ('held', 'not_held')", name=op.f('ck_interview_contact_outcome')),
    sa.CheckConstraint("safe_channels <@ ARRAY['phone', 'sms', 'email']::text[]", name=op.f('ck_interview_contact_safe_channels')),
    sa.CheckConstraint('ended_at IS NULL OR wrapped IS NULL', name=op.f('ck_interview_contact_erased')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_interview_contact_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_interview_contact_project_id')),
    sa.ForeignKeyConstraint(['recipient_id'], ['organisation.id'], name=op.f('fk_interview_contact_recipient_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interview_contact')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_interview_contact_id_organisation_id'))
    )
    op.create_index('ix_interview_contact_recipient_id', 'interview_contact', ['recipient_id', 'created_at', 'id'], unique=False)
    op.create_table('maturation_criteria',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('criteria_version', sa.Integer(), nullable=False),
    sa.Column('gates', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('supersedes_id', sa.Uuid(), nullable=True),
    sa.Column('superseded_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_maturation_criteria_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_maturation_criteria_project_id')),
    sa.ForeignKeyConstraint(['supersedes_id'], ['maturation_criteria.id'], name=op.f('fk_maturation_criteria_supersedes_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_maturation_criteria')),
    sa.UniqueConstraint('project_id', 'criteria_version', name=op.f('uq_maturation_criteria_project_id_criteria_version'))
    )
    op.create_index('uq_maturation_criteria_current', 'maturation_criteria', ['project_id'], unique=True, postgresql_where='superseded_at IS NULL')
    op.create_table('meeting',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('plan_row', sa.Integer(), nullable=True),
    sa.Column('meeting_type', sa.Text(), nullable=False),
    sa.Column('municipality_id', sa.Uuid(), nullable=True),
    sa.Column('organiser_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('required_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('optional_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('starts_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('ends_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('virtual_link', sa.Text(), nullable=True),
    sa.Column('agenda', sa.Text(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('invited_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('attendance', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('minutes', sa.Text(), nullable=True),
    sa.Column('cancelled_reason', sa.Text(), nullable=True),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.CheckConstraint("meeting_type IN ('kick_off', 'competence_development', 'start_workshop', 'development_meeting', 'dialogue_meeting', 'closing_workshop', 'joint_closing_meeting')", name=op.f('ck_meeting_meeting_type')),
    sa.CheckConstraint("status IN ('planned', 'invited', 'held', 'minutes_approved', 'cancelled')", name=op.f('ck_meeting_status')),
    sa.CheckConstraint("status NOT IN ('invited', 'held', 'minutes_approved') OR invited_at IS NOT NULL", name=op.f('ck_meeting_invited')),
    sa.CheckConstraint('ends_at > starts_at', name=op.f('ck_meeting_times')),
    sa.ForeignKeyConstraint(['municipality_id'], ['organisation.id'], name=op.f('fk_meeting_municipality_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_meeting_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_meeting_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting')),
    sa.UniqueConstraint('id', 'project_id', name=op.f('uq_meeting_id_project_id'))
    )
    op.create_index('ix_meeting_project_id', 'meeting', ['project_id', 'created_at', 'id'], unique=False)
    op.create_table('meeting_plan',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('plan_version', sa.Integer(), nullable=False),
    sa.Column('rows', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('supersedes_id', sa.Uuid(), nullable=True),
    sa.Column('superseded_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_meeting_plan_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_meeting_plan_project_id')),
    sa.ForeignKeyConstraint(['supersedes_id'], ['meeting_plan.id'], name=op.f('fk_meeting_plan_supersedes_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_plan')),
    sa.UniqueConstraint('project_id', 'plan_version', name=op.f('uq_meeting_plan_project_id_plan_version'))
    )
    op.create_index('uq_meeting_plan_current', 'meeting_plan', ['project_id'], unique=True, postgresql_where='superseded_at IS NULL')
    op.create_table('training_day',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('organiser_id', sa.Uuid(), nullable=False),
    sa.Column('participant_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('topic', sa.Text(), nullable=True),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('virtual_link', sa.Text(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('attendance', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.CheckConstraint("status IN ('planned', 'held', 'cancelled')", name=op.f('ck_training_day_status')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_training_day_organisation_id')),
    sa.ForeignKeyConstraint(['organiser_id'], ['organisation.id'], name=op.f('fk_training_day_organiser_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_training_day_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_day'))
    )
    op.create_index('ix_training_day_project_id', 'training_day', ['project_id', 'created_at', 'id'], unique=False)
    op.create_table('calendar_feed',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('client_id', sa.Text(), nullable=False),
    sa.Column('staff_id', sa.Uuid(), nullable=True),
    sa.Column('label', sa.Text(), nullable=True),
    sa.Column('secret_hash', sa.Text(), nullable=False),
    sa.Column('revoked_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_calendar_feed_organisation_id')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_calendar_feed_staff_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar_feed'))
    )
    op.create_index('ix_calendar_feed_organisation_id', 'calendar_feed', ['organisation_id', 'created_at', 'id'], unique=False)
    op.create_index('uq_calendar_feed_secret_hash', 'calendar_feed', ['secret_hash'], unique=True)
    op.create_table('grant_attachment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('grant_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('file_name', sa.Text(), nullable=False),
    sa.Column('media_type', sa.Text(), nullable=False),
    sa.Column('size_bytes', sa.Integer(), nullable=True),
    sa.Column('sha256', sa.Text(), nullable=True),
    sa.Column('storage', sa.Text(), nullable=True),
    sa.CheckConstraint("kind IN ('application_form', 'cooperation', 'documentation', 'voucher', 'auditor_report', 'other')", name=op.f('ck_grant_attachment_kind')),
    sa.CheckConstraint("media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/tiff')", name=op.f('ck_grant_attachment_media_type')),
    sa.CheckConstraint('(sha256 IS NULL) = (size_bytes IS NULL) AND (sha256 IS NULL) = (storage IS NULL)', name=op.f('ck_grant_attachment_content')),
    sa.ForeignKeyConstraint(['grant_id', 'organisation_id', 'project_id'], ['grant_application.id', 'grant_application.organisation_id', 'grant_application.project_id'], name=op.f('fk_grant_attachment_grant_id_organisation_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_attachment_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_attachment_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_attachment')),
    sa.UniqueConstraint('id', 'grant_id', 'organisation_id', 'project_id', name=op.f('uq_grant_attachment_id_grant_id_organisation_id_project_id')),
    sa.UniqueConstraint('id', 'grant_id', name=op.f('uq_grant_attachment_id_grant_id'))
    )
    op.create_index('ix_grant_attachment_page', 'grant_attachment', ['grant_id', 'created_at', 'id'], unique=False)
    op.create_table('grant_budget',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('grant_id', sa.Uuid(), nullable=False),
    sa.Column('budget_version', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('budget_lines', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('from_year', sa.Integer(), nullable=True),
    sa.Column('to_year', sa.Integer(), nullable=True),
    sa.Column('moved_oere', sa.BigInteger(), nullable=True),
    sa.Column('year_oere', sa.BigInteger(), nullable=True),
    sa.Column('submitted_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('decided_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('decision_note', sa.Text(), nullable=True),
    sa.CheckConstraint("(status = 'draft') = (submitted_at IS NULL)", name=op.f('ck_grant_budget_submitted')),
    sa.CheckConstraint("kind IN ('application', 'budget_change', 'carry_over')", name=op.f('ck_grant_budget_kind')),
    sa.CheckConstraint("status <> 'in_force' OR decided_at IS NOT NULL OR (kind = 'carry_over' AND moved_oere IS NOT NULL AND year_oere IS NOT NULL AND moved_oere <= 10000000 AND moved_oere * 100 < year_oere * 10)", name=op.f('ck_grant_budget_approved')),
    sa.CheckConstraint("status IN ('draft', 'proposed', 'in_force', 'rejected', 'withdrawn', 'superseded')", name=op.f('ck_grant_budget_status')),
    sa.ForeignKeyConstraint(['grant_id', 'organisation_id', 'project_id'], ['grant_application.id', 'grant_application.organisation_id', 'grant_application.project_id'], name=op.f('fk_grant_budget_grant_id_organisation_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_budget_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_budget_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_budget')),
    sa.UniqueConstraint('grant_id', 'budget_version', name=op.f('uq_grant_budget_grant_id_budget_version'))
    )
    op.create_index('ix_grant_budget_page', 'grant_budget', ['grant_id', 'created_at', 'id'], unique=False)
    op.create_index('uq_grant_budget_in_force', 'grant_budget', ['grant_id'], unique=True, postgresql_where="status = 'in_force'")
    op.create_index('uq_grant_budget_proposed', 'grant_budget', ['grant_id'], unique=True, postgresql_where="status = 'proposed'")
    op.create_table('grant_decision',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('grant_id', sa.Uuid(), nullable=False),
    sa.Column('criteria', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('outcome', sa.Text(), nullable=True),
    sa.Column('granted_oere', sa.BigInteger(), nullable=True),
    sa.Column('conditions', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('grounds', sa.Text(), nullable=True),
    sa.Column('decided_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.CheckConstraint("outcome IN ('granted', 'refused')", name=op.f('ck_grant_decision_outcome')),
    sa.CheckConstraint('(outcome IS NULL) = (decided_at IS NULL)', name=op.f('ck_grant_decision_decided')),
    sa.ForeignKeyConstraint(['grant_id', 'organisation_id', 'project_id'], ['grant_application.id', 'grant_application.organisation_id', 'grant_application.project_id'], name=op.f('fk_grant_decision_grant_id_organisation_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_decision_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_decision_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_decision')),
    sa.UniqueConstraint('grant_id', name=op.f('uq_grant_decision_grant_id'))
    )
    op.create_table('grant_instalment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('grant_id', sa.Uuid(), nullable=False),
    sa.Column('amount_oere', sa.BigInteger(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('paid_on', sa.Date(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.CheckConstraint("(status = 'paid') = (paid_on IS NOT NULL)", name=op.f('ck_grant_instalment_paid')),
    sa.CheckConstraint("status IN ('planned', 'paid')", name=op.f('ck_grant_instalment_status')),
    sa.CheckConstraint('amount_oere > 0', name=op.f('ck_grant_instalment_amount')),
    sa.ForeignKeyConstraint(['grant_id', 'organisation_id', 'project_id'], ['grant_application.id', 'grant_application.organisation_id', 'grant_application.project_id'], name=op.f('fk_grant_instalment_grant_id_organisation_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_instalment_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_instalment_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_instalment'))
    )
    op.create_index('ix_grant_instalment_page', 'grant_instalment', ['grant_id', 'created_at', 'id'], unique=False)
    op.create_table('grant_notice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('grant_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('occurred_on', sa.Date(), nullable=False),
    sa.Column('notified_on', sa.Date(), nullable=False),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('amount_oere', sa.BigInteger(), nullable=True),
    sa.CheckConstraint("(kind = 'repayment') = (amount_oere IS NOT NULL)", name=op.f('ck_grant_notice_repayment')),
    sa.CheckConstraint("kind IN ('start', 'material_change', 'repayment')", name=op.f('ck_grant_notice_kind')),
    sa.CheckConstraint('amount_oere > 0', name=op.f('ck_grant_notice_amount')),
    sa.ForeignKeyConstraint(['grant_id', 'organisation_id', 'project_id'], ['grant_application.id', 'grant_application.organisation_id', 'grant_application.project_id'], name=op.f('fk_grant_notice_grant_id_organisation_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_notice_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_notice_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_notice'))
    )
    op.create_index('ix_grant_notice_page', 'grant_notice', ['grant_id', 'created_at', 'id'], unique=False)
    op.create_index('uq_grant_notice_start', 'grant_notice', ['grant_id'], unique=True, postgresql_where="kind = 'start'")
    op.create_table('maturation_assessment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('gate', sa.Text(), nullable=False),
    sa.Column('criteria_id', sa.Uuid(), nullable=False),
    sa.Column('ratings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('passed_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.CheckConstraint("(status = 'passed') = (passed_at IS NOT NULL)", name=op.f('ck_maturation_assessment_passed')),
    sa.CheckConstraint("gate IN ('screening', 'maturation', 'trial', 'dissemination')", name=op.f('ck_maturation_assessment_gate')),
    sa.CheckConstraint("status IN ('open', 'passed')", name=op.f('ck_maturation_assessment_status')),
    sa.ForeignKeyConstraint(['criteria_id'], ['maturation_criteria.id'], name=op.f('fk_maturation_assessment_criteria_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_maturation_assessment_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_maturation_assessment_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_maturation_assessment')),
    sa.UniqueConstraint('project_id', 'gate', name=op.f('uq_maturation_assessment_project_id_gate'))
    )
    op.create_table('meeting_decision',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('decision', sa.Text(), nullable=False),
    sa.Column('owner_id', sa.Uuid(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name=op.f('ck_meeting_decision_done')),
    sa.CheckConstraint("status IN ('open', 'done')", name=op.f('ck_meeting_decision_status')),
    sa.ForeignKeyConstraint(['meeting_id', 'project_id'], ['meeting.id', 'meeting.project_id'], name=op.f('fk_meeting_decision_meeting_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_meeting_decision_organisation_id')),
    sa.ForeignKeyConstraint(['owner_id'], ['organisation.id'], name=op.f('fk_meeting_decision_owner_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_meeting_decision_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_decision'))
    )
    op.create_index('ix_meeting_decision_meeting_id', 'meeting_decision', ['meeting_id', 'created_at'], unique=False)
    op.create_index('ix_meeting_decision_project_id', 'meeting_decision', ['project_id', 'created_at', 'id'], unique=False)
    op.create_table('grant_account',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('grant_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('auditor', sa.Text(), nullable=True),
    sa.Column('auditor_report_id', sa.Uuid(), nullable=True),
    sa.Column('performance_audit', sa.Boolean(), nullable=False),
    sa.Column('submitted_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('decided_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('decision_note', sa.Text(), nullable=True),
    sa.CheckConstraint("(kind = 'annual') = (year IS NOT NULL)", name=op.f('ck_grant_account_year')),
    sa.CheckConstraint("(status = 'draft') = (submitted_at IS NULL)", name=op.f('ck_grant_account_submitted')),
    sa.CheckConstraint("auditor IN ('elected', 'registered', 'state_authorised')", name=op.f('ck_grant_account_auditor')),
    sa.CheckConstraint("kind IN ('annual', 'final')", name=op.f('ck_grant_account_kind')),
    sa.CheckConstraint("status IN ('draft', 'submitted', 'returned', 'approved')", name=op.f('ck_grant_account_status')),
    sa.ForeignKeyConstraint(['auditor_report_id', 'grant_id'], ['grant_attachment.id', 'grant_attachment.grant_id'], name=op.f('fk_grant_account_auditor_report_id_grant_id')),
    sa.ForeignKeyConstraint(['grant_id', 'organisation_id', 'project_id'], ['grant_application.id', 'grant_application.organisation_id', 'grant_application.project_id'], name=op.f('fk_grant_account_grant_id_organisation_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_account_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_account_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_account')),
    sa.UniqueConstraint('id', 'grant_id', name=op.f('uq_grant_account_id_grant_id'))
    )
    op.create_index('ix_grant_account_page', 'grant_account', ['grant_id', 'created_at', 'id'], unique=False)
    op.create_index('uq_grant_account_final', 'grant_account', ['grant_id'], unique=True, postgresql_where="kind = 'final'")
    op.create_index('uq_grant_account_year', 'grant_account', ['grant_id', 'year'], unique=True, postgresql_where="kind = 'annual'")
    op.create_table('grant_attachment_content',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('grant_id', sa.Uuid(), nullable=False),
    sa.Column('attachment_id', sa.Uuid(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['attachment_id', 'grant_id', 'organisation_id', 'project_id'], ['grant_attachment.id', 'grant_attachment.grant_id', 'grant_attachment.organisation_id', 'grant_attachment.project_id'], name=op.f('fk_grant_attachment_content_attachment_id_grant_id_organisation_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_attachment_content_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_attachment_content_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_attachment_content')),
    sa.UniqueConstraint('attachment_id', name=op.f('uq_grant_attachment_content_attachment_id'))
    )
    op.create_table('grant_voucher',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('grant_id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('voucher_number', sa.Text(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('amount_oere', sa.BigInteger(), nullable=False),
    sa.Column('attachment_id', sa.Uuid(), nullable=True),
    sa.Column('cancelled', sa.Boolean(), nullable=False),
    sa.CheckConstraint("category IN ('audit', 'competence_development', 'consultancy_fees', 'dissemination', 'equipment', 'insurance', 'maturation_activities', 'office_costs', 'other', 'premises', 'salaries', 'target_group_activities', 'transport')", name=op.f('ck_grant_voucher_category')),
    sa.CheckConstraint('amount_oere <> 0', name=op.f('ck_grant_voucher_amount')),
    sa.ForeignKeyConstraint(['account_id', 'grant_id'], ['grant_account.id', 'grant_account.grant_id'], name=op.f('fk_grant_voucher_account_id_grant_id')),
    sa.ForeignKeyConstraint(['attachment_id', 'grant_id'], ['grant_attachment.id', 'grant_attachment.grant_id'], name=op.f('fk_grant_voucher_attachment_id_grant_id')),
    sa.ForeignKeyConstraint(['grant_id', 'organisation_id', 'project_id'], ['grant_application.id', 'grant_application.organisation_id', 'grant_application.project_id'], name=op.f('fk_grant_voucher_grant_id_organisation_id_project_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_grant_voucher_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_grant_voucher_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grant_voucher')),
    sa.UniqueConstraint('account_id', 'voucher_number', name=op.f('uq_grant_voucher_account_id_voucher_number'))
    )
    op.create_index('ix_grant_voucher_page', 'grant_voucher', ['account_id', 'created_at', 'id'], unique=False)
    op.create_table('interview_candidate',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('citizen_id', sa.Uuid(), nullable=False),
    sa.Column('track', sa.Text(), nullable=False),
    sa.Column('course_id', sa.Uuid(), nullable=False),
    sa.Column('evaluator_id', sa.Uuid(), nullable=False),
    sa.Column('consent_id', sa.Uuid(), nullable=True),
    sa.Column('contact_id', sa.Uuid(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('contact_passed_on_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('completed_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(status = 'completed') = (completed_on IS NOT NULL)", name=op.f('ck_interview_candidate_completed')),
    sa.CheckConstraint("status IN ('proposed', 'asked', 'consented', 'declined', 'contact_passed_on', 'completed', 'cancelled')", name=op.f('ck_interview_candidate_status')),
    sa.CheckConstraint("status NOT IN ('contact_passed_on', 'completed') OR (contact_id IS NOT NULL AND consent_id IS NOT NULL)", name=op.f('ck_interview_candidate_passed_on')),
    sa.ForeignKeyConstraint(['citizen_id', 'project_id', 'track'], ['citizen.id', 'citizen.project_id', 'citizen.track'], name=op.f('fk_interview_candidate_citizen_id_project_id_track')),
    sa.ForeignKeyConstraint(['consent_id', 'citizen_id'], ['consent.id', 'consent.citizen_id'], name=op.f('fk_interview_candidate_consent_id_citizen_id')),
    sa.ForeignKeyConstraint(['contact_id', 'organisation_id'], ['interview_contact.id', 'interview_contact.organisation_id'], name=op.f('fk_interview_candidate_contact_id_organisation_id')),
    sa.ForeignKeyConstraint(['course_id', 'organisation_id', 'citizen_id'], ['course.id', 'course.organisation_id', 'course.citizen_id'], name=op.f('fk_interview_candidate_course_id_organisation_id_citizen_id')),
    sa.ForeignKeyConstraint(['evaluator_id'], ['organisation.id'], name=op.f('fk_interview_candidate_evaluator_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_interview_candidate_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_interview_candidate_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interview_candidate'))
    )
    op.create_index('ix_interview_candidate_citizen_id', 'interview_candidate', ['citizen_id'], unique=False)
    op.create_index('ix_interview_candidate_consent_id', 'interview_candidate', ['consent_id'], unique=False)
    op.create_index('ix_interview_candidate_course_id', 'interview_candidate', ['course_id'], unique=False)
    op.create_index('ix_interview_candidate_page', 'interview_candidate', ['organisation_id', 'track', 'created_at', 'id'], unique=False)
    op.create_index('uq_interview_candidate_asked_once', 'interview_candidate', ['citizen_id', 'organisation_id', 'evaluator_id'], unique=True, postgresql_where="status <> 'cancelled'")
    op.create_index('uq_interview_candidate_contact_id', 'interview_candidate', ['contact_id'], unique=True)
    op.create_table('questionnaire_link',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('updated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('citizen_id', sa.Uuid(), nullable=False),
    sa.Column('track', sa.Text(), nullable=False),
    sa.Column('response_id', sa.Uuid(), nullable=False),
    sa.Column('instrument_id', sa.Uuid(), nullable=False),
    sa.Column('secret_hash', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=True),
    sa.Column('shown_to', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('requires_consent', sa.Boolean(), nullable=False),
    sa.Column('expires_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('used_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('ended_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.CheckConstraint("language IN ('da', 'en')", name=op.f('ck_questionnaire_link_language')),
    sa.CheckConstraint("shown_to <@ ARRAY['caseworker', 'coordinator', 'integration']::text[]", name=op.f('ck_questionnaire_link_shown_to')),
    sa.CheckConstraint('used_at IS NULL OR ended_at IS NULL', name=op.f('ck_questionnaire_link_end')),
    sa.ForeignKeyConstraint(['citizen_id', 'project_id', 'track'], ['citizen.id', 'citizen.project_id', 'citizen.track'], name=op.f('fk_questionnaire_link_citizen_id_project_id_track')),
    sa.ForeignKeyConstraint(['instrument_id'], ['instrument.id'], name=op.f('fk_questionnaire_link_instrument_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_questionnaire_link_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_questionnaire_link_project_id')),
    sa.ForeignKeyConstraint(['response_id', 'organisation_id', 'citizen_id'], ['questionnaire_response.id', 'questionnaire_response.organisation_id', 'questionnaire_response.citizen_id'], name=op.f('fk_questionnaire_link_response_id_organisation_id_citizen_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire_link'))
    )
    op.create_index('ix_questionnaire_link_citizen_id', 'questionnaire_link', ['citizen_id'], unique=False)
    op.create_index('ix_questionnaire_link_response_id', 'questionnaire_link', ['response_id'], unique=False)
    op.create_index('ix_questionnaire_link_secret_hash', 'questionnaire_link', ['secret_hash'], unique=False)
    op.create_index('uq_questionnaire_link_open', 'questionnaire_link', ['response_id'], unique=True, postgresql_where='used_at IS NULL AND ended_at IS NULL')
    op.create_index('ix_citizen_project_id', 'citizen', ['project_id'], unique=False)
    op.create_index('ix_citizen_cpr_citizen_id', 'citizen_cpr', ['citizen_id'], unique=False)
    op.create_index('ix_contact_attempt_project_id', 'contact_attempt', ['project_id'], unique=False)
    op.create_index('ix_course_project_id', 'course', ['project_id'], unique=False)
    op.create_index('ix_follow_up_project_id', 'follow_up', ['project_id'], unique=False)
    op.add_column('cost', sa.Column('track', sa.Text(), nullable=True))
    op.create_check_constraint(op.f('ck_cost_track'), 'cost', "track IN ('victim', 'perpetrator')")
    op.add_column('instrument', sa.Column('introduction_da', sa.Text(), nullable=True))
    op.add_column('instrument', sa.Column('introduction_en', sa.Text(), nullable=True))
    # Instruments that are there have no labels yet.
    op.add_column(
        'instrument',
        sa.Column('scale_labels', postgresql.JSONB(astext_type=sa.Text()), nullable=False, server_default='[]'),
    )
    op.alter_column('instrument', 'scale_labels', server_default=None)
    op.add_column('questionnaire_response', sa.Column('answered_through', sa.Text(), nullable=True))
    # What was answered before there were links was answered through a worker. The owner sees no row by itself.
    op.execute('ALTER TABLE questionnaire_response NO FORCE ROW LEVEL SECURITY')
    op.execute("UPDATE questionnaire_response SET answered_through = 'worker' WHERE answered_on IS NOT NULL")
    op.execute('ALTER TABLE questionnaire_response FORCE ROW LEVEL SECURITY')
    op.create_check_constraint(op.f('ck_questionnaire_response_answered_through'), 'questionnaire_response', "answered_through IN ('worker', 'link')")
    op.create_check_constraint(op.f('ck_questionnaire_response_through'), 'questionnaire_response', '(answered_on IS NULL) = (answered_through IS NULL)')
    op.create_index('ix_referral_project_id', 'referral', ['project_id'], unique=False)
    for statement in frozen(__file__, "up"):
        op.execute(statement)


def downgrade() -> None:
    op.execute(LOCK_TIMEOUT)
    for statement in frozen(__file__, "down"):
        op.execute(statement)
    op.drop_index('ix_referral_project_id', table_name='referral')
    op.drop_constraint(op.f('ck_questionnaire_response_through'), 'questionnaire_response', type_='check')
    op.drop_constraint(op.f('ck_questionnaire_response_answered_through'), 'questionnaire_response', type_='check')
    op.drop_column('questionnaire_response', 'answered_through')
    op.drop_column('instrument', 'scale_labels')
    op.drop_column('instrument', 'introduction_en')
    op.drop_column('instrument', 'introduction_da')
    op.drop_constraint(op.f('ck_cost_track'), 'cost', type_='check')
    op.drop_column('cost', 'track')
    op.drop_index('ix_follow_up_project_id', table_name='follow_up')
    op.drop_index('ix_course_project_id', table_name='course')
    op.drop_index('ix_contact_attempt_project_id', table_name='contact_attempt')
    op.drop_index('ix_citizen_cpr_citizen_id', table_name='citizen_cpr')
    op.drop_index('ix_citizen_project_id', table_name='citizen')
    op.drop_index('uq_questionnaire_link_open', table_name='questionnaire_link', postgresql_where='used_at IS NULL AND ended_at IS NULL')
    op.drop_index('ix_questionnaire_link_secret_hash', table_name='questionnaire_link')
    op.drop_index('ix_questionnaire_link_response_id', table_name='questionnaire_link')
    op.drop_index('ix_questionnaire_link_citizen_id', table_name='questionnaire_link')
    op.drop_table('questionnaire_link')
    op.drop_index('uq_interview_candidate_contact_id', table_name='interview_candidate')
    op.drop_index('uq_interview_candidate_asked_once', table_name='interview_candidate', postgresql_where="status <> 'cancelled'")
    op.drop_index('ix_interview_candidate_page', table_name='interview_candidate')
    op.drop_index('ix_interview_candidate_course_id', table_name='interview_candidate')
    op.drop_index('ix_interview_candidate_consent_id', table_name='interview_candidate')
    op.drop_index('ix_interview_candidate_citizen_id', table_name='interview_candidate')
    op.drop_table('interview_candidate')
    op.drop_index('ix_grant_voucher_page', table_name='grant_voucher')
    op.drop_table('grant_voucher')
    op.drop_table('grant_attachment_content')
    op.drop_index('uq_grant_account_year', table_name='grant_account', postgresql_where="kind = 'annual'")
    op.drop_index('uq_grant_account_final', table_name='grant_account', postgresql_where="kind = 'final'")
    op.drop_index('ix_grant_account_page', table_name='grant_account')
    op.drop_table('grant_account')
    op.drop_index('ix_meeting_decision_project_id', table_name='meeting_decision')
    op.drop_index('ix_meeting_decision_meeting_id', table_name='meeting_decision')
    op.drop_table('meeting_decision')
    op.drop_table('maturation_assessment')
    op.drop_index('uq_grant_notice_start', table_name='grant_notice', postgresql_where="kind = 'start'")
    op.drop_index('ix_grant_notice_page', table_name='grant_notice')
    op.drop_table('grant_notice')
    op.drop_index('ix_grant_instalment_page', table_name='grant_instalment')
    op.drop_table('grant_instalment')
    op.drop_table('grant_decision')
    op.drop_index('uq_grant_budget_proposed', table_name='grant_budget', postgresql_where="status = 'proposed'")
    op.drop_index('uq_grant_budget_in_force', table_name='grant_budget', postgresql_where="status = 'in_force'")
    op.drop_index('ix_grant_budget_page', table_name='grant_budget')
    op.drop_table('grant_budget')
    op.drop_index('ix_grant_attachment_page', table_name='grant_attachment')
    op.drop_table('grant_attachment')
    op.drop_index('uq_calendar_feed_secret_hash', table_name='calendar_feed')
    op.drop_index('ix_calendar_feed_organisation_id', table_name='calendar_feed')
    op.drop_table('calendar_feed')
    op.drop_index('ix_training_day_project_id', table_name='training_day')
    op.drop_table('training_day')
    op.drop_index('uq_meeting_plan_current', table_name='meeting_plan', postgresql_where='superseded_at IS NULL')
    op.drop_table('meeting_plan')
    op.drop_index('ix_meeting_project_id', table_name='meeting')
    op.drop_table('meeting')
    op.drop_index('uq_maturation_criteria_current', table_name='maturation_criteria', postgresql_where='superseded_at IS NULL')
    op.drop_table('maturation_criteria')
    op.drop_index('ix_interview_contact_recipient_id', table_name='interview_contact')
    op.drop_table('interview_contact')
    op.drop_index('ix_grant_application_page', table_name='grant_application')
    op.drop_index('ix_grant_application_organisation_id', table_name='grant_application')
    op.drop_table('grant_application')
    op.drop_index('ix_evaluation_contribution_project_id', table_name='evaluation_contribution')
    op.drop_index('ix_evaluation_contribution_page', table_name='evaluation_contribution')
    op.drop_table('evaluation_contribution')
