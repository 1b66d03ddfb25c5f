"""Groups that are all alike: to know that somebody is in one is to know what the figures say of them all.

The size of a group does not protect it. So a class that shows an outcome needs at least two categories with somebody
in them, and none with nearly all.
"""

from collections import defaultdict
from collections.abc import Iterator

from app.evaluation.attack.findings import Finding
from app.evaluation.attack.members import Members


def alike(members: Members, categories: int, share: float) -> Iterator[Finding]:
    """Published classes with fewer filled `categories` or with one above `share`, by who really is in them."""
    classes: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for row, figure in enumerate(members.figures):
        codes = tuple(pair for pair in figure.cell if pair[0] != "category")
        classes[figure.release, figure.table, codes].append(row)
    for rows in classes.values():
        sizes = members.sizes[rows]
        total, filled = int(sizes.sum()), int((sizes > 0).sum())
        if total and (filled < categories or sizes.max() > share * total):
            first = members.figures[rows[0]]
            what = f"{filled} categories are filled, and one holds {sizes.max() / total:.0%} of {total} persons"
            codes = tuple(pair for pair in first.cell if pair[0] != "category")
            yield Finding("homogeneity", first.release, first.table, codes, what)
