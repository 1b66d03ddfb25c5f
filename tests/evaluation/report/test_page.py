"""The page says what the tables say, in both languages, and needs nothing from elsewhere."""

import json
import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from app.common.problem import Language
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import declared
from app.evaluation.files.codebook import Table
from app.evaluation.files.datapackage import datapackage
from app.evaluation.files.programme import names_of, tables_of
from app.evaluation.files.release import KEPT, Release
from app.evaluation.files.words import Words
from app.evaluation.report.figures import Change, Scale, figures_of
from app.evaluation.report.numbers import decimal, whole
from app.evaluation.report.page import reports_of
from app.evaluation.report.pictures import change_picture, count_said
from app.evaluation.report.serving import page_policy
from app.evaluation.synthetic import Shape, synthetic
from app.reference.lists import label

HOSTILE = '<b>Projekt</b> & "Søn"'


@pytest.fixture(scope="module")
def made() -> tuple[Release, tuple[Table, ...]]:
    microdata = synthetic(3, Shape(citizens=400, years=(2024,)))
    built = build(microdata, declared(), b"k" * 32, "2024", (2024,))
    projects = {code: HOSTILE for level, code, _ in microdata.places.iter_rows() if level == "project"}
    about = Release("id", "2024", Words("Tal", "Figures"), microdata.taken_at.isoformat(), parameters=built.parameters)
    return about, tables_of(built.published(), declared(), names_of(projects))


@pytest.fixture(scope="module")
def pages(made: tuple[Release, tuple[Table, ...]]) -> dict[str, str]:
    return {name: page.decode() for name, page in reports_of(*made).items()}


class Reader(HTMLParser):
    """Everything that a browser might fetch or run, and the nesting."""

    VOID = frozenset({"meta", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name != "style"
            if name in {"src", "href", "action", "data"}:
                self.fetched.append(str(value))
            if name == "id":
                self.ids.append(str(value))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(("language", "least"), [("da", "mindst"), ("en", "at least")])
def test_what_is_not_shown_is_not_nobody(made: tuple[Release, tuple[Table, ...]], language: str, least: str) -> None:
    """Of a programme that is withheld no quarter is shown, of another one all but one."""
    about, tables = made
    cells = next(each for each in tables if each.name == "cells")
    steps = figures_of(about, tables).flows[0].steps
    for hidden in (pl.col("period").str.ends_with("Q1"), pl.lit(value=True)):
        frame = cells.frame.with_columns(pl.when(~hidden).then("n").alias("n"))
        some = [replace(cells, frame=frame), *(each for each in tables if each is not cells)]
        page = reports_of(about, some)[f"report.{language}.html"].decode()
        flow = page[(at := page.index("flow0-title")) : page.index("<h2", at)]
        assert "0 ± 0" not in flow
        told = "–" if (every := frame["n"].null_count() == frame.height) else least
        assert flow.count(told) >= 2 * len(steps)  # in the picture and in the table
        assert (re.search(r"\d ± \d", flow) is None) == every


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_whole_and_fetches_nothing(pages: dict[str, str], language: str) -> None:
    page = pages[f"report.{language}.html"]
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    assert reader.fetched == ["data:,", "report.en.html" if language == "da" else "report.da.html"]
    assert not {"script", "img", "iframe", "object", "form"} & set(reader.seen)
    assert len(reader.ids) == len(set(reader.ids))
    assert "<b>" not in page
    assert "&lt;b&gt;Projekt" in page
    policy = page_policy(page.encode())
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert policy.removesuffix("; frame-ancestors 'none'") in page


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pictures_and_the_tables_have_the_same_numbers(
    made: tuple[Release, tuple[Table, ...]], pages: dict[str, str], language: str
) -> None:
    page, figures = pages[f"report.{language}.html"], figures_of(*made)
    pictures = [ET.fromstring(each) for each in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]  # noqa: S314 - our own
    assert len(pictures) == len(figures.flows) + sum(bool(each.changes) for each in figures.scales)
    texts = ["".join(each.itertext()) for each in pictures]
    tables = re.findall(r"<table>.*?</table>", page, re.DOTALL)
    kind: Language = "da" if language == "da" else "en"
    for step in figures.flows[0].steps:
        number = count_said(step, kind)
        assert step.n is not None
        assert f"{whole(step.n, kind)} ± {decimal(step.deviation, kind)}" in number
        assert number in texts[0]
        assert number in tables[0]
    for each in figures.scales[0].changes:
        assert decimal(each.change, kind, signed=True) in texts[1]
        assert each.low < each.change < each.high


def test_its_numbers_are_those_of_the_files(made: tuple[Release, tuple[Table, ...]]) -> None:
    about, tables = made
    cells, means = tables[0].frame, tables[1].frame
    figures = figures_of(about, tables)
    flow = cells.filter(
        (pl.col("table") == "flow_quarter")
        & (pl.col("place_level") == "programme")
        & (pl.col("period_type") == "quarter")
    )
    assert {each.words.en: each.n for each in figures.flows[0].steps} == {
        declared().measures()[measure].en: total
        for measure, total in flow.group_by("measure").agg(pl.col("n").sum()).iter_rows()
    }
    shown = means.filter((pl.col("table") == "outcome_place") & (pl.col("status") == "published"))
    for scale, measure in zip(figures.scales, ("who5", "recovery"), strict=True):
        assert len(scale.changes) == shown.filter(pl.col("measure") == measure).height > 0
    for table, told in zip(tables, figures.shown, strict=True):
        assert sum(told.counts.values()) == table.frame.height


def test_the_words_have_this_releases_own_limits(made: tuple[Release, tuple[Table, ...]]) -> None:
    about, tables = made
    other = {**about.parameters, "thresholds": {**about.parameters["thresholds"], "means_persons": 77}}
    page = reports_of(Release("id", "x", about.words, about.snapshot_at, parameters=other), tables)["report.da.html"]
    assert "mindst 77 personer" in page.decode()
    assert "{" not in re.sub(r"<style>.*?</style>", "", page.decode(), flags=re.DOTALL)


def test_in_place_of_a_recalled_release_it_says_what_is_kept(made: tuple[Release, tuple[Table, ...]]) -> None:
    release, tables = made
    after = replace(release, supersedes=("2023",))
    for about, said in ((release, False), (after, True)):
        pages = reports_of(about, tables)
        told = json.loads(datapackage(about, tables, {f"{each.name}.csv": b"" for each in tables}))
        page = pages["report.en.html"].decode()
        kept = {"da": escape(KEPT.da), "en": escape(KEPT.en)}
        assert [kept[each] in pages[f"report.{each}.html"].decode() for each in kept] == [said, said]
        assert ("kept" in told, "kept_da" in told) == (said, said)
        # The data were read when the recalled one was built.
        assert ["those of the recalled release 2023." in page, "The data were read at" in page] == [said, not said]


def test_of_a_long_name_the_picture_keeps_what_tells_rows_apart() -> None:
    programme = Words(*(label("programme", "municipal_maturation_2022_2025", each) for each in ("da", "en")))
    endless = Words(
        *(f"{label('programme', 'intervention_model_2022_2024', each)} {'og ' * 99}" for each in ("da", "en"))
    )
    tracks = [Words("I alt", "All"), Words("Voldsudsat", "Victim"), Words("Voldsudøver", "Perpetrator")]
    changes = tuple(
        Change(place, Words("2024", "2024"), track, 40, 40, 50, 10, 8, 12)
        for place in (programme, endless)
        for track in tracks
    )
    picture = ET.fromstring(change_picture(Scale(Words("WHO-5", "WHO-5"), changes), "da", "x"))  # noqa: S314
    said = [each.text or "" for each in picture if each.tag.endswith("text")]
    beside = [f"2024, {track.da}" for track in tracks]
    cut = said[said.index(programme.da) + 1 + 2 * len(beside)]
    assert [each for each in said if each in {programme.da, cut, *beside}] == [programme.da, *beside, cut, *beside]
    assert endless.da.startswith(cut.removesuffix("…"))
    assert 90 < len(cut) < 100


def test_a_release_of_few_has_a_page_too() -> None:
    microdata = synthetic(5, Shape(citizens=12, years=(2024,), projects=1, small_project=2))
    built = build(microdata, declared(), b"k" * 32, "small", (2024,))
    about = Release("id", "small", Words("Tal", "Figures"), microdata.taken_at.isoformat(), parameters=built.parameters)
    page = reports_of(about, tables_of(built.published(), declared(), names_of({})))["report.en.html"].decode()
    assert "No group is large enough to be shown." in page


def test_numbers_as_each_language_writes_them() -> None:
    assert (whole(12345, "da"), whole(12345, "en")) == ("12.345", "12,345")
    assert (decimal(-1.25, "da", signed=True), decimal(1.5, "en", signed=True)) == ("−1,2", "+1.5")
