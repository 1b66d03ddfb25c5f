"""Disclosure control: microdata in, releases out.

No database, no HTTP, no clock: the same input gives the same bytes.
"""
