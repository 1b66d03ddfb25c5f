"""First answers that no key needs to find any more."""

from app.database.pruning import Spent

ANSWERS = Spent(
    "first answers of idempotency keys",
    ("idempotency",),
    """
    WITH gone AS (
      DELETE FROM idempotency WHERE id = ANY (ARRAY(
        SELECT id FROM idempotency WHERE created_at < now() - make_interval(days => :days)
        ORDER BY created_at LIMIT :most
      )) RETURNING 1
    ) SELECT count(*) AS removed FROM gone
    """,
)
