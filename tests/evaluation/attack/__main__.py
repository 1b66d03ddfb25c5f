"""`make attack`: every attacker against every method over many invented programmes, and how often each succeeds.

Each programme's result is kept as it is done: a run that was broken off goes on where it was with `--results`.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from tests.evaluation.attack.results import Results, all_of

_THREADS = ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_BESIDES = "9: the evaluator's login is tried on every table by tests/boundary/test_direct_sql.py."


def main() -> int:
    arguments = _arguments()
    results = Results.kept_in(arguments.results or Path(tempfile.mkdtemp(prefix="attack-")))
    wanted = [(citizens, seed) for seed in range(arguments.seeds) for citizens in arguments.citizens]
    print(f"{len(wanted)} programmes; each is kept as it is done, in {results.file}", flush=True)
    _go_over([each for each in wanted if each not in results.done], results, arguments)
    every = results.only(wanted)
    missed = every.missed()
    print(f"\n{every.table()}\n\n{_BESIDES}\n{'Missed: ' + '; '.join(missed) if missed else 'No target is missed.'}")
    return 1 if missed else 0


def _go_over(programmes: Sequence[tuple[int, int]], results: Results, arguments: argparse.Namespace) -> None:
    """Attack them all; say what was found as it is found, and show the table whenever a seed is through."""
    # Programmes stand side by side: the libraries' threads within each would wait for one another.
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    began = time.monotonic()
    with ProcessPoolExecutor(arguments.processes, get_context("spawn")) as pool:
        running = {pool.submit(all_of, *each): each for each in programmes}
        for number, done in enumerate(as_completed(running), start=1):
            citizens, seed = running[done]
            if done.exception():
                pool.shutdown(cancel_futures=True)
            results.add(citizens, seed, done.result())
            wrong = [f"{each.attacker} {each.part:.3f}" for each in results.done[citizens, seed] if each.is_wrong_alone]
            minutes = (time.monotonic() - began) / 60
            found = f"MISSED: {'; '.join(wrong)}" if wrong else "as it should be"
            print(
                f"{number}/{len(programmes)}, {minutes:.1f} min: {citizens} citizens, seed {seed}: {found}", flush=True
            )
            if all((size, seed) in results.done for size in arguments.citizens):
                print(f"\n{results.table()}\n", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make attack", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--citizens", type=int, nargs="+", default=[300, 1000, 3000])
    parser.add_argument("--processes", type=int, choices=(1, 2), default=2, help="side by side")
    parser.add_argument("--results", type=Path, help="a folder to keep results in, or to take up what was kept there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
