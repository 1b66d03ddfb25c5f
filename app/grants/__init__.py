"""Grants (tilskud): application, decision, budget, instalments, accounts and what is attached (R45-R53)."""
