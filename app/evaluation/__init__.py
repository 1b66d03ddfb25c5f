"""Frozen, anonymous releases for the evaluator: built, attacked, approved, published; never a live query."""
