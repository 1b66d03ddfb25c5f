"""The rank test: do all the means of a variable together, as equations, determine what few persons contribute?

Each published mean with its n is one equation in the sums over persons. Persons who stand behind the very same
figures can only be known together: they are one unknown. An unknown is determined exactly where its unit vector lies
in the space that the equations span, whichever and however many of them it takes. Pairs and threes are the shortest
such combinations, for which `differences` also counts near misses.
"""

from collections.abc import Iterator

import numpy as np

from app.evaluation.attack.findings import Finding
from app.evaluation.attack.members import Members, things

_EXACT = 1e-6


def determined(members: Members, least: int) -> Iterator[Finding]:
    """Groups of fewer than `least` persons whose sum follows from the figures of one variable."""
    for variable, group in members.by(things).items():
        by_person = group.who.T.toarray().astype(np.int8)
        unknowns, counts = np.unique(by_person[by_person.any(axis=1)], axis=0, return_counts=True)
        if not (counts < least).any():
            continue
        _, strengths, space = np.linalg.svd(unknowns.T.astype(float), full_matrices=False)
        space = space[strengths > _EXACT * max(strengths[0], 1)]
        for unknown in np.flatnonzero(((space**2).sum(axis=0) > 1 - _EXACT) & (counts < least)):
            figure = group.figures[int(np.flatnonzero(unknowns[unknown])[0])]
            what = f"{variable}: the figures together determine {counts[unknown]} persons"
            yield Finding("ranks", figure.release, figure.table, figure.cell, what)
