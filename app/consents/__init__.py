"""Consent: forms in versions, and what a citizen ticked, signed, refused or withdrew."""
