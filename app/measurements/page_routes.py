"""The citizen's page over HTTP: HTML, whatever happens; no token, no cookie."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import Path, Query, Request
from fastapi.responses import HTMLResponse, Response

from app.auth.link_holder import ANSWERER
from app.common.errors import MalformedBody, NotFound, UnsupportedMediaType
from app.common.languages import preferred_language
from app.common.problem import Bilingual, Language, Problem
from app.gate.cells import CREATE, READ, by_link, open_to_all
from app.gate.desk import Desk
from app.gate.route import GatedRouter
from app.measurements import answering, page
from app.measurements.links import PATH

router = GatedRouter(prefix=PATH, tags=["Answering"])

FORM = "application/x-www-form-urlencoded"
MOST_BYTES = 16 * 1024
"""A hundred items with the longest ids fit."""
_BOTH: tuple[Language, ...] = ("da", "en")
_DIGITS = 3
Secret = Annotated[str, Path(alias="secret", description="The link's own.")]
_HTML: Any = {"content": {"text/html": {"schema": {"type": "string"}}}}
_GONE: Any = {404: {"description": "Used, ended, expired or never there: one page for all of them.", **_HTML}}
_WRONG: Any = {
    status: {"description": "A page in the citizen's language.", **_HTML}
    for status in (400, 403, 408, 413, 414, 415, 429, 431, 500, 503)
}


class FromElsewhere(Problem):
    """403: the form was sent from another site's page."""

    status = 403
    code = "from-elsewhere"
    title = Bilingual("Sent from another site", "Sendt fra et andet websted")
    default_detail = Bilingual("The page's own form sends the answers.", "Svarene sendes fra sidens egen formular.")


@router.get(
    "/done",
    operation_id="getAnsweredPage",
    response_class=HTMLResponse,
    responses={200: {"description": "Thank you.", **_HTML}, **_WRONG},
)
async def done(
    request: Request,
    _lang: Annotated[Language | None, Query(alias="lang", description="Of the page.")] = None,
    _open: Any = open_to_all("It says thank you, and nothing else."),
) -> Response:
    """Where a citizen is sent after answering (HTML)."""
    frame = _frame(request)
    # The browser forgets the form that was filled in, the page it keeps for Back included.
    return _html(frame, page.done(frame), headers={"Clear-Site-Data": '"cache"'})


@router.get(
    "/{secret}",
    operation_id="getAnswerPage",
    response_class=HTMLResponse,
    responses={200: {"description": "The questionnaire.", **_HTML}, **_GONE, **_WRONG},
)
async def show(
    _secret: Secret,
    request: Request,
    desk: Annotated[Desk, by_link("questionnaire_response", READ, ANSWERER)],
) -> Response:
    """The questionnaire that an answer link leads to, as an accessible page in Danish and English (HTML).

    To look at it does not use it up. It names nobody; once answered, expired or ended, it is as if it had never been.
    """
    asked = await answering.asked(desk)
    frame = _frame(request, asked)
    return _html(frame, page.questionnaire(frame, page.Form(asked.instrument, asked.scale)))


@router.post(
    "/{secret}",
    status_code=303,
    operation_id="answerByLink",
    response_class=HTMLResponse,
    responses={
        303: {"description": "Answered; to a page that says thank you."},
        422: {"description": "The form, with what is missing.", **_HTML},
        **_GONE,
        **_WRONG,
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                FORM: {
                    "schema": {
                        "type": "object",
                        "description": "The chosen value of each item, by the item's id.",
                        "additionalProperties": {"type": "string", "pattern": "^[0-9]{1,3}$"},
                    },
                    "example": {"who5_1": "3", "who5_2": "2"},
                }
            },
        }
    },
)
async def answer(
    _secret: Secret,
    request: Request,
    desk: Annotated[Desk, by_link("questionnaire_answers", CREATE, ANSWERER)],
) -> Response:
    """The citizen's answers, all at once, and once: it uses the link up. The page's own form sends it (HTML)."""
    _require_own_form(request)
    asked = await answering.asked(desk)
    chosen = _chosen(await _fields(request), asked)
    missing = asked.unanswered(chosen)
    frame = _frame(request, asked)
    if missing:
        form = page.Form(asked.instrument, asked.scale, chosen, missing)
        return _html(frame, page.questionnaire(frame, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    await answering.answer(desk, chosen)
    return Response(
        status_code=HTTPStatus.SEE_OTHER, headers={**page.HEADERS, "Location": f"done?lang={frame.language}"}
    )


def is_page(path: str) -> bool:
    """Whether somebody looks at this path in a browser, and is answered in HTML."""
    return path.startswith(f"{PATH}/")


def problem_page(problem: Problem, request: Request) -> Response:
    """What a citizen sees of a problem: never more than they can do something about."""
    render: Callable[[page.Frame], str] = page.refused
    if isinstance(problem, NotFound):
        render = page.gone
    elif problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR or problem.status == HTTPStatus.TOO_MANY_REQUESTS:
        render = page.down
    frame = _frame(request)
    return _html(frame, render(frame), status=problem.status, headers=problem.headers)


def _html(frame: page.Frame, body: str, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return HTMLResponse(
        body, int(status), headers={**page.HEADERS, "Content-Language": frame.language, **(headers or {})}
    )


def _frame(request: Request, asked: answering.Asked | None = None) -> page.Frame:
    """The language: the one clicked on, else the link's own, else the browser's, else Danish."""
    there = tuple(asked.languages) if asked else _BOTH
    clicked = request.query_params.get("lang")
    of_link = asked.link["language"] if asked else None
    wished = preferred_language(request.headers.get("accept-language"), otherwise="da")
    language = next(each for each in (clicked, of_link, wished, *there) if each in there)
    return page.Frame(language, request.app.state.services.settings.leave_url, there)


def _require_own_form(request: Request) -> None:
    """Refuse what another site's page sends. There is no cookie to abuse, so this only keeps others out of the way.

    A browser that sends no referrer says `null` for the origin of its own form too.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise FromElsewhere
    origin = request.headers.get("origin", "null")
    try:
        own = origin == "null" or urlsplit(origin).netloc == request.headers.get("host")
    except ValueError:  # no address at all
        own = False
    if not own:
        raise FromElsewhere


async def _fields(request: Request) -> list[tuple[str, str]]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise UnsupportedMediaType
    try:
        text = (await request.body()).decode("ascii")
        return parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), max_num_fields=200, errors="strict")
    except (UnicodeDecodeError, ValueError) as error:
        raise MalformedBody from error


def _chosen(fields: list[tuple[str, str]], asked: answering.Asked) -> dict[str, int]:
    """The values on the scale, by item.

    Raises:
        MalformedBody: a field that the page's form does not have, or twice the same.
    """
    items = {each["id"] for each in asked.instrument["items"]}
    names = [name for name, _ in fields]
    if len({*names}) < len(names) or not items.issuperset(names):
        raise MalformedBody
    if any(not value.isascii() or not value.isdecimal() or len(value) > _DIGITS for _, value in fields):
        raise MalformedBody
    chosen = {name: int(value) for name, value in fields}
    if any(value not in asked.scale for value in chosen.values()):
        raise MalformedBody
    return chosen
