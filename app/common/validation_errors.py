"""Pydantic's findings as our own: stable codes, two languages, and never the rejected value.

Pydantic's messages change between its versions and some quote the input; only the type of an
error and the bounds of the schema are taken from it.
"""

import re
from collections.abc import Mapping, Sequence

from app.common.problem import FieldError, is_safe_name, json_pointer

Location = Sequence[str | int]

# What a message may quote, all of it from the schema and none from the request.
_SCHEMA_FACTS = ("min_length", "max_length", "ge", "gt", "le", "lt", "multiple_of", "expected")
_MAX_EXPECTED = 300
# Pydantic joins choices in English, 'a', 'b' or 'c', and shows members of an enum in a Literal as Python does.
_LAST_CHOICE = re.compile(r" or (?='[^']*'$)")
_MEMBER = re.compile(r"<\w+\.\w+: ('[^']*')>")

_REQUIRED = ("missing", "The member is required.", "Feltet er påkrævet.")
_UNKNOWN = ("extra_forbidden", "The member is not known.", "Feltet er ukendt.")
_FORM = ("wrong_form", "The value does not have the form required.", "Værdien har forkert form.")
_CHOICE = ("not_a_choice", "Must be one of {expected}.", "Skal være en af {expected}.")
_VARIANT = ("not_a_choice", "Not one of the variants.", "Ikke en af varianterne.")
_STRING = ("string_type", "Must be a string.", "Skal være en tekst.")
_INTEGER = ("int_type", "Must be an integer.", "Skal være et heltal.")
_NUMBER = ("number_type", "Must be a number.", "Skal være et tal.")
_BOOLEAN = ("bool_type", "Must be true or false.", "Skal være sand eller falsk.")
_LIST = ("list_type", "Must be a list.", "Skal være en liste.")
_OBJECT = ("object_type", "Must be an object.", "Skal være et objekt.")
_UUID = ("uuid_parsing", "Must be a UUID.", "Skal være et UUID.")
_DATE = ("date_parsing", "Must be a date (YYYY-MM-DD).", "Skal være en dato (ÅÅÅÅ-MM-DD).")
_TIME = ("time_parsing", "Must be a time of day (HH:MM).", "Skal være et klokkeslæt (TT:MM).")
_MOMENT = (
    "datetime_parsing",
    "Must be a time with its offset from UTC (RFC 3339).",
    "Skal være et tidspunkt med forskydning fra UTC (RFC 3339).",
)
_URL = ("url_parsing", "Must be a URL.", "Skal være en URL.")
_INVALID = ("invalid", "The value is not valid.", "Værdien er ikke gyldig.")

_BY_TYPE: dict[str, tuple[str, str, str]] = {
    "missing": _REQUIRED,
    "extra_forbidden": _UNKNOWN,
    "json_invalid": ("json_invalid", "Not well-formed JSON.", "Ikke velformet JSON."),
    "string_too_short": (
        "string_too_short",
        "At least {min_length} characters.",
        "Mindst {min_length} tegn.",
    ),
    "string_too_long": (
        "string_too_long",
        "At most {max_length} characters.",
        "Højst {max_length} tegn.",
    ),
    "too_short": ("too_short", "At least {min_length} items.", "Mindst {min_length} elementer."),
    "too_long": ("too_long", "At most {max_length} items.", "Højst {max_length} elementer."),
    "string_pattern_mismatch": _FORM,
    "string_type": _STRING,
    "string_unicode": ("lone_surrogate", "Not valid Unicode.", "Ikke gyldig Unicode."),
    "bool_type": _BOOLEAN,
    "bool_parsing": _BOOLEAN,
    "int_type": _INTEGER,
    "int_parsing": _INTEGER,
    "int_parsing_size": _INTEGER,
    "int_from_float": _INTEGER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "union_tag_invalid": _VARIANT,
    "union_tag_not_found": _VARIANT,
    "greater_than": ("greater_than", "Must be greater than {gt}.", "Skal være større end {gt}."),
    "greater_than_equal": (
        "greater_than_equal",
        "Must be at least {ge}.",
        "Skal være mindst {ge}.",
    ),
    "less_than": ("less_than", "Must be less than {lt}.", "Skal være mindre end {lt}."),
    "less_than_equal": ("less_than_equal", "Must be at most {le}.", "Skal være højst {le}."),
    "multiple_of": (
        "multiple_of",
        "Must be a multiple of {multiple_of}.",
        "Skal være et multiplum af {multiple_of}.",
    ),
    "list_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _OBJECT,
    "mapping_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "uuid_type": _UUID,
    "uuid_parsing": _UUID,
    "uuid_version": _UUID,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "date_past": ("date_past", "Must be a date in the past.", "Skal være en dato i fortiden."),
    "date_future": ("date_future", "Must be a future date.", "Skal være en dato i fremtiden."),
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_object_invalid": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "timezone_aware": _MOMENT,
    "timezone_naive": _MOMENT,
    "timezone_offset": _MOMENT,
    "datetime_past": ("datetime_past", "Must be in the past.", "Skal ligge i fortiden."),
    "datetime_future": ("datetime_future", "Must be in the future.", "Skal ligge i fremtiden."),
    "time_type": _TIME,
    "time_parsing": _TIME,
    "url_type": _URL,
    "url_parsing": _URL,
    "url_syntax_violation": _URL,
    "url_scheme": _URL,
    "url_too_long": _URL,
    "none_required": ("none_required", "Must be null.", "Skal være null."),
}


def field_error(error: Mapping[str, object], pointer: str) -> FieldError:
    """Translate one entry of `ValidationError.errors()`; `pointer` is where it belongs.

    A `value_error` raised by an exception with `code`, `message_en` and `message_da` (see
    `InvalidValue`) speaks for itself; what is not in the table is plainly `invalid`.
    """
    context = error.get("ctx")
    facts = context if isinstance(context, Mapping) else {}
    raised = facts.get("error")
    own = [getattr(raised, name, None) for name in ("code", "message_en", "message_da")]
    if isinstance(raised, ValueError) and all(isinstance(text, str) for text in own):
        return FieldError(pointer, str(own[0]), str(own[1]), str(own[2]))
    kind = str(error.get("type"))
    if kind in {"too_short", "too_long"} and isinstance(error.get("input"), str):
        kind = f"string_{kind}"  # a bound beside a validator counts characters all the same
    code, english, danish = _BY_TYPE.get(kind, _INVALID)
    known = {name: str(facts[name]) for name in _SCHEMA_FACTS if name in facts}
    if "expected" in known:
        known["expected"] = _MEMBER.sub(r"\1", known["expected"])
    if len(known.get("expected", "")) > _MAX_EXPECTED:
        del known["expected"]
    try:
        return FieldError(pointer, code, english.format_map(known), danish.format_map(_in_danish(known)))
    except KeyError:
        return FieldError(pointer, code, _INVALID[1], _INVALID[2])


def _in_danish(facts: Mapping[str, str]) -> dict[str, str]:
    if "expected" not in facts:
        return {**facts}
    return {**facts, "expected": _LAST_CHOICE.sub(" eller ", facts["expected"])}


def pointer_into(body: object, location: Location, *, kind: str) -> str:
    """Return where in `body` an error of type `kind` lies, as an RFC 6901 pointer.

    Pydantic puts the names of union branches into a location; they are no members and are left
    out. A name that the client chose is repeated only when it looks like one of ours, and the
    pointer ends at its parent otherwise; the name of a missing member is the schema's own.
    """
    kept: list[str | int] = []
    here = body
    for index, part in enumerate(location):
        last = index == len(location) - 1
        if isinstance(here, Mapping) and part in here:
            if isinstance(part, str) and not is_safe_name(part):
                break
            here = here[part]
        elif isinstance(here, list) and isinstance(part, int) and 0 <= part < len(here):
            here = here[part]
        elif not (last and kind == "missing"):
            continue
        kept.append(part)
    return json_pointer(kept)
