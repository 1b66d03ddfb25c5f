"""The condition words of `policy.toml`, each with its one meaning in SQL.

A word is a function of (row, asker, category). The same function makes the application's where-clause
(the asker as parameters of it) and the row-level policy (the asker read from the transaction's settings).

Three rules learnt the hard way. Every sub-select is an EXISTS correlated explicitly to the row (an IN is hashed
anew for each row, an uncorrelated one adds the outer table to its own FROM). Only `=`/`<` on uuid, text and
timestamps are used, since other operators are not leakproof and would lose the index under row-level security.
And PostgreSQL applies the policies of the tables that a word looks into as well: that only narrows "there is
one", but would widen "there is none", so a word of that kind first asks whether the asker may look (`sees`).
"""

from app.boundary.conditions import evaluation, functions, linked, matching, meetings, ownership, papers, sharing
from app.boundary.conditions.base import WORDS, Word

__all__ = [
    "WORDS",
    "Word",
    "evaluation",
    "functions",
    "linked",
    "matching",
    "meetings",
    "ownership",
    "papers",
    "sharing",
]
