"""The DDI document held against the part of DDI-Codebook 2.5's schema that it uses.

No package carries the schema, and the whole of it is 400 KB with XHTML and Dublin Core beside it. So the content models
of the elements that we write stand here, as `codebook.xsd` (2012-01-17) has them: whatever is not here is not used.
"""

import re
from xml.etree import ElementTree as ET

import pytest

DDI, XML = "{ddi:codebook:2_5}", "{http://www.w3.org/XML/1998/namespace}"
MODELS = {
    "codeBook": "docDscr* stdyDscr+ fileDscr* dataDscr* otherMat*",
    "stdyDscr": "citation+ studyAuthorization* stdyInfo* studyDevelopment* method* dataAccs* othrStdyMat* notes*",
    "citation": "titlStmt rspStmt? prodStmt? distStmt? serStmt* verStmt* biblCit? holdings* notes*",
    "titlStmt": "titl subTitl* altTitl* parTitl* IDNo*",
    "distStmt": "distrbtr* contact* depositr* depDate* distDate?",
    "stdyInfo": "studyBudget* subject* abstract* sumDscr* qualityStatement? notes* exPostEvaluation*",
    "sumDscr": "timePrd* collDate* nation* geogCover* geogUnit* geoBndBox? boundPoly? anlyUnit* universe* dataKind*",
    "fileDscr": "fileTxt* locMap? notes*",
    "fileTxt": "fileName? fileCitation? fileCont? fileStrc? dimensns? fileType? format? filePlac? dataChck* ProcStat? "
    "dataMsng? software* verStmt?",
    "dimensns": "caseQnty* varQnty* logRecL* recPrCas* recNumTot*",
    "dataDscr": "varGrp* nCubeGrp* var* nCube* notes*",
    "var": "location* labl* imputation? security? embargo? respUnit? anlysUnit? qstn* valrng* invalrng* undocCod* "
    "universe* TotlResp? sumStat* txt* stdCatgry* catgryGrp* catgry* codInstr* verStmt* concept* derivation? "
    "varFormat? geoMap* catLevel* notes*",
    "catgry": "catValu? labl* txt* catStat* mrow?",
}
"""Elements in their order: once, or at most once (`?`), any number (`*`), at least once (`+`)."""
TEXTS = (
    *("titl", "parTitl", "IDNo", "distrbtr", "abstract", "timePrd", "anlyUnit", "dataKind", "fileName", "fileCont"),
    *("caseQnty", "varQnty", "fileType", "notes", "labl", "catValu", "varFormat"),
)
"""Elements that hold text alone, here."""
ATTRIBUTES: dict[str, dict[str, str | None]] = {
    "codeBook": {"version": "2[.]5"},
    "var": {"name": ".+", "files": None, "intrvl": "contin|discrete"},
    "catgry": {"missing": "Y|N"},
    "varFormat": {"type": "numeric|character"},
    "timePrd": {"event": "start|end|single", "date": r"\d{4}(-\d\d(-\d\d)?)?"},
    "notes": {"type": ".+", "subject": ".+"},
}
"""Besides `ID` and `xml:lang`, which every element may have. None: ids of the document."""
REQUIRED = {("codeBook", "version"), ("var", "name")}


def faults(document: bytes) -> list[str]:
    root = ET.fromstring(document)  # noqa: S314 - written by ourselves
    found = [] if root.tag == f"{DDI}codeBook" else [f"the root is {root.tag}"]
    ids = [each.attrib["ID"] for each in root.iter() if "ID" in each.attrib]
    whole = re.compile(r"[A-Za-z_][\w.-]*")
    found += [f"{each} is no id, or two" for each in ids if ids.count(each) > 1 or not whole.fullmatch(each)]
    for element in root.iter():
        name = element.tag.removeprefix(DDI)
        found += _children(name, element)
        found += [f"{name} lacks {each}" for of, each in REQUIRED if of == name and each not in element.attrib]
        for attribute, value in element.attrib.items():
            if attribute in {"ID", f"{XML}lang"}:
                continue
            pattern = ATTRIBUTES.get(name, {}).get(attribute, "")
            if pattern is None:
                found += [f"{attribute} of {name} names {each}" for each in value.split() if each not in ids]
            elif not re.fullmatch(pattern, value):
                found.append(f"{name} has {attribute}={value}")
    return found


def _children(name: str, element: ET.Element) -> list[str]:
    children = [each.tag.removeprefix(DDI) for each in element]
    if name not in MODELS:
        return [] if name in TEXTS and not children else [f"{name} holds {children}"]
    parts = (re.fullmatch(r"(\w+)(\W?)", each) for each in MODELS[name].split())
    model = "".join(f"(?:{part[1]} ){part[2]}" for part in parts if part)
    text = (element.text or "").strip()
    fits = re.fullmatch(model, "".join(f"{each} " for each in children)) and not text
    return [] if fits else [f"{name} holds {children} {text}"]


def test_the_codebook_is_what_the_schema_asks_for(files: dict[str, bytes]) -> None:
    assert faults(files["codebook.ddi.xml"]) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("<titl>", "<title>", "titlStmt holds"),
        ('<catgry missing="Y">', '<catgry missing="yes">', "catgry has missing=yes"),
        ('files="F_cells"', 'files="F_cell"', "names F_cell"),
        (' name="sex"', "", "var lacks name"),
        ('ID="F_codes"', 'ID="F_cells"', "F_cells is no id, or two"),
        ("<anlyUnit>", "<dataKind>x</dataKind><anlyUnit>", "sumDscr holds"),
        (' version="2.5"', ' version="2.6"', "codeBook has version=2.6"),
    ],
)
def test_what_the_schema_refuses_is_found(files: dict[str, bytes], before: str, after: str, fault: str) -> None:
    written = files["codebook.ddi.xml"].decode()
    assert before in written
    spoilt = written.replace(before, after).replace("</titl>", "</title>" if "title" in after else "</titl>")
    assert any(fault in each for each in faults(spoilt.encode()))
