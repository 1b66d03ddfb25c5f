"""All tables, imported once so that the metadata is whole (Alembic, the boundary's tooling, the tests)."""

from sqlmodel import SQLModel

import app.agreements.tables
import app.audit.tables
import app.auth.tables
import app.citizens.incident_tables
import app.citizens.tables
import app.consents.tables
import app.courses.tables
import app.evaluation.tables
import app.follow_ups.tables
import app.gate.tables
import app.grants.tables
import app.integration.changes.tables
import app.integration.imports.tables
import app.integration.matching.tables
import app.integration.webhooks.tables
import app.interviews.tables
import app.measurements.tables
import app.organisations.tables
import app.programme.tables
import app.pseudonymised.tables
import app.referrals.tables
import app.resources.tables  # noqa: F401 - imported for their effect on the metadata

metadata = SQLModel.metadata
