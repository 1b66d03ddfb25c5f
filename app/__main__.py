"""`python -m app`."""

import gc

# All that is imported stays: to look through it after every 700 new objects takes its part of every start.
gc.set_threshold(100_000, 20, 50)

from app.cli import app  # noqa: E402 - the line above is about this one

app()
