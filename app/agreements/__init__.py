"""Agreements (databehandleraftaler): without one in force, what rests on it is unreachable."""
