"""Municipalities (98; Christiansø is none) and police districts (12), from the lists shipped in `data/`."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.common.problem import InvalidValue

_DATA = Path(__file__).with_name("data")


class UnknownMunicipalityError(InvalidValue):
    """Not one of the 98 codes."""

    code = "unknown_municipality"
    message_en = "There is no municipality with this code."
    message_da = "Der er ingen kommune med denne kode."


class UnknownPoliceDistrictError(InvalidValue):
    """Not one of the 12 codes."""

    code = "unknown_police_district"
    message_en = "There is no police district with this code."
    message_da = "Der er ingen politikreds med denne kode."


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality and the police district it lies in."""

    code: str
    name: str
    region: str
    police_district_code: str


@dataclass(frozen=True, slots=True)
class PoliceDistrict:
    """A police district."""

    code: str
    name: str


@lru_cache
def municipalities() -> dict[str, Municipality]:
    """All municipalities by code."""
    with (_DATA / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Municipality(row["code"], row["name"], row["region"], row["police_district_code"])
            for row in csv.DictReader(file)
        }


@lru_cache
def police_districts() -> dict[str, PoliceDistrict]:
    """All police districts by code."""
    with (_DATA / "police_districts.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: PoliceDistrict(row["code"], row["name"]) for row in csv.DictReader(file)}


def known_municipality(code: str) -> str:
    """The code, if it is one.

    Raises:
        UnknownMunicipalityError: it is not.
    """
    if code not in municipalities():
        raise UnknownMunicipalityError
    return code


def known_police_district(code: str) -> str:
    """The code, if it is one.

    Raises:
        UnknownPoliceDistrictError: it is not.
    """
    if code not in police_districts():
        raise UnknownPoliceDistrictError
    return code
