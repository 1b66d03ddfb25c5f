"""Deliveries that are done with, and those that waited for an endpoint that nobody enabled."""

from app.database.pruning import Spent

MISSED = """
UPDATE webhook_endpoint AS endpoint SET
  -- Of one gap or, where something was told since, of the newest.
  missed_from = CASE WHEN endpoint.missed_until IS NULL OR endpoint.last_success_at > endpoint.missed_until
    THEN missed.first ELSE least(endpoint.missed_from, missed.first) END,
  missed_until = greatest(endpoint.missed_until, missed.last)
FROM missed WHERE endpoint.id = missed.endpoint_id
"""
"""Lets the health of endpoints show what is removed before they were told: `missed (endpoint_id, first, last)`."""

DELIVERIES = Spent(
    "deliveries",
    ("webhook_delivery", "webhook_attempt"),
    """
    WITH spent AS (
      SELECT id FROM webhook_delivery WHERE status <> 'pending' AND updated_at < now() - make_interval(days => :days)
      ORDER BY updated_at LIMIT :most
    ), attempts AS (
      DELETE FROM webhook_attempt WHERE delivery_id IN (SELECT id FROM spent)
    ), gone AS (
      DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM spent) RETURNING 1
    ) SELECT count(*) AS removed FROM gone
    """,
)
WAITING_IN_VAIN = Spent(
    "deliveries to disabled endpoints",
    ("webhook_endpoint", "webhook_delivery", "webhook_attempt"),
    f"""
    WITH spent AS (
      SELECT delivery.id, delivery.endpoint_id, delivery.created_at
      FROM webhook_delivery AS delivery JOIN webhook_endpoint AS endpoint ON endpoint.id = delivery.endpoint_id
      WHERE delivery.status = 'pending' AND endpoint.status = 'disabled'
        AND delivery.updated_at < now() - make_interval(days => :days)
        AND endpoint.disabled_at < now() - make_interval(days => :days)
      LIMIT :most
    ), missed AS (
      SELECT endpoint_id, min(created_at) AS first, max(created_at) AS last FROM spent GROUP BY endpoint_id
    ), shown AS ({MISSED}), attempts AS (
      DELETE FROM webhook_attempt WHERE delivery_id IN (SELECT id FROM spent)
    ), gone AS (
      DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM spent) RETURNING 1
    ) SELECT count(*) AS removed FROM gone
    """,  # noqa: S608 - constants of this file
)
