"""Read a release that was pulled, with its labels, and print the flow and the change in WHO-5 with their uncertainty.

    python examples/vive/show.py FOLDER/RELEASE [--language da]

Needs nothing but Python. Counts carry noise on purpose: its standard deviation is published, and stands behind each
total. A dash is not shown (disclosure control): neither zero nor unknown.
"""

import argparse
import csv
import json
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from typing import Any

Row = dict[str, Any]
WORDS = {
    "en": ("In all", "WHO-5 from start to end of a course (0-100)", "Start", "End", "Change", "95 % interval", "noise"),
    "da": (
        "I alt",
        "WHO-5 fra start til slut af et forløb (0-100)",
        "Start",
        "Slut",
        "Ændring",
        "95 %-interval",
        "støj",
    ),
}
COORDINATES = ("place_code", "period", "track")
READ = {"string": str, "integer": int, "number": float}


class Release:
    """The files of one release in a folder."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.language = language
        self.package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        self.noise = self.package["disclosure_control"]["noise"]
        self.finer_from = int(self.package["disclosure_control"]["thresholds"]["finer_rounding_from"])

    def deviation(self, count: int) -> float:
        """The standard deviation of the noise on a count: small ones have more of it."""
        small = count < self.noise["near_zero_below"]
        return float(self.noise["standard_deviation_near_zero" if small else "standard_deviation"])

    def rows(self, name: str, **only: str) -> list[Row]:
        """The rows of a file with these codes, in the file's order; None is not shown."""
        fields = self._schema(name)["fields"]
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            chosen = [row for row in csv.DictReader(file) if all(row[name] == code for name, code in only.items())]
        return [
            {each["name"]: READ[each["type"]](row[each["name"]]) if row[each["name"]] else None for each in fields}
            for row in chosen
        ]

    def labels(self, table: str, column: str) -> dict[str, str]:
        """What the codes of a column are called, in the codebook's order."""
        field = next(each for each in self._schema(table)["fields"] if each["name"] == column)
        key = "label_da" if self.language == "da" else "label"
        return {each["value"]: str(each[key]) for each in field["categories"]}

    def _schema(self, table: str) -> Row:
        return dict(next(each for each in self.package["resources"] if each["name"] == table)["schema"])


def flow(release: Release) -> str:
    """How far citizens came, quarter by quarter, in each programme; with the noise's deviation on the total."""
    rows = release.rows("cells", table="flow_quarter", period_type="quarter", place_level="programme")
    in_all = WORDS[release.language][0]
    parts = []
    for programme in in_order(row["place_code"] for row in rows):
        here = [row for row in rows if row["place_code"] == programme]
        quarters = in_order(row["period"] for row in here)
        counts = {(row["measure"], row["period"]): row["n"] for row in here}
        lines = [[release.labels("cells", "place_code")[programme], *quarters, in_all]]
        for measure, label in release.labels("cells", "measure").items():
            if (measure, quarters[0]) in counts:
                found = [counts[measure, quarter] for quarter in quarters]
                lines.append([label, *map(shown, found), total(found, release)])
        parts.append(aligned(lines))
    return "\n\n".join(parts)


def who5(release: Release) -> str:
    """The mean changes that are shown, with what is uncertain: who happened to take part, rounding, the noise on n."""
    _, title, start, end, change, interval, noise = WORDS[release.language]
    rows = release.rows("means", table="outcome_place", measure="who5", status="published")
    rows.sort(key=lambda row: (row["place_level"] != "programme", row["place_code"]))
    names = [release.labels("means", column) for column in COORDINATES]
    lines = [["", f"n ± {noise}", start, end, change, interval]]
    for row in rows:
        # Rounded to half a point from so many persons on, else to one: a rounding error has the variance unit²/12.
        unit = 0.5 if row["n"] >= release.finer_from else 1.0
        half = 1.96 * sqrt(row["sd"] ** 2 / row["n"] + unit**2 / 12)
        place, period, track = (each[row[name]] for each, name in zip(names, COORDINATES, strict=True))
        said = [f"{row['start']:.1f}", f"{row['end']:.1f}", f"{row['change']:+.1f}"]
        at = [f"{place}, {period}, {track}", f"{row['n']} ± {release.deviation(row['n']):.1f}"]
        lines.append([*at, *said, f"{row['change'] - half:+.1f} … {row['change'] + half:+.1f}"])
    return f"{title}\n{aligned(lines)}"


def in_order(values: Iterable[str]) -> list[str]:
    """Each once, in the order in which they come."""
    return list(dict.fromkeys(values))


def shown(value: int | None) -> str:
    """A count, or a dash."""
    return "–" if value is None else str(value)


def total(counts: list[int | None], release: Release) -> str:
    """The sum and the standard deviation of its noise; of what is shown."""
    known = [each for each in counts if each is not None]
    return f"{sum(known)} ± {sqrt(sum(release.deviation(each) ** 2 for each in known)):.1f}" if known else "–"


def aligned(lines: list[list[str]]) -> str:
    """Columns under each other, numbers to the right."""
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            [line[0].ljust(widths[0]), *(each.rjust(width) for each, width in zip(line[1:], widths[1:], strict=True))]
        ).rstrip()
        for line in lines
    )


def main() -> None:
    """From the command line."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--language", choices=sorted(WORDS), default="en")
    given = ask.parse_args()
    release = Release(given.folder, given.language)
    print(flow(release))
    print()
    print(who5(release))


if __name__ == "__main__":
    main()
