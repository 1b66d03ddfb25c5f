"""What the attacker says of a release in place of a recalled one that is not what that one was."""

from collections.abc import Callable
from dataclasses import replace

import polars as pl
import pytest

from app.evaluation.attack.audit import audit, on_what_is_in_place, on_what_it_gives_away
from app.evaluation.disclosure.besides import known_to_each, own_of_each
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import COORDINATES, PUBLISHED, ROLLED_UP, SUPPRESSED
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.withheld import PARAMETER
from tests.evaluation.attack import truth
from tests.evaluation.attack.by_hand import behind, ledger
from tests.evaluation.attack.series import after_withdrawals
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, erased, known_by, programme

KNOWN = known_by(programme(1), 2023)


@pytest.fixture(scope="module")
def first() -> Built:
    return build(KNOWN, DECLARED, SECRET, "r", [2022])


def corrected(first: Built) -> Microdata:
    """One person's answer and costs are another's now."""
    one = first.ledger.filter(pl.col("file") == "moments")["persons"][0][0]
    end = pl.when(pl.col("person") == one).then(100 - pl.col("who5_end")).otherwise("who5_end")
    costs = KNOWN.costs.with_columns(dkk=pl.when(pl.col("person") == one).then(pl.col("dkk") * 9).otherwise("dkk"))
    return replace(KNOWN, persons=KNOWN.persons.with_columns(who5_end=end), costs=costs)


def made_again(second: Built, first: Built) -> Built:
    blind = build(corrected(first), DECLARED, SECRET, "r-2", [2022])
    return replace(second, means=blind.means, moments=blind.moments, cost=blind.cost)


def counts_made_again(second: Built, first: Built) -> Built:
    gone = first.ledger.filter(pl.col("file") == "cells", pl.col("measure") == "benefit")["persons"].explode().unique()
    blind = build(KNOWN.without(*gone.sort()[:25]), DECLARED, SECRET, "r-2", [2022])
    return replace(second, cells=blind.cells, ledger=blind.ledger)


def tallied_again(second: Built, first: Built) -> Built:
    """Those who have withdrawn since are tallied, one more for each of them."""
    gone = KNOWN.persons.filter(pl.col("identified_on").dt.year() == 2022).sort("person")[:6]
    blind = build(after_withdrawals(KNOWN, *gone["person"]), DECLARED, SECRET, "r-2", [2022])
    tally = pl.col("measure").is_in(list(DECLARED.tally))
    mutant = replace(second, cells=pl.concat([second.cells.filter(~tally), blind.cells.filter(tally)]))
    assert truth.again_by_few(first, second) == 0 < truth.again_by_few(first, mutant)
    assert truth.told_by_tallies(first, second, gone) == 0 < truth.told_by_tallies(first, mutant, gone)
    return mutant


def one_hidden(second: Built, _: Built) -> Built:
    at = second.means.with_row_index().filter(pl.col("status") == PUBLISHED)["index"][0]
    here = pl.int_range(pl.len()) == at
    numbers = [name for name, kind in second.means.schema.items() if kind != pl.String]
    hidden = second.means.with_columns(
        pl.when(here).then(pl.lit(SUPPRESSED)).otherwise("status").alias("status"),
        *(pl.when(~here).then(each).alias(each) for each in numbers),
    )
    return replace(second, means=hidden)


def one_shown(second: Built, _: Built) -> Built:
    at = second.means.with_row_index().filter(pl.col("status") == SUPPRESSED)["index"][0]
    here = pl.int_range(pl.len()) == at
    shown = second.means.with_columns(
        pl.when(here).then(pl.lit(PUBLISHED)).otherwise("status").alias("status"),
        pl.when(here).then(1.0).otherwise("mean").alias("mean"),
    )
    return replace(second, means=shown)


def of_others(second: Built, _: Built) -> Built:
    some = pl.int_range(pl.len()) == 0
    persons = pl.when(some).then(pl.col("persons").list.slice(1)).otherwise("persons")
    return replace(second, ledger=second.ledger.with_columns(persons))


def nobody_behind(second: Built, _: Built) -> Built:
    return replace(second, ledger=second.ledger.head(second.ledger.height // 2))


def erased_unsaid(second: Built, _: Built) -> Built:
    return replace(second, ledger=second.ledger.with_columns(removed=pl.lit(2, pl.Int64)))


def hidden_otherwise(second: Built, _: Built) -> Built:
    status = pl.when(pl.col("status") == SUPPRESSED).then(pl.lit(ROLLED_UP)).otherwise("status")
    return replace(second, cells=second.cells.with_columns(status.alias("status")))


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("mutate", "what"),
    [
        (made_again, "made again: another figure was read before"),
        (counts_made_again, "made again: another figure was read before"),
        (tallied_again, "made again: another figure was read before"),
        (one_hidden, "hidden, though it was read: it stood on its limit"),
        (one_shown, "shown, where nothing was shown before"),
        (of_others, "of others than the recalled release's figure"),
        (nobody_behind, "of others than the recalled release's figure"),
        (erased_unsaid, "of others than the recalled release's figure"),
        (hidden_otherwise, "hidden otherwise than before"),
    ],
)
def test_what_is_not_as_it_was_is_refused(first: Built, mutate: Callable[[Built, Built], Built], what: str) -> None:
    second = build(corrected(first), DECLARED, SECRET, "r-2", [2022], [first], supersedes=first)

    assert audit(second, [first], DECLARED, KNOWN) == []
    found = on_what_is_in_place(mutate(second, first), [first], KNOWN)
    assert what in {each.what for each in found}


@pytest.mark.usefixtures("quick")
def test_a_withheld_place_stays_withheld_and_tells_nothing(first: Built) -> None:
    projects = KNOWN.places.filter(pl.col("code") == "project-03").select("code", "programme").iter_rows()
    second = build(KNOWN, DECLARED, SECRET, "r-2", [2022], [first], supersedes=first, withheld=dict(projects))
    third = build(KNOWN, DECLARED, SECRET, "r-3", [2022], [first, second], supersedes=second)
    assert audit(third, [first, second], DECLARED, KNOWN) == []
    back = replace(third, cells=first.cells, means=first.means, parameters={**third.parameters, PARAMETER: {}})
    inside = second.cells.join(first.cells, on=COORDINATES, how="left", suffix="_before", maintain_order="left")
    under = replace(second, cells=second.cells.with_columns(inside["n_before"].alias("n")))
    for mutant in (back, under):
        found = on_what_is_in_place(mutant, [first, second], KNOWN)
        assert "shown, of a place that is withheld" in {each.what for each in found}


@pytest.mark.usefixtures("quick")
def test_what_was_recalled_for_what_it_disclosed_is_refused_once_more() -> None:
    loose = {"means_persons": 3, "means_cases": 2, "means_complement": 1, "moments_persons": 5, "moments_complement": 1}
    limits = DECLARED.thresholds.model_copy(update=loose)
    disclosing = build(KNOWN, DECLARED.model_copy(update={"thresholds": limits}), SECRET, "r", [2022])
    second = build(KNOWN, DECLARED, SECRET, "r-2", [2022], [disclosing], supersedes=disclosing)
    assert any(each.what.startswith("rests on") for each in audit(second, [disclosing], DECLARED, KNOWN))


def test_whoever_only_registered_somebody_does_not_know_the_answers() -> None:
    rows = {
        "a": [("identified_on", "town"), ("who5_start", "town"), ("who5_end", "town")],
        "b": [("identified_on", "town"), ("who5_start", "ngo"), ("who5_end", "ngo")],
        "c": [("identified_on", "town"), ("who5_start", "ngo"), ("who5_end", "town")],
    }
    told = [[{"variable": column, "by": by} for column, by in each] for each in rows.values()]
    persons = pl.DataFrame({"person": [*rows], "told_by": told, "recipients": [None, ["evaluator"], None]})

    own = own_of_each(known_to_each(persons), DECLARED.means["who5"].variables)

    assert set(own) == {frozenset(each) for each in ("a", "b", "ac", "bc")}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("inside", [True, False], ids=["of the few", "another"])
def test_what_was_recalled_for_what_it_disclosed_is_refused_after_an_erasure_too(*, inside: bool) -> None:
    """How many are behind a figure stays known: an erasure lets nothing out that was refused."""
    loose = {"means_persons": 3, "means_cases": 2, "means_complement": 1, "moments_persons": 5}
    limits = DECLARED.thresholds.model_copy(update=loose)
    first = build(KNOWN, DECLARED.model_copy(update={"thresholds": limits}), SECRET, "r", [2022])
    few = min(first.ledger.filter(pl.col("file") == "means")["persons"], key=len).to_list()
    everybody = first.ledger["persons"].explode().unique().sort().to_list()
    gone = few[:1] if inside else [each for each in everybody if each not in few][:1]
    left = replace(first, ledger=erased(first.ledger, gone))
    second = build(KNOWN, DECLARED, SECRET, "r-2", [2022], [left], supersedes=left)

    found = audit(second, [left], DECLARED, KNOWN)

    assert any(each.what.startswith(f"rests on {len(few)} persons") for each in found)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("apart", "gone", "refused"),
    [(2, (0, 0), True), (2, (3, 4), True), (2, (4, 4), False), (0, (1, 0), False)],
    ids=["nobody erased", "few for certain", "maybe enough", "maybe the same"],
)
def test_what_differs_by_a_few_does_whoever_was_erased(
    first: Built, apart: int, gone: tuple[int, int], *, refused: bool
) -> None:
    """Two figures: how many they differ by at most, whoever those are that were erased from each."""
    whole, part = ({**behind(range(40 - less)), "removed": many} for less, many in zip((0, apart), gone, strict=True))
    left = replace(first, ledger=ledger({**whole, "release": "r"}, {**part, "release": "r", "track": "victim"}))
    second = build(KNOWN, DECLARED, SECRET, "r-2", [2022], [left], supersedes=left)

    found = {each.what for each in on_what_it_gives_away(second, [left], DECLARED)}

    assert any("figures together tell of" in each for each in found) == refused


def test_whoever_was_erased_from_different_figures_is_not_taken_for_one(first: Built) -> None:
    """Of another release, or where nobody is left: seven figures of one each are of seven, and nobody is in all."""
    counts = {"file": "cells", "measure": "followed_up"}
    alone = [{**behind([], place_code=f"{at}", **counts), "release": "r", "removed": 1} for at in range(7)]
    means = [{**behind(range(30 * at, 30 * at + 30)), "release": name, "removed": 5} for at, name in enumerate("rq")]
    left = replace(first, ledger=ledger(*alone, means[0]))
    other = replace(first, ledger=ledger(means[1]), parameters={**first.parameters, "release": "q"})
    second = build(KNOWN, DECLARED, SECRET, "r-2", [2022], [left], supersedes=left)

    found = {each.what for each in on_what_it_gives_away(second, [left, other], DECLARED)}

    assert not [each for each in found if "stand behind more than" in each or "figures together tell of" in each]
