"""Telephone numbers as E.164 (ITU-T): `+`, country code, number; 15 digits at most."""

import re

from app.common.problem import InvalidValue

_WRITTEN = re.compile(r"\+?[0-9](?:[ -]?[0-9]){4,17}", re.ASCII)
_DANISH = re.compile(r"[2-9][0-9]{7}", re.ASCII)
_E164 = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)


class InvalidPhone(InvalidValue):
    """Neither a Danish number of eight digits nor an international one."""

    code = "invalid_phone"
    message_en = "Not a telephone number (eight Danish digits, or + and country code)."
    message_da = "Ikke et telefonnummer (otte danske cifre, eller + og landekode)."


def normalise_phone(value: str) -> str:
    """Return E.164; eight digits without country code are Danish. Raises `InvalidPhone`.

    Single spaces or hyphens between digits are dropped and a leading `00` is read as `+`. Danish
    numbers have eight digits and begin with 2-9; of other countries only the length is checked.
    """
    text = value.strip(" ")
    if not _WRITTEN.fullmatch(text):
        raise InvalidPhone
    number = text.replace(" ", "").replace("-", "")
    if _DANISH.fullmatch(number):
        return "+45" + number
    if number.startswith("00"):
        number = "+" + number[2:]
    danish = number.startswith("+45")
    if not _E164.fullmatch(number) or (danish and not _DANISH.fullmatch(number[3:])):
        raise InvalidPhone
    return number
