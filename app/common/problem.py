"""The base of every error that reaches a client: an RFC 9457 problem in two languages.

Pure on purpose: services raise problems, and services never import FastAPI or Starlette.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, TypeAlias

JSON: TypeAlias = "str | int | float | bool | Sequence[JSON] | Mapping[str, JSON] | None"
Language: TypeAlias = Literal["da", "en"]

PROBLEM_MEDIA_TYPE = "application/problem+json"
PROBLEM_TYPE_BASE = "https://interventionsmodellen.example/problems/"

# A member name is chosen by the client. Only what looks like one of our own names is repeated,
# and never a run of digits long enough to be a date of birth.
_SAFE_NAME = re.compile(r"(?!.*[0-9]{6})[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)


class Bilingual(NamedTuple):
    """One text in English and in Danish."""

    en: str
    da: str

    def in_language(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.da if language == "da" else self.en


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one member; `pointer` is an RFC 6901 pointer into the request body.

    For query parameters and headers the pointer is `/` and the name. Neither pointer, code nor
    message may hold the rejected value.
    """

    pointer: str
    code: str
    message_en: str
    message_da: str

    def in_language(self, language: Language) -> dict[str, str]:
        """Return the member as it stands in the `errors` of a problem document."""
        message = self.message_da if language == "da" else self.message_en
        return {"pointer": self.pointer, "code": self.code, "message": message}


class InvalidValue(ValueError):  # noqa: N818 - named as what it says of the value
    """A value of the wrong form, with a code and two messages that never hold the value.

    Raised inside pydantic validators it becomes one `FieldError`.
    """

    code: ClassVar[str] = "invalid"
    message_en: ClassVar[str] = "The value is not valid."
    message_da: ClassVar[str] = "Værdien er ikke gyldig."

    def __init__(self) -> None:
        """Take no argument: there is nothing to say that is not in the class."""
        super().__init__(self.message_en)

    @classmethod
    def at(cls, pointer: str) -> FieldError:
        """The same of a member that only the stored record can judge, outside a validator."""
        return FieldError(pointer, cls.code, cls.message_en, cls.message_da)


class Problem(Exception):  # noqa: N818 - the word of RFC 9457
    """An answer other than success. Subclasses fix status, code and title.

    `extensions` become members of the document beside the standard ones, `headers` go on the
    response. The text of the exception is the code alone, so that a log line holds no more.
    """

    status: int = 500
    code: str = "internal-error"
    title: Bilingual = Bilingual("Internal error", "Intern fejl")
    default_detail: Bilingual = Bilingual(
        "Something went wrong on our side. Quote the trace_id if you report it.",
        "Noget gik galt hos os. Oplys trace_id, hvis du melder fejlen.",
    )

    def __init__(
        self,
        detail: Bilingual | None = None,
        *,
        errors: Sequence[FieldError] = (),
        extensions: Mapping[str, JSON] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Keep `detail` (the class's own when None) and what goes with it."""
        super().__init__(self.code)
        self.detail = detail or self.default_detail
        self.errors = list(errors)
        self.extensions: dict[str, JSON] = dict(extensions or {})
        self.headers: dict[str, str] = dict(headers or {})

    @property
    def type_uri(self) -> str:
        """The stable, documented `type` of the problem."""
        return PROBLEM_TYPE_BASE + self.code

    def document(self, language: Language, *, instance: str, trace_id: str) -> dict[str, JSON]:
        """Return the RFC 9457 document; an extension never replaces a standard member."""
        document: dict[str, JSON] = {
            "type": self.type_uri,
            "title": self.title.in_language(language),
            "status": self.status,
            "detail": self.detail.in_language(language),
            "instance": instance,
            "trace_id": trace_id,
        }
        if self.errors:
            document["errors"] = [error.in_language(language) for error in self.errors]
        return dict(self.extensions) | document


def is_safe_name(name: str) -> bool:
    """Tell whether a member name given by a client may be repeated to it (and be logged)."""
    return _SAFE_NAME.fullmatch(name) is not None


def json_pointer(parts: Iterable[str | int]) -> str:
    """Join `parts` to an RFC 6901 pointer, `~` and `/` escaped; the empty pointer is the whole."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)


def safe_pointer(parts: Iterable[str | int]) -> str:
    """Join `parts` up to the first name that may not be repeated."""
    kept: list[str | int] = []
    for part in parts:
        if isinstance(part, str) and not is_safe_name(part):
            break
        kept.append(part)
    return json_pointer(kept)
