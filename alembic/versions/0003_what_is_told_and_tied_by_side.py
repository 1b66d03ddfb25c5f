"""a party's side is told who was let in; a cost is tied to courses of its own side

Revision: 0003, after 0002.
"""

from collections.abc import Sequence

from alembic import op
from app.common.frozen_sql import frozen

revision: str = '0003'
down_revision: str | Sequence[str] | None = '0002'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


# One that cannot get its locks gives up instead of queueing the whole service behind it.
LOCK_TIMEOUT = "SET LOCAL lock_timeout = '2s'"


def upgrade() -> None:
    op.execute(LOCK_TIMEOUT)
    for statement in frozen(__file__, "up"):
        op.execute(statement)


def downgrade() -> None:
    op.execute(LOCK_TIMEOUT)
    for statement in frozen(__file__, "down"):
        op.execute(statement)
