"""Used assertions and denied tokens that have expired since: what they name is refused by its time."""

from app.database.pruning import Spent

EXPIRED = Spent(
    "expired proofs",
    ("used_assertion", "token_denial"),
    """
    WITH used AS (
      DELETE FROM used_assertion WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM used_assertion WHERE expires_at < now() - make_interval(days => :days)
        ORDER BY expires_at LIMIT :most
      )) RETURNING 1
    ), denied AS (
      DELETE FROM token_denial WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM token_denial WHERE expires_at < now() - make_interval(days => :days)
        ORDER BY expires_at LIMIT :most
      )) RETURNING 1
    ) SELECT (SELECT count(*) FROM used) + (SELECT count(*) FROM denied) AS removed
    """,
)
