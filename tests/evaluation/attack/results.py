"""What the attackers achieved, programme by programme: kept in a file as each is done, and shown as one table."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np

from app.evaluation.disclosure.declared import declared
from tests.evaluation.attack import campaign
from tests.evaluation.attack.campaign import Rate

_ROOT = Path(__file__).parents[3]
_SOURCES = _ROOT / "app" / "evaluation", Path(__file__).parent


def fingerprint() -> str:
    """Of the builder, the auditor and the attackers: what others made is no result of theirs."""
    digest = hashlib.sha256()
    for path in sorted(each for folder in _SOURCES for each in folder.rglob("*")):
        if path.suffix in {".py", ".toml"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def all_of(citizens: int, seed: int) -> list[Rate]:
    """All rates of one invented programme."""
    return list(campaign.rates(seed, citizens, declared()))


@dataclass
class Results:
    """The rates of each programme (citizens, seed), in a file of JSON Lines that may be taken up again."""

    file: Path
    code: str = field(default_factory=fingerprint)
    done: dict[tuple[int, int], list[Rate]] = field(default_factory=dict)

    @classmethod
    def kept_in(cls, folder: Path) -> "Results":
        """With what is there already of this very code."""
        folder.mkdir(parents=True, exist_ok=True)
        results = cls(folder / "attack.jsonl")
        lines = results.file.read_text(encoding="utf-8").splitlines() if results.file.exists() else []
        for line in lines:
            if line.endswith("}") and (row := json.loads(line))["code"] == results.code:
                results.done[row["citizens"], row["seed"]] = [Rate(**each) for each in row["rates"]]
        return results

    def add(self, citizens: int, seed: int, found: list[Rate]) -> None:
        """Keep what was found on one programme."""
        self.done[citizens, seed] = found
        row = {"code": self.code, "citizens": citizens, "seed": seed, "rates": [asdict(each) for each in found]}
        with self.file.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps(row))

    def only(self, programmes: Iterable[tuple[int, int]]) -> "Results":
        """Of these programmes alone."""
        return replace(self, done={each: self.done[each] for each in programmes if each in self.done})

    def sizes(self) -> dict[int, int]:
        """How many programmes there are of each number of citizens."""
        numbers = sorted({citizens for citizens, _ in self.done})
        return {each: sum(citizens == each for citizens, _ in self.done) for each in numbers}

    def by_attack(self) -> dict[tuple[str, str], dict[int, list[Rate]]]:
        """Attacker and method: the rates by number of citizens."""
        found: dict[tuple[str, str], dict[int, list[Rate]]] = {}
        for (citizens, _), of_one in sorted(self.done.items()):
            for rate in of_one:
                found.setdefault((rate.attacker, rate.method), {}).setdefault(citizens, []).append(rate)
        return found

    def missed(self) -> list[str]:
        """The targets that were missed, with the attacker and the method."""
        every = self.by_attack()
        return [f"{attacker} ({method})" for (attacker, method), by_size in every.items() if _wrong(by_size)]

    def table(self) -> str:
        """Means over the programmes of a size, the worst of all programmes, and what is wanted of which."""
        head = "".join(f"{f'{size} (x{times})':>13}" for size, times in self.sizes().items())
        return "\n".join([f"{'':3}{'attacker':49}{'method':27}{head}{'worst':>10}  wanted", *self._rows()])

    def _rows(self) -> Iterator[str]:
        for (attacker, method), by_size in self.by_attack().items():
            means = "".join(f"{_mean(by_size[each]).part:13.3f}" for each in self.sizes())
            first, *_ = next(iter(by_size.values()))
            parts = [each.part for rates in by_size.values() for each in rates]
            worst = min(parts) if np.isfinite(first.at_least) else max(parts)
            miss = "  MISSED" if _wrong(by_size) else ""
            yield f"{first.target:3}{attacker:49}{method:27}{means}{worst:10.3f}  {_wanted(first)}{miss}"


def _mean(rates: list[Rate]) -> Rate:
    return replace(rates[0], part=float(np.mean([each.part for each in rates])))


def _wrong(by_size: dict[int, list[Rate]]) -> bool:
    judged = [each for rates in by_size.values() for each in ([_mean(rates)] if rates[0].of_many else rates)]
    return not all(each.as_it_should_be for each in judged)


def _wanted(rate: Rate) -> str:
    least = f">= {rate.at_least:g}" if np.isfinite(rate.at_least) else ""
    most = f"<= {rate.at_most:g}" if np.isfinite(rate.at_most) else ""
    of_many = " on average" if rate.of_many else ""
    return f"{least}{most}{of_many}" if least or most else ""
