"""The files of a release: frames and their codebook in, bytes out. No database, no HTTP, and no clock.

The same frames give the same bytes, whoever writes them and whenever: what was checked is what is published.
"""
