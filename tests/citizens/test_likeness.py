"""A person is recognised however they are spelt; danger outweighs inconvenience."""

import pytest

from app.citizens.likeness import Traits, is_in

PERSON = Traits(
    given_name="Søren Åge",
    family_name="Kærsgård-Møller",
    cprs=("0101588035", "010158AB12"),
    phone="+4520304050",
    email="soeren.m@eksempel.dk",
    address_lines=("c/o Øllegård", "Søndre Skovvej 12, 2. tv.", "8000 Aarhus C"),
)


@pytest.mark.parametrize(
    "text",
    [
        "søren",
        "SØREN kom forbi",
        "Soeren kom forbi",
        "Soren kom forbi",
        "Sørens bil",
        "Søren's bil",
        "(Søren)",
        "S\u00adøren",  # a soft hyphen
        "S ø r e n",
        "Søren",
        "Aage",
        "Åges mor",
        "Age",
        "Kaersgaard",
        "Kærsgaard",
        "Kærsgård Møllers hund",
        "møller",
        "Mo\u0308ller",
        "hashtag sørenåge",
        "010158-8035",
        "010158 8035",
        "01.01.58-8035",
        "CPR:0101588035.",
        "０１０１５８８０３５",
        "010158-ab12",
        "20304050",
        "20 30 40 50",
        "+45 2030 4050",
        "0045-20-30-40-50",
        "Soeren.M@Eksempel.DK",
        "søren.m (at) eksempel.dk",
        "soeren punktum m snabel-a eksempel dot dk",
        "bor på Søndre Skovvej",
        "Soendre  skov-vej 12",
        "Øllegård",
        "Sørеn",  # a Cyrillic e
        "S0ren og M0ller",
        "Mø11er",
        "K@ersg4ard",
        "20x30x40x50",
        "2O3O4O5O",
        "to nul tre nul fire nul fem nul",
        "010158 og de sidste fire 8035",
        "født 01.01.58, hus 7, 8035",
        "Søndre Skovv. 12",
    ],
)
def test_it_is_recognised(text: str) -> None:
    assert is_in(PERSON, f"Hun siger: {text} og mere.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ønsker en samtale om hverdagen i Aarhus C, 8000.",
        "Sørine Kærsholm, tlf. 20304051, 010158-8036.",
        "Skovvejen er lang; skriv til eksempel.dk",
        "Møl i skabet",
    ],
)
def test_others_are_left_alone(text: str) -> None:
    assert not is_in(PERSON, text)


def test_a_particle_alone_points_at_nobody() -> None:
    noble = Traits(given_name="Bo", family_name="af Geijersvang")
    assert not is_in(noble, "En af dem er der.")
    assert is_in(noble, "Geijersvang er der.")
    assert is_in(noble, "Han hedder Bo."), "a common word that is a name counts"
    assert is_in(Traits(given_name="Du"), "Kender du ham?"), "a name that is nothing but a particle counts"


def test_a_short_address_and_nothing_known() -> None:
    assert not is_in(Traits(), "Hvem som helst.")
    assert is_in(Traits(email="b@c.dk"), "skriv til b@c.dk")
    assert not is_in(Traits(email="b@c.dk"), "skriv til bcd")
    assert is_in(Traits(phone="+46701234567"), "ring 070-123 45 67")
