"""Blind match: whether another organisation knows a citizen, to that organisation's decision (decision 0038)."""
