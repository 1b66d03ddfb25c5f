"""Everything under one roof: the routers of the slices, in the order of the process."""

from fastapi import APIRouter

import app.models  # noqa: F401 - fills the metadata before any slice looks a table up
from app import documents, health
from app.access import client_routes as clients
from app.access import me, oauth
from app.agreements import routes as agreements
from app.citizens import assignment_routes as assignments
from app.citizens import incident_routes as incidents
from app.citizens import routes as citizens
from app.consents import routes as consents
from app.courses import routes as courses
from app.courses import session_routes as sessions
from app.courses import support_need_routes as support_needs
from app.evaluation import approval_routes as release_approvals
from app.evaluation import evaluator_routes as evaluator_releases
from app.evaluation import routes as releases
from app.follow_ups import routes as follow_ups
from app.grants import account_routes as grant_accounts
from app.grants import attachment_routes as grant_attachments
from app.grants import budget_routes as grant_budgets
from app.grants import payment_routes as grant_payments
from app.grants import routes as grants
from app.integration.changes import routes as changes
from app.integration.imports import routes as imports
from app.integration.matching import routes as matching
from app.integration.references import routes as references
from app.integration.webhooks import routes as webhooks
from app.interviews import contact_routes as interview_contacts
from app.interviews import contribution_routes as contributions
from app.interviews import routes as interviews
from app.journey import operation_routes as my_operations
from app.journey import routes as journey
from app.measurements import instrument_routes as instruments
from app.measurements import link_routes as answer_links
from app.measurements import page_routes as answer_pages
from app.measurements import routes as measurements
from app.organisations import project_routes as projects
from app.organisations import routes as organisations
from app.programme import decision_routes as decisions
from app.programme import feed_routes as calendar_feeds
from app.programme import flow_routes as flow
from app.programme import maturation_routes as maturation
from app.programme import meeting_routes as meetings
from app.programme import plan_routes as meeting_plans
from app.programme import status_routes as plan_status
from app.programme import training_routes as training_days
from app.pseudonymised import routes as pseudonymised
from app.reference import routes as reference
from app.referrals import routes as referrals
from app.resources import cost_routes as costs
from app.resources import rate_routes as rates
from app.resources import report_routes as reports
from app.resources import time_routes as time_entries

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    documents.router,
    oauth.router,
    me.router,
    my_operations.router,
    reference.router,
    organisations.router,
    projects.router,
    organisations.staff_router,
    agreements.router,
    clients.router,
    # Before the collections' own: what stands behind `by-reference` is in the caller's words.
    *references.ROUTERS,
    citizens.router,
    assignments.router,
    incidents.router,
    incidents.link_router,
    consents.form_router,
    consents.router,
    referrals.router,
    courses.router,
    sessions.router,
    support_needs.router,
    follow_ups.router,
    instruments.router,
    measurements.router,
    measurements.change_router,
    answer_links.router,
    answer_pages.router,
    interviews.router,
    interview_contacts.router,
    contributions.router,
    journey.router,
    changes.router,
    matching.router,
    meeting_plans.router,
    plan_status.router,
    meetings.router,
    decisions.minutes_router,
    decisions.router,
    calendar_feeds.router,
    calendar_feeds.public_router,
    training_days.router,
    maturation.criteria_router,
    maturation.router,
    flow.router,
    time_entries.router,
    costs.router,
    rates.router,
    reports.router,
    grants.rule_router,
    grants.router,
    grant_budgets.router,
    grant_payments.router,
    grant_accounts.router,
    grant_attachments.router,
    imports.router,
    releases.router,
    release_approvals.router,
    evaluator_releases.router,
    pseudonymised.router,
    webhooks.router,
)
