"""Files: what they may be called and hold, how large, sent once, saved and never opened; who gets them."""

import hashlib
import struct
import threading
import time
import zlib
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.grants import attachments, storage
from app.grants.media import MediaType
from app.grants.sniffing import require_harmless, sniffed
from tests.grants.support import PDF, Application, drafted, granted, line, refused, sent
from tests.resources.support import code_of, faults
from tests.support.world import World, nobody

LIMIT = 10 * 1024 * 1024


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
PNG += chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 20 + b"\xff\xd9"
WEBP = b"RIFF\x1a\0\0\0WEBPVP8L" + b"\0" * 12
TIFF = b"II\x2a\x00" + b"\0" * 20
GOOD = {"image/png": PNG, "image/jpeg": JPEG, "image/webp": WEBP, "image/tiff": TIFF, "application/pdf": PDF}
ENDING = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "image/tiff": "tif", "application/pdf": "pdf"}


def pdf(*objects: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\ntrailer\n<< >>\n%%EOF\n"


def object_stream(text: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    data = zlib.compress(text)
    return b"2 0 obj\n<< /Type /ObjStm /N 1 /Filter " + filters + b" >>\nstream\n" + data + b"\nendstream\nendobj"


PLAIN_STREAM = b"5 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj"
SCRIPT = b"1 0 obj\n<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj"

HARMLESS = zlib.compress(b"<< >>")


def spread(text: bytes) -> bytes:
    """As a PNG predictor of one column has it."""
    return b"".join(b"\0" + bytes([each]) for each in text)


async def content_path(it: Application, media: str = "application/pdf") -> str:
    file = await it.announce("documentation", f"Fil.{ENDING[media]}", media)
    return f"{it.path}/attachments/{file['id']}/content"


async def test_only_so_many_files_are_announced_and_not_sent(world: World) -> None:
    it = await drafted(world)
    files = [await it.announce("documentation") for _ in range(attachments.MOST_OUTSTANDING)]
    body = {"kind": "documentation", "file_name": "Fil.pdf", "media_type": "application/pdf"}
    over = await it.applicant.post(f"{it.path}/attachments", body)
    assert (over.status_code, code_of(over), over.json()["rules"]) == (
        409,
        "files-outstanding",
        ["files_without_content"],
    )
    path = f"{it.path}/attachments/{files[0]['id']}"
    assert (await sent(it.applicant, f"{path}/content", PDF, "application/pdf")).status_code == 200
    await it.announce("documentation")
    assert (await it.applicant.act(f"{it.path}/attachments/{files[1]['id']}/withdraw")).status_code == 200
    await it.announce("documentation")
    assert (await it.applicant.post(f"{it.path}/attachments", body)).status_code == 409
    await (await drafted(world)).announce("documentation")


@pytest.mark.parametrize("media", GOOD)
async def test_a_file_comes_back_as_it_was_sent(world: World, media: str) -> None:
    it = await drafted(world)
    path = await content_path(it, media)
    early = await it.applicant.get(path)
    assert (early.status_code, code_of(early)) == (409, "no-content")
    done = await sent(it.applicant, path, GOOD[media], media)
    assert done.status_code == 200, done.text
    digest = hashlib.sha256(GOOD[media]).hexdigest()
    assert (done.json()["size_bytes"], done.json()["sha256"]) == (len(GOOD[media]), digest)
    got = await it.applicant.get(path, accept="*/*")
    assert (got.status_code, got.content, got.headers["content-type"]) == (200, GOOD[media], media)
    assert got.headers["content-disposition"].startswith("attachment; filename*=UTF-8''Fil.")
    assert (got.headers["x-content-type-options"], got.headers["cache-control"]) == ("nosniff", "no-store")
    again = await it.applicant.get(path, accept="*/*", if_none_match=got.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    twice = await sent(it.applicant, path, GOOD[media], media)
    assert (twice.status_code, code_of(twice)) == (409, "already-given")


async def test_a_file_is_taken_back_from_a_draft_and_another_takes_its_place(
    world: World, superuser: AsyncEngine
) -> None:
    it = await drafted(world)
    await it.complete(line(100))
    wrong = await it.attach("documentation")
    path = f"{it.path}/attachments/{wrong}"
    other = await world.party("lysningen-coordinator-victim")
    assert (await other.post(f"{path}/withdraw", if_match='"none"')).status_code == 404
    assert (await it.agency.post(f"{path}/withdraw", if_match='"none"')).status_code == 403
    gone = await it.applicant.act(f"{path}/withdraw")
    assert (gone.status_code, gone.json()["withdrawn_at"] is not None) == (200, True)
    for answer in (
        await it.applicant.get(f"{path}/content", accept="*/*"),
        await it.applicant.act(f"{path}/withdraw"),
        await sent(it.applicant, f"{path}/content", PDF, "application/pdf"),
    ):
        assert (answer.status_code, code_of(answer)) == (409, "file-withdrawn")
    async with superuser.connect() as connection:
        kept = text("SELECT content FROM grant_attachment_content WHERE attachment_id = :file")
        assert (await connection.execute(kept, {"file": wrong})).scalar_one() == b""
    never_sent = await it.announce("other")
    assert (await it.applicant.act(f"{it.path}/attachments/{never_sent['id']}/withdraw")).status_code == 200
    right = await it.attach("documentation")
    await it.submit()
    seen = {each["id"] for each in (await it.read("/attachments", it.agency))["items"]}
    assert right in seen
    assert not seen & {wrong, never_sent["id"]}
    for part in ("", "/content"):
        assert (await it.agency.get(path + part, accept="*/*")).status_code == 404
    late = await it.applicant.act(f"{it.path}/attachments/{right}/withdraw")
    assert (late.status_code, late.json()["state"]) == (409, "submitted")


async def test_what_the_checklist_names_is_missing_once_it_is_taken_back(world: World) -> None:
    it = await drafted(world)
    await it.complete(line(100))
    for file in (await it.read("/attachments"))["items"]:
        assert (await it.applicant.act(f"{it.path}/attachments/{file['id']}/withdraw")).status_code == 200
    assert "/attachments" in [pointer for pointer, _ in refused(await it.act("submit"))]


async def test_the_bytes_say_what_a_file_is(world: World) -> None:
    it = await drafted(world)
    for media in GOOD:
        path = await content_path(it, media)
        for other, content in GOOD.items():
            if other != media:
                answer = await sent(it.applicant, path, content, media)
                assert (answer.status_code, faults(answer)) == (422, [("", "content_and_type")]), (media, other)
        for content in (b"", b"<svg/>", GOOD[media][1:], b"\n" + GOOD[media]):
            assert (await sent(it.applicant, path, content, media)).status_code == 422
        other = next(each for each in GOOD if each != media)
        assert faults(await sent(it.applicant, path, GOOD[media], other)) == [("", "content_and_type")]
        assert (await sent(it.applicant, path, GOOD[media], "text/html")).status_code == 415
        assert (await sent(it.applicant, path, GOOD[media], "application/json")).status_code == 415


def test_what_trails_a_file_is_no_part_of_it() -> None:
    assert sniffed(PDF + b"<script>") is None
    assert sniffed(PNG + b"PK\x03\x04") is None
    assert sniffed(JPEG + b"<html>") is None
    assert sniffed(PDF) is MediaType.PDF


@pytest.mark.parametrize(
    "content",
    [
        pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"),
        pdf(b"<< /S /J#61vaScript >>"),
        pdf(b"<< /S /Launch /F (cmd.exe) >>"),
        pdf(b"<< /Type /EmbeddedFile >>"),
        pdf(b"<< /Names << /EmbeddedFiles 3 0 R >> >>"),
        pdf(b"<< /AcroForm << /XFA 4 0 R >> >>"),
        pdf(b"<< /Encrypt 5 0 R >>"),
        pdf(object_stream(b"<< /S /JavaScript /JS (x) >>")),
        pdf(object_stream(b"<< /S /#4aavaScript >>")),
        pdf(object_stream(b"x" * 65 * 1024 * 1024)),
        pdf(b"<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nnot deflated\nendstream"),
        pdf(PLAIN_STREAM, SCRIPT),
        pdf(PLAIN_STREAM, b"7 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj", PLAIN_STREAM),
        pdf(b"% stream\n", SCRIPT, b"% endstream"),
        pdf(b"8 0 obj\n<< /S /SubmitForm /F (https://example.org) >>\nendobj"),
        pdf(PLAIN_STREAM, object_stream(SCRIPT)),
        pdf(PLAIN_STREAM, object_stream(b"<< /JS (x) >>")),
        pdf(object_stream(b"<< /JS (x) >>", b"/FlateDecode /X (" + b"a" * 2100 + b")")),
        pdf(object_stream(b"<< /JS (x) >>", b"/FlateDecode /X (>>stream\n" + HARMLESS + b"\nendstream)")),
        pdf(object_stream(spread(b"<< /JS (x) >>"), b"/FlateDecode /DecodeParms << /Predictor 12 /Columns 1 >>")),
        pdf(object_stream(b"<< /JS (x) >>").replace(b"ObjStm", b"Obj#53tm")),
        pdf(object_stream(b"<< >>")[:-30]),
        pdf(object_stream(b"#41" * 20 * 1024 * 1024)),
        pdf(*[object_stream(b"<< >>")] * 4097),
    ],
    ids=[
        "script", "escaped", "launch", "embedded", "names", "xfa", "encrypted", "in a stream", "escaped in a stream",
        "a bomb", "another filter", "behind a stream", "between streams", "between remarks", "a form that is sent",
        "second stream of objects", "second stream of objects, short", "long header", "stream in a header", "predicted",
        "escaped stream of objects", "cut short", "a bomb of escapes", "many streams of objects",
    ],
)  # fmt: skip
async def test_a_pdf_only_lies_there(world: World, content: bytes) -> None:
    it = await drafted(world)
    answer = await sent(it.applicant, await content_path(it), content, "application/pdf")
    assert (answer.status_code, faults(answer)) == (422, [("", "active_content")])


async def test_a_pdf_with_plain_streams_is_taken(world: World) -> None:
    it = await drafted(world)
    page = b"3 0 obj\n<< /Length 9 >>\nstream\n/JS is no\nendstream\nendobj"
    good = pdf(object_stream(b"<< /Type /Page /JSON 1 >>"), page)
    assert (await sent(it.applicant, await content_path(it), good, "application/pdf")).status_code == 200


async def test_a_file_is_looked_into_beside_the_server(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[threading.Thread] = []

    def looked(content: bytes, declared: MediaType) -> None:
        seen.append(threading.current_thread())
        require_harmless(content, declared)

    monkeypatch.setattr(attachments, "require_harmless", looked)
    it = await drafted(world)
    assert (await sent(it.applicant, await content_path(it), PDF, "application/pdf")).status_code == 200
    assert len(seen) == 1
    assert seen[0] is not threading.current_thread()


@pytest.mark.parametrize("filler", [b"#41", b"/", b"/J#61vaScrip", b"stream\nendstream ", b"1 0 obj<<"])
def test_no_filler_takes_long(filler: bytes) -> None:
    before = time.process_time()
    require_harmless(pdf(filler * (LIMIT // len(filler))), MediaType.PDF)
    assert time.process_time() - before < 4  # a tenth of that, where nothing else runs


async def test_as_large_as_the_limit_and_no_larger(world: World) -> None:
    it = await drafted(world)
    path = await content_path(it)
    whole = PDF[:9] + b"%" * (LIMIT - len(PDF)) + PDF[9:]
    answer = await sent(it.applicant, path, whole + b"\n", "application/pdf")
    assert (answer.status_code, answer.json()["limit_bytes"]) == (413, LIMIT)
    assert (await sent(it.applicant, path, whole, "application/pdf")).status_code == 200
    # Nothing else is read that far, and nothing at all from who is not signed in.
    large = await it.applicant.post(f"{it.path}/attachments", {"kind": "x" * 1_100_000})
    assert (large.status_code, large.json()["limit_bytes"]) == (413, 1_048_576)
    stranger = await world.http.put(path, content=whole, headers={"content-type": "application/pdf"})
    assert stranger.status_code == 401


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../hemmelig.pdf", "file_name"),
        ("a/b.pdf", "file_name"),
        ("a\\b.pdf", "file_name"),
        (".skjult.pdf", "file_name"),
        ("a..pdf", "file_name"),
        ('a".pdf', "file_name"),
        ("a\r\nSet-Cookie.pdf", "control_character"),
        ("a\u202efdp.pdf", "bidi_character"),
        ("intet", "file_name"),
        ("0101631234.pdf", "cpr_in_file_name"),
        ("Bilag 010163-1234.pdf", "cpr_in_file_name"),
        ("Bilag_010163 1234.pdf", "cpr_in_file_name"),
        ("010163_1234.pdf", "cpr_in_file_name"),
        ("010163--1234.pdf", "cpr_in_file_name"),
        ("010163 - 1234.pdf", "cpr_in_file_name"),
        ("010163,1234.pdf", "cpr_in_file_name"),
        ("01-01-63-1234.pdf", "cpr_in_file_name"),
        ("01(01)63 (1234).pdf", "cpr_in_file_name"),
        ("\uff10\uff11\uff10\uff11\uff16\uff13-\uff11\uff12\uff13\uff14.pdf", "file_name"),
        ("\u0660\u0661\u0660\u0661\u0666\u0663-1234.pdf", "file_name"),
        ("\u0440\u0430\u0443.pdf", "file_name"),
    ],
)
async def test_a_file_name_is_plain_and_neutral(world: World, name: str, code: str) -> None:
    it = await drafted(world)
    body = {"kind": "other", "file_name": name, "media_type": "application/pdf"}
    answer = await it.applicant.post(f"{it.path}/attachments", body)
    assert (answer.status_code, faults(answer)) == (422, [("/file_name", code)])
    assert name not in answer.text


async def test_names_keep_their_letters_and_agree_with_their_type(world: World) -> None:
    it = await drafted(world)
    path = await content_path(it)
    file = await it.announce("other", "Budget æøå (2).pdf")
    path = f"{it.path}/attachments/{file['id']}/content"
    await sent(it.applicant, path, PDF, "application/pdf")
    named = (await it.applicant.get(path)).headers["content-disposition"]
    assert named == "attachment; filename*=UTF-8''Budget%20%C3%A6%C3%B8%C3%A5%20%282%29.pdf"
    odd = {"kind": "other", "file_name": "Billede.pdf", "media_type": "image/png"}
    assert faults(await it.applicant.post(f"{it.path}/attachments", odd)) == [("", "extension_and_type")]


async def test_a_file_is_sent_from_its_present_version(world: World) -> None:
    it = await drafted(world)
    path = await content_path(it)
    stale = await sent(it.applicant, path, PDF, "application/pdf", **{"if-match": '"x"'})
    assert stale.status_code == 412
    bare = {"authorization": f"Bearer {it.applicant.token}", "content-type": "application/pdf"}
    assert (await it.applicant.http.put(path, content=PDF, headers=bare)).status_code == 428


async def test_an_announced_form_is_not_sent_after_submission(world: World) -> None:
    it = await drafted(world)
    late = await it.announce("application_form")
    await it.complete(line(100_000_000))
    other = await it.announce("documentation")
    await it.submit()
    answer = await sent(it.applicant, f"{it.path}/attachments/{late['id']}/content", PDF, "application/pdf")
    assert (answer.status_code, answer.json()["state"]) == (409, "submitted")
    path = f"{it.path}/attachments/{other['id']}/content"
    assert (await sent(it.applicant, path, PDF, "application/pdf")).status_code == 200


async def test_files_of_accounts_are_handed_in_with_them(world: World) -> None:
    it = await granted(world, line(100_000_000))
    account = await it.account()
    voucher, loose = await it.attach("voucher"), await it.attach("voucher")
    await it.voucher(account, 1, attachment_id=voucher)
    await it.audited(account, performance_audit=True)
    report = (await it.applicant.get(account)).json()["auditor_report_id"]

    async def seen() -> set[str]:
        listed = (await it.agency.get(f"{it.path}/attachments?limit=50")).json()["items"]
        found = {each["id"] for each in listed}
        for file in (voucher, report, loose):
            path = f"{it.path}/attachments/{file}"
            status = 200 if file in found else 404
            assert [(await it.agency.get(each)).status_code for each in (path, f"{path}/content")] == [status, status]
        return found & {voucher, report, loose}

    assert await seen() == set()
    assert (await it.applicant.act(f"{account}/submit")).status_code == 200
    assert await seen() == {voucher, report}


async def test_files_follow_their_application(world: World) -> None:
    it = await drafted(world)
    await it.complete(
        {"year": int(it.grant["starts_on"][:4]), "category": "salaries", "amount_oere": 1, "note": "Timer"}
    )
    file = (await it.read("/attachments"))["items"][0]["id"]
    paths = [f"{it.path}/attachments/{file}", f"{it.path}/attachments/{file}/content"]
    others = [it.agency, await world.party("lysningen-coordinator-victim"), await world.party("aarhus-coordinator")]
    for path in paths:
        assert [(await each.get(path)).status_code for each in others] == [404, 404, 404]
    await it.submit()
    for path in paths:
        assert [(await each.get(path)).status_code for each in others] == [200, 404, 404]
    assert (await sent(it.agency, paths[1], PDF, "application/pdf")).status_code == 403
    assert (await it.agency.get(f"{it.path}/attachments/{nobody()}/content")).status_code == 404
    other = await drafted(world)
    assert (await it.applicant.get(f"{other.path}/attachments/{file}")).status_code == 404


async def test_another_store_takes_the_place_of_the_database(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an object store implements, with a dictionary for the bucket."""
    bucket: dict[str, bytes] = {}

    class Bucket:
        async def put(self, _desk: Any, file: Any, content: bytes) -> None:
            bucket[str(file["id"])] = content

        async def get(self, _desk: Any, file: Any) -> bytes:
            return bucket[str(file["id"])]

    it = await drafted(world)
    monkeypatch.setitem(storage.STORES, "bucket", Bucket())
    monkeypatch.setattr(attachments, "DEFAULT_STORE", "bucket")
    path = await content_path(it)
    assert (await sent(it.applicant, path, PDF, "application/pdf")).status_code == 200
    assert list(bucket.values()) == [PDF]
    assert (await it.applicant.get(path)).content == PDF
    assert (await (await world.party("lysningen-coordinator-victim")).get(path)).status_code == 404
