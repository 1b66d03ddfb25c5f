"""The policy, loaded and checked: categories, cells, and what each role may do under which words."""

import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.boundary.conditions import WORDS
from app.boundary.conditions.functions import FUNCTIONS_OF

POLICY_FILE = Path(__file__).with_name("policy.toml")

CASE_ROLES = ("police_district", "municipality", "ngo", "agency", "training_provider", "operator")
"""Organisation types whose requests run under the `case` login."""
ROLES = (*CASE_ROLES, "evaluator")
"""Organisation types; each is a role of the database."""
ENTRANCES = {
    "case": "authenticator",
    "evaluator": "evaluator_entrance",
    "answerer": "answerer",
    "builder": "builder",
    "deliverer": "deliverer",
}
"""What a login is before it steps into a party's role: it reads who asks. The evaluator's sees nobody else's clients.
The answerer's, the builder's and the deliverer's step nowhere: who holds an answer link has no more than that role's
cells, what builds releases no more than the rows of citizens who consented to the evaluation, and what sends webhooks
no more than what is sent and where."""
MACHINE_ROLES = (*ENTRANCES.values(), "wall_keeper", "flow_counter", "auditor", "calendar_reader")
"""Roles no person ever holds: the entrances, the triggers that keep the wall, what counts, the sealing of the log, and
what the secret link of a calendar opens."""


SMALLEST_MINIMUM = 5
COUNTED_IN = "project"
"""The table whose rows the words of a count are judged of."""
FIXED_COLUMNS = frozenset(
    {
        "id",
        "project_id",
        "organisation_id",
        "citizen_id",
        "track",
        "consent_id",
        "referral_id",
        "course_id",
        "created_at",
    }
)
"""Columns no one may change after the row is written, whatever the policy says of the row."""
_KEYS = frozenset(
    {
        "table",
        "label_da",
        "label_en",
        "scope",
        "covered_as",
        "opened_by",
        "purpose",
        "citizen_data",
        "always",
        "every",
        "narrow",
        "fixed",
        "changeable",
        "unseen_without",
        "cells",
    }
)
_COUNT_KEYS = frozenset({"label_da", "label_en", "covered_as", "minimum", "cells"})
_CELL_KEYS = frozenset({"role", "allow", "when", "check", "columns", "basis"})


class Operation(StrEnum):
    """What one may do with a row. There is no delete."""

    CREATE = "create"
    READ = "read"
    UPDATE = "update"


_LETTERS = {"c": Operation.CREATE, "r": Operation.READ, "u": Operation.UPDATE}


class PolicyError(Exception):
    """`policy.toml` says something that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One permission: a role may do `operations` where all words hold."""

    role: str
    operations: frozenset[Operation]
    when: tuple[str, ...]
    check: tuple[str, ...]
    """Words that must hold besides of the row as it will be."""
    columns: tuple[str, ...]
    """The only columns that an update may change, or that may be read; empty for all (that are not fixed)."""
    basis: str

    @property
    def reads_columns(self) -> bool:
        """Whether it reads these columns and no others."""
        return bool(self.columns) and self.operations == {Operation.READ}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """How far a function inside an organisation reaches."""

    function: str
    operations: frozenset[Operation]
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """One category of data, which is one table."""

    name: str
    table: str
    label_da: str
    label_en: str
    scope: str | None
    """The consent scope that opens the category to a recipient."""
    covered_as: str
    """The category as agreements name it; closely related tables share one."""
    opened_by: str
    """The category under which disclosures of this one are written."""
    purpose: str
    """What for; an agreement covers a category for a purpose."""
    fixed: frozenset[str]
    """Columns that nobody changes after the row is written, besides those of every table."""
    citizen_data: bool
    always: dict[str, tuple[str, ...]]
    """What all cells of a role need besides, with citizens' data or without."""
    every: dict[str, tuple[str, ...]]
    narrow: tuple[Narrowing, ...]
    cells: tuple[Cell, ...] = field(default=())
    unseen_without: str | None = None
    """Its routes are 404 to everyone who may read no row of that category: who may not use them learns nothing."""
    minimum: int = 0
    """Of what is only counted: no number below it is told, and each is a multiple of it. 0 for a table."""

    def cells_for(self, role: str, operation: Operation) -> Iterator[Cell]:
        """The alternatives under which `role` may do `operation`; none means no."""
        return (cell for cell in self.cells if cell.role == role and operation in cell.operations)

    def allows(self, role: str, operation: Operation) -> bool:
        """Whether the role may ever do this at all."""
        return any(True for _ in self.cells_for(role, operation))

    def open_to(
        self, role: str, operation: Operation, functions: Collection[str], columns: Collection[str] = ()
    ) -> bool:
        """Whether a user in these functions may ever do this, with all of these columns; of which rows is not asked."""
        return any(
            not cell.columns or {*columns} <= {*cell.columns}
            for cell in self.cells_for(role, operation)
            if all({*functions} & {*FUNCTIONS_OF[word]} for word in cell.when if word in FUNCTIONS_OF)
        )

    def needs_agreement(self, role: str, operation: Operation) -> bool:
        """Whether the role may do `operation` under an agreement in force alone."""
        cells = list(self.cells_for(role, operation))
        return "agreed" in self.every.get(role, ()) or (bool(cells) and all("agreed" in cell.when for cell in cells))

    def reached_by(self, role: str, operation: Operation, functions: Collection[str]) -> bool:
        """Whether one of a user's functions may ever do this where they narrow the role; of which rows is not asked."""
        return (
            not self.narrow
            or role not in self.every
            or any(each.function in functions and operation in each.operations for each in self.narrow)
        )

    def reaches_all(self, operation: Operation, functions: Collection[str]) -> bool:
        """Whether one of a user's functions gives all that the organisation may, and not only what is theirs."""
        return not self.narrow or any(
            narrowing.function in functions and operation in narrowing.operations and not narrowing.when
            for narrowing in self.narrow
        )


@dataclass(frozen=True, slots=True)
class Policy:
    """The whole table."""

    version: int
    always: dict[str, tuple[str, ...]]
    """What all cells of a role need besides, unless the category says otherwise."""
    every: dict[str, tuple[str, ...]]
    """What cells with citizens' data need besides, unless the category says otherwise."""
    narrow: tuple[Narrowing, ...]
    """Likewise for functions inside an organisation."""
    categories: dict[str, Category]
    counts: dict[str, Category] = field(default_factory=dict)
    """What is only counted, by one function of the database; its words are judged of the project."""

    def __getitem__(self, name: str) -> Category:
        return self.counts[name] if name in self.counts else self.categories[name]

    @property
    def routed(self) -> dict[str, Category]:
        """All that a route may name, a token's scope be about: tables and counts."""
        return {**self.categories, **self.counts}

    def disclosable(self, recipient_role: str, scopes: frozenset[str]) -> list[Category]:
        """The categories that a referral with these scopes may open to a recipient of this type."""
        return [
            category
            for category in self.categories.values()
            if category.opened_by == category.name
            and category.scope in scopes
            and any("disclosed" in cell.when for cell in category.cells_for(recipient_role, Operation.READ))
        ]

    def agreement_categories(self) -> list[str]:
        """The names under which agreements cover citizens' data."""
        return sorted(
            {
                each.covered_as
                for each in self.categories.values()
                if any(each.needs_agreement(role, operation) for role in ROLES for operation in Operation)
            }
        )


def _operations(letters: str) -> frozenset[Operation]:
    return frozenset(_LETTERS[letter] for letter in letters)


def _narrowings(rows: list[dict[str, Any]]) -> tuple[Narrowing, ...]:
    return tuple(Narrowing(row["function"], _operations(row["allow"]), tuple(row["when"])) for row in rows)


def _category(name: str, row: dict[str, Any], document: dict[str, Any]) -> Category:
    citizen_data = row.get("citizen_data", True)
    own_every, own_always = row.get("every"), row.get("always")
    every = {
        role: tuple(document["every"].get(role, ()) if own_every is None else own_every)
        for role in (ROLES if citizen_data else ())
    }
    narrow = row.get("narrow", document["narrow"] if citizen_data else [])
    return Category(
        name=name,
        table=row["table"],
        label_da=row["label_da"],
        label_en=row["label_en"],
        scope=row.get("scope"),
        covered_as=row.get("covered_as", name),
        opened_by=row.get("opened_by", name),
        purpose=row.get("purpose", "intervention"),
        fixed=FIXED_COLUMNS - set(row.get("changeable", ())) | set(row.get("fixed", ())),
        citizen_data=citizen_data,
        always={role: tuple(words if own_always is None else own_always) for role, words in document["always"].items()},
        every=every,
        narrow=_narrowings(narrow),
        unseen_without=row.get("unseen_without"),
        cells=tuple(
            Cell(
                role=cell["role"],
                operations=_operations(cell["allow"]),
                when=tuple(cell["when"]),
                check=tuple(cell.get("check", ())),
                columns=tuple(cell.get("columns", ())),
                basis=cell["basis"],
            )
            for cell in row["cells"]
        ),
    )


def _count(name: str, row: dict[str, Any], document: dict[str, Any]) -> Category:
    return replace(
        _category(name, {**row, "table": COUNTED_IN, "opened_by": row["covered_as"], "citizen_data": False}, document),
        minimum=row["minimum"],
    )


def _problems(policy: Policy, document: dict[str, Any]) -> Iterator[str]:
    tables = Counter(category.table for category in policy.categories.values())
    yield from (f"one table is one category: {table}" for table, count in tables.items() if count > 1)
    yield from (f"every: no such role {role}" for role in policy.every.keys() - set(ROLES))
    yield from (f"always: no such role {role}" for role in policy.always.keys() - set(ROLES))
    for category in policy.categories.values():
        yield from (f"{category.name}: {problem}" for problem in _problems_of(category, policy))
        yield from (f"{category.name}: no such key {key}" for key in document["category"][category.name].keys() - _KEYS)
        for cell in document["category"][category.name]["cells"]:
            yield from (f"{category.name}: no such key {key}" for key in cell.keys() - _CELL_KEYS)
    for count in policy.counts.values():
        row = document["count"][count.name]
        yield from (f"{count.name}: {problem}" for problem in _problems_of_count(count, policy))
        yield from (f"{count.name}: no such key {key}" for key in row.keys() - _COUNT_KEYS)
        yield from (f"{count.name}: no such key {key}" for cell in row["cells"] for key in cell.keys() - _CELL_KEYS)


def _problems_of_count(count: Category, policy: Policy) -> Iterator[str]:
    yield from _problems_of(count, policy)
    if count.name in policy.categories:
        yield "a category has this name"
    if count.minimum < SMALLEST_MINIMUM:
        yield f"nothing is counted out below {SMALLEST_MINIMUM}"
    for cell in count.cells:
        if cell.operations != {Operation.READ} or "same_project" not in cell.when:
            yield f"{cell.role}: numbers are read, of one's own projects"


def _problems_of(category: Category, policy: Policy) -> Iterator[str]:
    words = {word for words in (*category.every.values(), *category.always.values()) for word in words}
    words |= {word for narrowing in category.narrow for word in narrowing.when}
    words |= {word for cell in category.cells for word in (*cell.when, *cell.check)}
    yield from (f"no such word {word}" for word in sorted(words - WORDS.keys()))
    if not category.cells:
        yield "nobody may do anything"
    for name in (category.covered_as, category.opened_by):
        if name not in policy.categories:
            yield f"no such category {name}"
    if category.unseen_without is not None and category.unseen_without not in policy.categories:
        yield f"no such category {category.unseen_without}"
    for cell in category.cells:
        yield from (f"{cell.role}: {problem}" for problem in _problems_of_cell(category, cell))
        if category.always.get(cell.role) != policy.always.get(cell.role) and not _is_open(cell):
            yield f"{cell.role}: without what always holds, a category is only open for reading to anyone"
    for role in {cell.role for cell in category.cells}:
        # PostgreSQL grants columns to a role, whatever the row is.
        if len({cell.columns if cell.reads_columns else () for cell in category.cells_for(role, Operation.READ)}) > 1:
            yield f"{role}: what it reads is bound to the same columns in each cell, or in none"


def _is_open(cell: Cell) -> bool:
    return cell.operations == {Operation.READ} and cell.when == ("anyone",)


def _problems_of_cell(category: Category, cell: Cell) -> Iterator[str]:
    if cell.role not in (*ROLES, *MACHINE_ROLES):
        yield "no such role"
        return
    if not cell.basis.strip() or not cell.when or not cell.operations:
        yield "a cell needs operations, conditions and a legal basis"
    if cell.check and Operation.UPDATE not in cell.operations:
        yield "only an update is checked afterwards"
    if cell.columns and Operation.UPDATE not in cell.operations and not cell.reads_columns:
        yield "only an update is bound to columns, or what is read and nothing else"
    yield from _problems_of_words(category, cell)
    if category.citizen_data and cell.role in ROLES:
        yield from _problems_of_citizen_cell(category, cell)


def _problems_of_words(category: Category, cell: Cell) -> Iterator[str]:
    if "consented" in cell.when and category.scope is None:
        yield "consented needs the category's scope"
    if "disclosed" in cell.when and not {"consented", "controller_agreed"} <= set(cell.when):
        yield "what is disclosed rests on consent and the controller's agreement"
    if {"as_passed_on", "bridging_active"} & set(cell.when) and "disclosed" not in cell.when:
        yield "only what is disclosed was passed on"


def _problems_of_citizen_cell(category: Category, cell: Cell) -> Iterator[str]:
    if "anyone" in cell.when:
        yield "a citizen's data are never open to anyone"
    if Operation.CREATE in cell.operations and "own" not in cell.when:
        yield "one writes as oneself only"
    for operation in sorted(cell.operations):
        if category.narrow and not any(operation in narrowing.operations for narrowing in category.narrow):
            yield f"no function of the organisation reaches {operation}"


@lru_cache
def load(path: Path = POLICY_FILE) -> Policy:
    """Read and check the policy.

    Raises:
        PolicyError: naming every fault found.
    """
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    policy = Policy(
        version=document["version"],
        always={role: tuple(words) for role, words in document["always"].items()},
        every={role: tuple(words) for role, words in document["every"].items()},
        narrow=_narrowings(document["narrow"]),
        categories={name: _category(name, row, document) for name, row in document["category"].items()},
        counts={name: _count(name, row, document) for name, row in document["count"].items()},
    )
    if problems := list(_problems(policy, document)):
        raise PolicyError("; ".join(problems))
    return policy
