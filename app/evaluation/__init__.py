"""Anonymised data for the evaluator: frozen releases of a declared table programme, with the attacker in the build."""
