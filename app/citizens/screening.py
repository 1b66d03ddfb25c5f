"""Free text that leaves the police is screened against the other side's identifiers (the wall, rule 5).

A hit is never explained: the explanation would hold what it was meant to keep back. Only the police know who the
other side is; for everyone else there is nothing to compare with.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, text

from app.boundary.asker import AskerValues
from app.boundary.policy import Operation
from app.citizens.circle import circle_of
from app.citizens.envelope import CITIZENS, citizen_out, envelopes
from app.citizens.errors import CannotBeScreened
from app.citizens.likeness import Traits, is_in
from app.citizens.vault import keys_of
from app.citizens.views import CitizenOut
from app.common.errors import InvalidContent
from app.common.problem import FieldError
from app.database.columns import table_of
from app.gate.desk import COUNTERPART_IDENTIFIED, Desk
from app.organisations.states import Function

_IDENTIFIED = (
    COUNTERPART_IDENTIFIED,
    "The text identifies the other party. Write it so that nobody else is named.",
    "Teksten identificerer den anden part. Skriv den, så ingen andre er nævnt.",
)
_ALONG = (
    ("identity", "given_name", "/identity/given_name"),
    ("identity", "family_name", "/identity/family_name"),
    ("cpr", "cpr", "/identity/cpr"),
    ("contact", "phone", "/contact/phone"),
    ("contact", "email", "/contact/email"),
    ("contact", "code_phrase", "/contact"),
    ("address", "lines", "/address"),
    ("incident_account", "account", "/incidents"),
    ("incident_offence", "offences", "/incidents"),
)
"""What the sender writes itself: the category, the column, and what a refusal points at."""
_NEEDED = ("pair_link", "citizen", "data_key", "identity", "cpr", "contact", "address")
"""What the other side is known by."""
_PARTICULARS = frozenset({"given_name", "family_name", "phone", "email"})
"""Members that say who the citizen is. The two sides may share a surname, or be called the same; nobody has the other's
number, nor both of the other's names in one member."""
_BY_THE_WAY = frozenset({"informed_by", "lines", "cpr", *_PARTICULARS})
"""Members that are not there to tell anything, and that no consent or record does without: compared as far as the
agreement lets the sender see."""
_OF_ADDRESSES = frozenset({"address", "lines"})
_SET = text("SELECT set_config('boundary.track', :track, true), set_config('boundary.functions', :functions, true)")


async def identifies_counterpart(desk: Desk, citizen_id: UUID, texts: Mapping[str, str]) -> bool:
    """Whether any of the texts points at the other side of the citizen's relationship, as far as the asker knows."""
    return bool(await _pointing(desk, citizen_id, texts))


async def refuse_counterpart(desk: Desk, citizen_id: UUID, words: str, pointer: str) -> None:
    """As `refuse_counterparts`, of one text."""
    await refuse_counterparts(desk, citizen_id, {pointer: words})


async def refuse_counterparts(desk: Desk, citizen_id: UUID, texts: Mapping[str, str]) -> None:
    """Refuse texts that point at the other side.

    Args:
        texts: by the JSON pointer of where they stand.

    Raises:
        InvalidContent: with the code `counterpart_identified` where one does, and nothing of what matched.
    """
    if found := await _pointing(desk, citizen_id, texts):
        raise InvalidContent(errors=[FieldError(pointer, *_IDENTIFIED) for pointer in found])


async def words_along(desk: Desk, citizen_id: UUID, categories: Collection[str]) -> dict[str, str]:
    """What the asker wrote in the categories that leave with a referral, by the pointer of a refusal."""
    words: dict[str, list[str]] = {}
    for category in dict.fromkeys(each for each, _, _ in _ALONG if each in categories):
        if not desk.policy[category].allows(desk.role, Operation.CREATE):
            continue
        table = table_of(desk.policy[category].table)
        query = select(table).where(
            table.c.citizen_id == citizen_id,
            table.c.organisation_id == desk.organisation_id,
            desk.readable(category),
        )
        if "superseded_at" in table.c:
            query = query.where(table.c.superseded_at.is_(None))
        rows = await desk.rows(query)
        keys = await keys_of(desk, [citizen_id]) if rows else {}
        for column, pointer in ((column, pointer) for each, column, pointer in _ALONG if each == category):
            told = [keys[citizen_id, desk.organisation_id].open(table.name, row, column) or "" for row in rows]
            words.setdefault(pointer, []).extend(told)
    return {pointer: "\n".join(told) for pointer, told in words.items()}


async def _pointing(desk: Desk, citizen_id: UUID, texts: Mapping[str, str]) -> list[str]:
    if not any(texts.values()) or not desk.policy["pair_link"].allows(desk.role, Operation.READ):
        return []
    # Whoever makes the link at this moment waits, and then finds what is written now; or this waits, and sees the link.
    await hold_words(desk, citizen_id)
    if any(words for pointer, words in texts.items() if _member(pointer) not in _BY_THE_WAY):
        await _require_sight(desk, citizen_id)
    async with for_the_organisation(desk) as whole:
        people = await _counterparts(whole, citizen_id)
    return [
        pointer
        for pointer, words in texts.items()
        if any(is_in(_compared(traits, pointer), words) for traits in people)
    ]


Watcher = Callable[[Desk, UUID], Awaitable[None]]
_WATCHERS: list[Watcher] = []


def watches(watcher: Watcher) -> Watcher:
    """Have a later slice look again at what it sent about a citizen when more is known of the other side."""
    _WATCHERS.append(watcher)
    return watcher


async def more_is_known(desk: Desk, *citizen_ids: UUID) -> None:
    """Citizens' identifiers have changed: whatever was sent about either side is looked at again.

    Either, since a CPR number also tells whose the record is. `hold_pair` comes before the change.
    """
    if not desk.policy["pair_link"].allows(desk.role, Operation.CREATE):
        return
    async with for_the_organisation(desk) as whole:
        found = await circle_of(whole, citizen_ids)
        if found.others:
            await _look(whole, {*found.own, *found.others})


async def hold_pair(desk: Desk, citizen_id: UUID, *indexes: bytes) -> None:
    """Hold all that is known of the citizen and of the other side: two who write of both do not wait in a circle.

    Args:
        indexes: of CPR numbers that the citizen is about to have.

    Raises:
        NotFound: the citizen is not the asker's to see; whether there is another side is then not looked for, since the
            time that it takes would tell.
    """
    if desk.policy["pair_link"].allows(desk.role, Operation.CREATE):
        await desk.find("citizen", citizen_id)
        await hold_circle(desk, [citizen_id], indexes)


async def look_again(desk: Desk, *citizen_ids: UUID) -> None:
    """Screen what was sent about these people, as things are now known; a colleague's sending counts as well."""
    async with for_the_organisation(desk) as whole:
        await _look(whole, (await circle_of(whole, citizen_ids)).own)


async def _look(whole: Desk, citizen_ids: Collection[UUID]) -> None:
    for each in sorted(citizen_ids):
        for watcher in _WATCHERS:
            await watcher(whole, each)


async def hold_circle(desk: Desk, citizen_ids: Collection[UUID], indexes: Collection[bytes] = ()) -> None:
    """`hold_words` about all records of these people and of their other side, and hold their CPR numbers.

    Whoever registers one of them once more waits for the number, which is all that the two records have in common.
    """
    if not desk.policy["pair_link"].allows(desk.role, Operation.CREATE):
        return
    held: set[str] = set()
    while True:
        async with for_the_organisation(desk) as whole:
            names = {*(await circle_of(whole, citizen_ids, indexes)).names()} - held
        if not names:
            return
        # What came about while this waited is held as well.
        await desk.each_alone(f"words about/{each}" for each in sorted(names))
        held |= names


async def hold_words(desk: Desk, *citizen_ids: UUID) -> None:
    """Let nobody screen words about these citizens, or link them, before this transaction has ended.

    Nothing to hold for those who can make no link. Taken before `hold_protection`, wherever both are.
    """
    if desk.policy["pair_link"].allows(desk.role, Operation.CREATE):
        for each in sorted(citizen_ids):
            await desk.alone("words about", each)


def _compared(traits: Traits, pointer: str) -> Traits:
    """What counts of the other side in this member.

    The two sides may live in one place: an address is compared with all but the other's address. A CPR number is only
    compared with the one that the other has now, or one that was mistaken for it could never go along.
    """
    member = _member(pointer)
    if member == "cpr":
        return Traits(cprs=traits.cprs[:1])
    if member in _OF_ADDRESSES:
        return replace(traits, address_lines=())
    return replace(traits, in_full=True) if member in _PARTICULARS else traits


def _member(pointer: str) -> str:
    return pointer.rsplit("/", 1)[-1]


async def _require_sight(desk: Desk, citizen_id: UUID) -> None:
    """Refuse to let words out unseen: what the agreement does not cover could not be compared with.

    Raises:
        CannotBeScreened: the agreement in the citizen's project leaves out what the other side is known by.
    """
    coverage = table_of("agreement_coverage")
    project = select(CITIZENS.c.project_id).where(CITIZENS.c.id == citizen_id, desk.readable("citizen"))
    covered = await desk.rows(
        select(coverage.c.category)
        .where(
            coverage.c.organisation_id == desk.organisation_id,
            coverage.c.project_id.in_(project),
            coverage.c.purpose == "intervention",
            coverage.c.valid_from <= func.now(),
            or_(coverage.c.valid_until.is_(None), coverage.c.valid_until > func.now()),
            desk.readable("agreement_coverage"),
        )
        .distinct()
    )
    if not {desk.policy[each].covered_as for each in _NEEDED} <= {row["category"] for row in covered}:
        raise CannotBeScreened


@asynccontextmanager
async def for_the_organisation(desk: Desk) -> AsyncIterator[Desk]:
    """The same desk with the whole organisation's view.

    What the organisation holds counts, not what this user may open: the other side is often a colleague's case.
    Nothing that is read so leaves this module but a yes or no. An error ends the transaction and the view with it.
    """
    own = desk.principal.asker
    if own.track is None and desk.policy["citizen"].reaches_all(Operation.READ, own.functions):
        yield desk
        return
    whole = replace(own, track=None, functions=frozenset({Function.COORDINATOR.value}))
    await _set(desk, whole)
    principal = replace(desk.principal, track=whole.track, functions=whole.functions)
    yield replace(desk, principal=principal)
    await _set(desk, own)


async def _set(desk: Desk, values: AskerValues) -> None:
    settings = values.settings()
    await desk.connection.execute(
        _SET, {"track": settings["boundary.track"], "functions": settings["boundary.functions"]}
    )


async def _counterparts(desk: Desk, citizen_id: UUID) -> list[Traits]:
    others = (await circle_of(desk, [citizen_id])).counterparts_of(citizen_id)
    if not others:
        return []
    rows = await desk.rows(envelopes(desk, whole=True).where(CITIZENS.c.id.in_(others)))
    numbers = await _cprs(desk, others)
    return [_traits(citizen_out(desk, row), numbers.get(row["id"], [])) for row in rows]


async def _cprs(desk: Desk, citizen_ids: Iterable[UUID]) -> Mapping[UUID, list[str]]:
    """Every CPR number that each of them has or had, the present one first."""
    numbers = table_of("citizen_cpr")
    rows = await desk.rows(
        select(numbers)
        .where(
            numbers.c.citizen_id.in_(list(citizen_ids)),
            numbers.c.organisation_id == desk.organisation_id,
            desk.readable("cpr"),
        )
        .order_by(numbers.c.superseded_at.desc().nulls_first())
    )
    keys = await keys_of(desk, {row["citizen_id"] for row in rows}) if rows else {}
    found: dict[UUID, list[str]] = {}
    for row in rows:
        number = keys[row["citizen_id"], row["organisation_id"]].open("citizen_cpr", row, "cpr")
        found.setdefault(row["citizen_id"], []).append(number or "")
    return found


def _traits(person: CitizenOut, cprs: list[str]) -> Traits:
    identity: Any = person.identity
    contact, address = person.contact, person.address
    return Traits(
        given_name=identity.given_name if identity else "",
        family_name=identity.family_name if identity else "",
        cprs=cprs,
        phone=contact.phone if contact else None,
        email=contact.email if contact else None,
        address_lines=address.lines if address else (),
    )
