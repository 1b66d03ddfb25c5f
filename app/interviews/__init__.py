"""Interviews of citizens, with a contact that reaches the evaluator apart from research data; contributions."""
