"""The frames of a build as tables with the labels of the table programme."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

import polars as pl

from app.evaluation.disclosure.declared import ALL, Declared, Label
from app.evaluation.disclosure.ladders import OTHERS
from app.evaluation.files.codebook import Column, Kind, Table
from app.evaluation.files.words import Words
from app.organisations.states import Programme
from app.reference import lists
from app.reference.places import municipalities

Places = Mapping[str, Words]
"""What each place's code is called: municipalities and projects by their names."""

_KEYS: Final = frozenset({"release", "period", "place_code"})
"""Columns whose codes another release may have more of."""
_PERIOD: Final = re.compile(r"(\d{4})(?:-?([QH])(\d))?", re.ASCII)
_FILES: Final[Mapping[str, Words]] = {
    "cells": Words("Antal borgere", "Counts of citizens"),
    "means": Words("Gennemsnit", "Means"),
    "moments": Words("Gennemsnitsvektor og kovarians", "Mean vector and covariance"),
    "cost": Words("Omkostninger pr. forløb", "Costs per course"),
}
_ALL: Final = Words("Alle", "All")


def names_of(projects: Mapping[str, str]) -> Places:
    """The names of all places: municipalities, the programmes with their "others", and these projects by code."""
    named = {code: Words(each.name, each.name) for code, each in municipalities().items()}
    for programme in Programme:
        words = Words(lists.label("programme", programme, "da"), lists.label("programme", programme, "en"))
        named[programme] = words
        named[f"{OTHERS}_{programme}"] = Words(f"{words.da}: øvrige projekter", f"{words.en}: other projects")
    return named | {code: Words(name, name) for code, name in projects.items()}


def tables_of(frames: Mapping[str, pl.DataFrame], declared: Declared, places: Places) -> tuple[Table, ...]:
    """The tables, in the order of the files.

    Args:
        frames: what a build publishes, by file.
        places: names of the places that occur; one without a name goes by its code.
    """
    return tuple(_table(name, frame, declared, places) for name, frame in frames.items())


def _table(name: str, frame: pl.DataFrame, declared: Declared, places: Places) -> Table:
    columns = tuple(_column(each, frame, declared, places) for each in frame.columns)
    return Table(name, _FILES[name], columns, frame)


def _column(name: str, frame: pl.DataFrame, declared: Declared, places: Places) -> Column:
    words = _words(declared.columns[name])
    kind = frame.schema[name]
    if kind == pl.Int64:
        return Column(name, Kind.INTEGER, words)
    if kind == pl.Float64:
        return Column(name, Kind.NUMBER, words)
    if name in _KEYS:
        return Column(name, Kind.KEY, words, _open_codes(name, frame[name].unique().sort(), declared, places))
    return Column(name, Kind.CODE, words, codes_of(name, declared))


def codes_of(column: str, declared: Declared) -> dict[str, Words]:
    """The closed list of a column, in the order of the programme."""
    if column == "table":
        return {code: _words(label) for code, label in declared.tables.items()}
    if column == "measure":
        return {code: _words(label) for code, label in declared.measures().items()}
    if column == "category":
        return _categories(declared)
    if column in {"variable_1", "variable_2"}:
        return _variables(declared)
    return {code: _words(label) for code, label in declared.codes[column].items()}


def _categories(declared: Declared) -> dict[str, Words]:
    """Every measure's categories. A code that means two things has both labels; the measure says which."""
    named: dict[str, list[Label]] = {}
    for measure in declared.measures():
        for code, label in declared.categories(measure).items():
            others = named.setdefault(code, [])
            if label not in others:
                others.append(label)
    return {
        code: Words(" / ".join(each.da for each in labels), " / ".join(each.en for each in labels))
        for code, labels in named.items()
    }


def _variables(declared: Declared) -> dict[str, Words]:
    named = {ALL: _ALL}
    for mean in declared.means.values():
        for variable, da, en in (
            (mean.start, f"{mean.da} ved start", f"{mean.en} at start"),
            (mean.end, f"{mean.da} ved slut", f"{mean.en} at end"),
            (mean.value, mean.da, mean.en),
        ):
            if variable is not None:
                named[variable] = Words(da, en)
    return named


def _open_codes(name: str, codes: Iterable[str], declared: Declared, places: Places) -> dict[str, Words]:
    fixed = {code: _words(label) for labels in declared.codes.values() for code, label in labels.items()}
    named: dict[str, Words] = {}
    for code in codes:
        if name == "place_code":
            named[code] = places.get(code) or fixed.get(code) or Words(code, code)
        else:
            named[code] = fixed.get(code) or _period(code)
    return named


def _period(code: str) -> Words:
    """`2025`, `2025H1` and `2025Q1` in words; anything else, such as a release's name, is its own."""
    found = _PERIOD.fullmatch(code)
    if found is None or found[2] is None:
        return Words(code, code)
    if found[2] == "Q":
        return Words(f"{found[3]}. kvartal {found[1]}", f"Quarter {found[3]} of {found[1]}")
    return Words(f"{found[3]}. halvår {found[1]}", f"Half-year {found[3]} of {found[1]}")


def _words(label: Label) -> Words:
    return Words(label.da, label.en)
