"""The codebook as DDI-Codebook 2.5, which data archives and statistical offices read.

Element order is the schema's. What has no place there (the noise, who approved) stands in `datapackage.json`.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from app.evaluation.files.codebook import SUPPRESSED, Column, Kind, Table
from app.evaluation.files.release import Release
from app.evaluation.files.words import Words

_NAMESPACE: Final = "ddi:codebook:2_5"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_DISTRIBUTOR: Final = "Interventionsmodellen"


def ddi(release: Release, tables: Sequence[Table], files: Mapping[str, bytes]) -> bytes:
    """The document.

    Args:
        files: all files written so far, by name; each table's CSV is among them.
    """
    ET.register_namespace("", _NAMESPACE)
    root = ET.Element(_name("codeBook"), {"version": "2.5", f"{{{_XML}}}lang": "en"})
    _study(root, release)
    for table in tables:
        _file(root, table, files[f"{table.name}.csv"])
    data = _child(root, "dataDscr")
    for table in tables:
        for column in table.columns:
            _variable(data, table, column)
    ET.indent(root, " ")
    out = io.BytesIO()
    ET.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue() + b"\n"


def _name(local: str) -> str:
    return f"{{{_NAMESPACE}}}{local}"


def _child(parent: ET.Element, tag: str, text: str = "", /, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, _name(tag), attributes)
    element.text = text or None
    return element


def _labels(parent: ET.Element, words: Words) -> None:
    for language, text in (("en", words.en), ("da", words.da)):
        _child(parent, "labl", text).set(f"{{{_XML}}}lang", language)


def _study(root: ET.Element, release: Release) -> None:
    study = _child(root, "stdyDscr")
    citation = _child(study, "citation")
    title = _child(citation, "titlStmt")
    _child(title, "titl", release.words.en)
    _child(title, "parTitl", release.words.da).set(f"{{{_XML}}}lang", "da")
    _child(title, "IDNo", release.id)
    distributed = _child(citation, "distStmt")
    _child(distributed, "distrbtr", _DISTRIBUTOR)
    information = _child(study, "stdyInfo")
    _child(
        information,
        "abstract",
        "Anonymised counts, means, moments and costs. Counts are perturbed; what is small or would tell of few is not "
        "shown. No row is a person." + (" Synthetic: all people are invented." if release.sandbox else ""),
    )
    summary = _child(information, "sumDscr")
    for period in release.periods:
        for event in ("start", "end"):
            _child(summary, "timePrd", str(period.get("code", "")), event=event, date=str(period[event]))
    _child(summary, "anlyUnit", "Group of citizens")
    _child(summary, "dataKind", "Aggregate data")


def _file(root: ET.Element, table: Table, content: bytes) -> None:
    file = _child(root, "fileDscr", ID=f"F_{table.name}")
    text = _child(file, "fileTxt")
    _child(text, "fileName", f"{table.name}.csv")
    _child(text, "fileCont", table.words.en)
    dimensions = _child(text, "dimensns")
    _child(dimensions, "caseQnty", str(table.frame.height))
    _child(dimensions, "varQnty", str(len(table.columns)))
    _child(text, "fileType", "text/csv; charset=utf-8")
    # An element of its own for checksums came only with later revisions of 2.5.
    _child(file, "notes", hashlib.sha256(content).hexdigest(), type="checksum", subject="SHA-256")


def _variable(data: ET.Element, table: Table, column: Column) -> None:
    variable = _child(
        data,
        "var",
        ID=f"V_{table.name}_{column.name}",
        name=column.name,
        files=f"F_{table.name}",
        intrvl="contin" if column.kind is Kind.NUMBER else "discrete",
    )
    _labels(variable, column.words)
    if column.measured:
        category = _child(variable, "catgry", missing="Y")
        _child(category, "catValu", "")
        _labels(category, SUPPRESSED)
    for code, words in column.codes.items():
        category = _child(variable, "catgry")
        _child(category, "catValu", code)
        _labels(category, words)
    _child(variable, "varFormat", type="numeric" if column.measured else "character")
