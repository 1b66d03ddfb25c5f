"""What changed: the transactional outbox, and the feed that reads it."""
