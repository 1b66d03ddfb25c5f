"""A person is recognised however they are spelt; danger outweighs inconvenience."""

from dataclasses import replace

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


LONG = Traits(
    given_name="Gorm",
    family_name="Vestergaardsen",
    cprs=("2305675158",),
    phone="+4520999999",
    email="bo@mail.dk",
    address_lines=("Kirsebærvænget 8, 2. tv",),
)


def _dressed(word: str, first: str) -> str:
    return "".join(chr(ord(first) + ord(each) - ord("a")) for each in word)


@pytest.mark.parametrize(
    "text",
    [
        "født 23/05-1867, sidste fire 5158",
        "23.05.1867-5158",
        "23. maj 1867 5158",
        "den 23. maj i 1867, og så 5158",
        "23 MAJ 67 (51 58)",
        "1867-05-23, 5158",
        "f. 23/5 67 (5158)",
        "23/5-67-5158",
        "23051867 5158",
        "5158, og han er fra den 23/5 67",
        "230567, enoghalvtreds otteoghalvtreds",
        "tyve nioghalvfems nioghalvfems nioghalvfems",
        "Vestergardsen",
        "Vestergaarsen",
        "Westergaardsen",
        "Westergårdsens",
        "Vesterghaardsen",
        "Kirsbærvænget 8",
        "ɢᴏʀᴍ",
        _dressed("gorm", "\U0001f170"),
        _dressed("gorm", "\U0001f150"),
        _dressed("gorm", "\U0001f1e6"),
        "G\u3164orm",
        "G\uffa0or\u115fm",
        "G\u20ddorm",
        "Goꞃm",
    ],
)
def test_everyday_spellings_and_disguises(text: str) -> None:
    assert is_in(LONG, f"Hun siger: {text} og mere.")


@pytest.mark.parametrize(
    "text",
    [
        "født 23/05-1867, sidste fire 5159",
        "23. juni 1867 5158",
        "Aftalt den 23. maj kl. 10, journal 5158",
        "Vesterled",
        "Kirsebærhaven 8",
        "tyve nioghalvfems nioghalvfems otteoghalvfems",
    ],
)
def test_what_only_resembles(text: str) -> None:
    assert not is_in(LONG, f"Hun siger: {text} og mere.")


def test_one_letter_makes_another_given_name_and_another_short_street() -> None:
    person = Traits(given_name="Johannes Christian", address_lines=("Kirkevej 3",))
    assert not is_in(person, "Johanne og Christina bor på Birkevej.")
    assert is_in(person, "Johnnes er der.")
    assert is_in(person, "Kristian er der.")


def test_what_says_who_the_citizen_is_may_be_like_the_others_but_not_the_others() -> None:
    whole = replace(LONG, in_full=True)
    for text in ("Gorm", "Vestergaardsen", "anna.vestergaardsen@mail.dk", "ebbo@mail.dk", "+4520999998", ""):
        assert not is_in(whole, text), text
    for text in ("Gorm Vestergaardsen", "gorm.vestergaardsen@x.dk", "Anna, 230567-5158", "bo@mail.dk", "+4520999999"):
        assert is_in(whole, text), text
    assert not is_in(replace(Traits(family_name="Holm"), in_full=True), "Anna Holm"), "half a name is not the whole"


WHO = ("Hun", "Han", "Borgeren", "Moderen", "Kontaktpersonen", "Sagsbehandleren", "Naboen", "En kollega")
DOES = (
    "ønsker en samtale om hverdagen efter samlivet",
    "har været i kontakt med kommunen siden den 3. marts 2022",
    "bor midlertidigt hos sin søster i Kirkegade 12 i Vejle",
    "kan træffes på hverdage mellem 9 og 15, helst tirsdag",
    "er bekymret for børnenes skolegang og for økonomien",
    "fortæller, at volden har stået på i syv eller otte år",
    "har fået polititilhold og kender vilkårene for det",
    "arbejder i en børnehave og møder kl. 6.30",
    "taler dansk og engelsk og har ikke brug for tolk",
    "beder om, at der ikke lægges besked på telefonsvareren",
    "var på skadestuen den 14. januar og igen den 2/2-23",
    "søger hjælp til at styre sin vrede og sit alkoholforbrug",
    "kan ringes op på 70 20 30 82, som er krisecentrets nummer",
    "har journalnummer 4200-70001-00042-22 hos myndigheden",
    "foreslår et møde i Østergade 4, 8000 Aarhus C",
    "har haft fem samtaler ud af tolv og vil gerne fortsætte",
    "er henvist af egen læge, Kirsten Andersen, i sommeren 2021",
    "mødte op sammen med Johanne, Christina og Frederikke",
    "nævner, at Peter Vestergaard fra kommunen har fulgt sagen",
    "vil gerne vide, hvad der sker, hvis samtykket trækkes tilbage",
    "er gravid i uge 23 og skal til jordemoder den 5. maj",
    "har to børn på 5 og 8 år, som bor hos hende hver anden uge",
    "flyttede fra Søndergade til Birkevej i efteråret 2020",
    "har gæld til Skatteforvaltningen på omkring 15.000 kr.",
    "sover dårligt, spiser lidt og er sygemeldt på tredje måned",
    "vil deltage i gruppeforløb, men ikke om onsdagen",
    "skriver fra adressen hverdag@eksempel.dk, når det er sikkert",
    "har nære venner i foreningen og en god kontakt til præsten",
    "bliver kørt af en frivillig fra Frederiksberg, Amager eller Valby",
    "blev født i 1867 ifølge en skrivefejl, som er rettet",
    "er ved at blive udredt i psykiatrien og har en støtteperson",
    "er enig i planen, og næste samtale er torsdag den 23. kl. 13.15",
)
ORDINARY = (
    LONG,
    PERSON,
    Traits("Johannes Christian", "Jørgensen", ("1402671234", "0505015158"), "+4526272829", "jcj@mail.dk"),
    Traits("Frederik", "Kirkegaardsen", ("230567AB12",), "+46701234567", None, ("Langelandsgade 140", "5. tv")),
    Traits("Alexander", "Mathiasen", ("0203221867",), None, "am@a.dk", ("Vestergårdsvej 7",)),
    Traits("Magdalene", "Thorvaldsen", (), "+4531415161", None, ("Rønnebærparken 3",)),
)


@pytest.mark.parametrize("who", WHO)
def test_ordinary_sentences_are_left_alone(who: str) -> None:
    for sentence in (f"{who} {does}." for does in DOES):
        assert not [each for each in ORDINARY if is_in(each, sentence)], sentence


def test_an_ordinary_report_is_left_alone() -> None:
    """All of it at once: numbers and words that stand far apart do not add up to a person."""
    report = " ".join(f"{who} {does}." for who in WHO[:2] for does in DOES)
    assert not [each for each in ORDINARY if is_in(each, report)]
