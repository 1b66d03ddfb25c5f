"""What the evaluator is refused."""

from datetime import datetime

from app.common.problem import Bilingual, Problem


class ReleaseRecalled(Problem):
    """410: the release was published, and must not be used any more. Delete the files; `reason` says why."""

    status = 410
    code = "release-recalled"
    title = Bilingual("Release recalled", "Udgivelse trukket tilbage")
    default_detail = Bilingual(
        "The release was recalled. Delete what you have downloaded of it.",
        "Udgivelsen er trukket tilbage. Slet det, der er hentet af den.",
    )

    def __init__(self, recalled_at: datetime, reason: str | None) -> None:
        super().__init__(extensions={"recalled_at": recalled_at.isoformat(), "reason": reason})


class RangeNotSatisfiable(Problem):
    """416: the file ends before the bytes that were asked for; `Content-Range` has its size."""

    status = 416
    code = "range-not-satisfiable"
    title = Bilingual("Range not satisfiable", "Ugyldigt byteinterval")
    default_detail = Bilingual(
        "The file has no such bytes; Content-Range says how large it is.",
        "Filen har ikke de bytes; Content-Range oplyser dens størrelse.",
    )
