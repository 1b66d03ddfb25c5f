"""The demo programme: one police district, three of its municipalities, two NGOs and the others around them.

The authorities are real places from the reference lists; the NGOs are invented, and so is everyone in it. It is
loaded by the owner stepping into the operator's role, as an operator would set up a programme.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.credentials import hash_secret
from app.agreements.states import AgreementStatus, AgreementType, Purpose
from app.agreements.tables import Agreement
from app.auth.tables import Client
from app.boundary.policy import load
from app.consents.states import Scope
from app.consents.tables import ConsentForm
from app.database.columns import Track, table_of
from app.database.roles import as_operator
from app.demo.credentials import Credential
from app.measurements.shipped import ship, take_into_use
from app.organisations.states import Function, OrganisationType, Programme, ProjectStatus
from app.organisations.tables import Organisation, Project, ProjectPartner, Staff

BOTH = (Track.VICTIM, Track.PERPETRATOR)
SINCE = datetime(2022, 4, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Party:
    """One organisation of the demo."""

    key: str
    type: OrganisationType
    name: str
    functions: tuple[Function, ...]
    tracks: tuple[Track, ...] = BOTH
    municipality_code: str | None = None
    police_district_code: str | None = None


_CASEWORK = (Function.CASEWORKER, Function.COORDINATOR, Function.INTEGRATION)

PARTIES = (
    Party("operator", OrganisationType.OPERATOR, "Platformens drift", (Function.OPERATOR, Function.DISCLOSURE_OFFICER)),
    Party("police", OrganisationType.POLICE_DISTRICT, "Østjyllands Politi", _CASEWORK, police_district_code="1461"),
    Party("aarhus", OrganisationType.MUNICIPALITY, "Aarhus Kommune", _CASEWORK, municipality_code="0751"),
    Party("randers", OrganisationType.MUNICIPALITY, "Randers Kommune", _CASEWORK, municipality_code="0730"),
    Party("favrskov", OrganisationType.MUNICIPALITY, "Favrskov Kommune", _CASEWORK, municipality_code="0710"),
    Party("tryg_vej", OrganisationType.NGO, "Tryg Vej (opdigtet)", _CASEWORK),
    Party("lysningen", OrganisationType.NGO, "Lysningen (opdigtet)", _CASEWORK, tracks=(Track.VICTIM,)),
    Party("vive", OrganisationType.EVALUATOR, "VIVE", (Function.RESEARCHER, Function.INTEGRATION)),
    Party("agency", OrganisationType.AGENCY, "Social- og Boligstyrelsen", (Function.SECRETARY, Function.INTEGRATION)),
    Party(
        "trainer",
        OrganisationType.TRAINING_PROVIDER,
        "Kompetencehuset (opdigtet)",
        (Function.SECRETARY, Function.INTEGRATION),
    ),
)

PROJECTS: Mapping[str, tuple[str, Programme, date, date, tuple[str, ...]]] = {
    "model": (
        "Interventionsmodellen i Østjylland",
        Programme.INTERVENTION_MODEL,
        date(2022, 9, 1),
        date(2030, 12, 31),
        ("tryg_vej", "lysningen", "police", "aarhus", "randers", "favrskov", "vive", "agency"),
    ),
    "maturation": (
        "Styrket kommunal indsats",
        Programme.MUNICIPAL_MATURATION,
        date(2022, 10, 1),
        date(2030, 12, 31),
        ("aarhus", "randers", "favrskov", "vive", "agency", "trainer"),
    ),
}
"""Each project's name, programme, first and last day, and partners; an NGO leads the first."""

INSTRUMENTS = ("who5", "brief_inspire_o")
"""Those in use; the programme's own forms stay drafts until somebody words them."""

NOTICE_DA = (
    "Du bestemmer selv, om dine oplysninger må gives videre, hvilke oplysninger det gælder, og til hvem. "
    "Du kan trække samtykket tilbage når som helst, lige så let som du gav det."
)
NOTICE_EN = (
    "You decide whether your information may be passed on, which information, and to whom. You can withdraw the "
    "consent at any time, as easily as you gave it."
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded: ids by the keys used above."""

    organisations: dict[str, UUID]
    projects: dict[str, UUID]
    forms: dict[str, UUID]
    credentials: list[Credential]


async def is_loaded(connection: AsyncConnection) -> bool:
    """Whether there is any organisation yet."""
    await as_operator(connection)
    found = await connection.execute(select(table_of(Organisation.__tablename__).c.id).limit(1))
    return found.first() is not None


async def load_programme(connection: AsyncConnection) -> Loaded:
    """Load the programme in the caller's transaction; the connection is the owner's."""
    await ship(connection)
    await take_into_use(connection, INSTRUMENTS)
    await as_operator(connection)
    organisations = {party.key: await _organisation(connection, party) for party in PARTIES}
    projects, forms = {}, {}
    for key, (name, programme, starts_on, ends_on, partners) in PROJECTS.items():
        project = Project(
            name=name, programme=programme, starts_on=starts_on, ends_on=ends_on, status=ProjectStatus.ACTIVE
        )
        await _write(connection, project)
        projects[key] = project.id
        for position, partner in enumerate(partners):
            await _partner(connection, project.id, organisations, partner, lead=position == 0)
        forms[key] = await _form(connection, project.id, [organisations[each] for each in partners])
    credentials = [each for party in PARTIES for each in await _clients(connection, party, organisations[party.key])]
    return Loaded(organisations, projects, forms, credentials)


async def _write(connection: AsyncConnection, row: Any) -> None:
    await connection.execute(insert(table_of(row.__tablename__)).values(**row.model_dump()))


async def _organisation(connection: AsyncConnection, party: Party) -> UUID:
    organisation = Organisation(
        type=party.type,
        name=party.name,
        tracks=[*party.tracks],
        municipality_code=party.municipality_code,
        police_district_code=party.police_district_code,
    )
    await _write(connection, organisation)
    return organisation.id


async def _partner(
    connection: AsyncConnection, project_id: UUID, organisations: Mapping[str, UUID], key: str, *, lead: bool
) -> None:
    await _write(connection, ProjectPartner(project_id=project_id, organisation_id=organisations[key], lead=lead))
    await _write(
        connection,
        Agreement(
            project_id=project_id,
            organisation_id=organisations[key],
            counterparty_id=organisations["operator"],
            type=AgreementType.DATA_PROCESSING,
            categories=load().agreement_categories(),
            purposes=[Purpose.INTERVENTION, Purpose.EVALUATION],
            valid_from=SINCE,
            signed_by_organisation_at=SINCE,
            signed_by_counterparty_at=SINCE,
            status=AgreementStatus.IN_FORCE,
        ),
    )


async def _form(connection: AsyncConnection, project_id: UUID, recipients: list[UUID]) -> UUID:
    form = ConsentForm(
        project_id=project_id,
        name="Samtykkeerklæring",
        form_version=1,
        languages=["da", "en"],
        notice_da=NOTICE_DA,
        notice_en=NOTICE_EN,
        recipients=recipients,
        scopes=[*Scope],
    )
    await _write(connection, form)
    return form.id


async def _clients(connection: AsyncConnection, party: Party, organisation_id: UUID) -> list[Credential]:
    """A client for each function; in an NGO for each function and track, since a user works in one."""
    tracks: tuple[Track | None, ...] = party.tracks if party.type is OrganisationType.NGO else (None,)
    return [
        await _client(connection, party, organisation_id, function, track)
        for function in party.functions
        for track in tracks
    ]


async def _client(
    connection: AsyncConnection, party: Party, organisation_id: UUID, function: Function, track: Track | None
) -> Credential:
    name = "-".join(each for each in (party.key.replace("_", "-"), function, track) if each)
    staff_id = None
    if function is not Function.INTEGRATION:
        staff = Staff(organisation_id=organisation_id, initials=name.upper()[:12], track=track, functions=[function])
        await _write(connection, staff)
        staff_id = staff.id
    secret = secrets.token_urlsafe(24)
    await _write(
        connection,
        Client(
            client_id=name,
            organisation_id=organisation_id,
            staff_id=staff_id,
            track=track,
            functions=[function],
            scopes=[],
            secret_hash=hash_secret(secret),
            public_keys=[],
        ),
    )
    return Credential(party.type, party.name, str(organisation_id), track, [function], name, secret)
