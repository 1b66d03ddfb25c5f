"""A campaign goes on where it was broken off, and says which target is missed."""

from pathlib import Path

from tests.evaluation.attack.campaign import Rate
from tests.evaluation.attack.results import Results


def guessed(part: float) -> Rate:
    return Rate("guess", "releases", part, at_most=0.03, target="5", of_many=True)


def found(times: float) -> Rate:
    return Rate("found", "releases", times, at_most=0, target="3")


def test_what_is_done_is_kept_and_what_other_code_did_is_not(tmp_path: Path) -> None:
    results = Results.kept_in(tmp_path)
    results.add(300, 0, [guessed(0.01), found(0)])
    with results.file.open("a", encoding="utf-8") as file:
        file.write('\n{"citizens": 300, "seed": 1, "co')  # broken off while it was written

    again = Results.kept_in(tmp_path)
    assert again.done == {(300, 0): [guessed(0.01), found(0)]}
    again.add(300, 1, [guessed(0.02), found(0)])
    assert set(Results.kept_in(tmp_path).done) == {(300, 0), (300, 1)}

    results.code = "another"
    results.add(300, 2, [guessed(0.02), found(0)])
    assert set(Results.kept_in(tmp_path).done) == {(300, 0), (300, 1)}


def test_a_rate_is_judged_over_many_programmes_and_what_must_never_be_on_each(tmp_path: Path) -> None:
    results = Results.kept_in(tmp_path)
    results.add(300, 0, [guessed(0.05), found(0)])
    results.add(300, 1, [guessed(0.0), found(0)])
    assert results.missed() == []

    results.add(1000, 0, [guessed(0.0), found(1)])
    assert results.missed() == ["found (releases)"]
    rows = [line for line in results.table().splitlines() if "MISSED" in line]
    assert len(rows) == 1
    assert rows[0].split() == ["3", "found", "releases", "0.000", "1.000", "1.000", "<=", "0", "MISSED"]
