"""The boundary as a page to read: `docs/boundary.md`, from `policy.toml` and the words' own explanations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.boundary.conditions import WORDS
from app.boundary.policy import ROLES, Category, Cell, Narrowing, Operation, Policy, load

ROLE_LABELS = {
    "police_district": ("Politikreds", "Police district"),
    "municipality": ("Kommune", "Municipality"),
    "ngo": ("Frivillig organisation", "Voluntary organisation (NGO)"),
    "agency": ("Social- og Boligstyrelsen", "National agency"),
    "training_provider": ("Kompetenceleverandør", "Training provider"),
    "operator": ("Platformens drift", "Platform operator"),
    "evaluator": ("Evaluator (VIVE)", "Evaluator (VIVE)"),
    "authenticator": ("Log ind (maskine)", "Sign-in (machine)"),
    "evaluator_entrance": ("Evaluators adgang (maskine)", "The evaluator's entrance (machine)"),
    "answerer": ("Borger med svarlink (maskine)", "A citizen with an answer link (machine)"),
    "builder": ("Bygning af udgivelser (maskine)", "The builder of releases (machine)"),
    "deliverer": ("Afsendelse af webhooks (maskine)", "What sends webhooks (machine)"),
    "calendar_reader": ("Kalenderlink (maskine)", "A calendar's secret link (machine)"),
    "wall_keeper": ("Databasens egne regler (maskine)", "The database's own rules (machine)"),
    "flow_counter": ("Optælling (maskine)", "Counting (machine)"),
    "auditor": ("Forsegling af loggen (maskine)", "Sealing of the log (machine)"),
}
"""Danish and English."""

_SCOPE_OF = {
    "consented": None,
    "disclosed": None,
    "referral_consented": None,
    "consented_to_bridging": "bridging",
    "bridging_consented": "bridging",
    "feedback_allowed": "feedback_to_sender",
}
"""Words that ask for a tick; None for the category's own."""

_LETTERS = {Operation.CREATE: "C", Operation.READ: "R", Operation.UPDATE: "U"}

_HEAD = """\
# Grænsen: hvem må se hvad / The boundary: who may see what

*Generated from [`app/boundary/policy.toml`](../app/boundary/policy.toml) by `python -m app matrix --write`; a test
fails when the two differ. Do not edit this page. The legal texts are placeholders with their source: no lawyer has
reviewed them.*

A cell says that a role may **C**reate (opret), **R**ead (læs) or **U**pdate (ret) rows of a category where every
condition of the cell holds. Several rows of one role are alternatives. What is not here is not allowed; nobody deletes
(ingen sletter). The same conditions stand in the application's statements and in PostgreSQL's row-level policies.
"""

_INSIDE = """\
Of what the organisation may, a user's function gives the part where its conditions hold; functions add up. A function
that is not here gives nothing. Some categories have a list of their own.
"""


def render(policy: Policy | None = None) -> str:
    """The page."""
    policy = policy or load()
    categories = list(policy.routed.values())
    parts = [
        _HEAD,
        "## Oversigt / Overview\n",
        _overview(categories),
        "## Betingelser for alt / Conditions of every cell\n",
        "Categories with citizens' data need these besides their own, unless the category says otherwise.\n",
        _every(policy.every),
        "All categories, with citizens' data or without, need these besides; only what is open to anyone may not.\n",
        _every(policy.always),
        "## Inden for organisationen / Inside an organisation\n",
        _INSIDE,
        _narrow(policy.narrow),
        "## Samtykke / What a consent's ticks open\n",
        _scopes(categories),
        "## Kategorier / Categories\n",
        *(_category(each, policy) for each in categories),
        "## Ordene / The words\n",
        _glossary(categories),
    ]
    return "\n".join(parts)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"[{word.replace('_', ' ')}](#{word})" for word in words) or "–"


def _letters(operations: Iterable[Operation]) -> str:
    chosen = set(operations)
    return "".join(letter for operation, letter in _LETTERS.items() if operation in chosen)


def _role(role: str) -> str:
    danish, english = ROLE_LABELS[role]
    return danish if danish == english else f"{danish} / {english}"


def _overview(categories: Sequence[Category]) -> str:
    def row(category: Category) -> list[str]:
        given = [_letters(each for each in Operation if category.allows(role, each)) or "–" for role in ROLES]
        return [f"[{category.label_da} / {category.label_en}](#category-{category.name})", *given]

    return _table(["", *(ROLE_LABELS[role][1] for role in ROLES)], map(row, categories))


def _every(every: Mapping[str, Sequence[str]]) -> str:
    rows = ([_role(role), _words(words)] for role, words in every.items())
    return _table(["Rolle / Role", "Betingelser / Conditions"], rows)


def _narrow(narrow: Iterable[Narrowing]) -> str:
    rows = ([f"`{each.function}`", _letters(each.operations), _words(each.when)] for each in narrow)
    return _table(["Funktion / Function", "", "Betingelser / Conditions"], rows)


def _scopes(categories: Sequence[Category]) -> str:
    """Each scope with the categories whose cells ask for it."""
    opened: dict[str, list[str]] = {}
    for category in categories:
        words = {word for cell in category.cells for word in cell.when}
        for scope in sorted({_SCOPE_OF[word] or category.scope for word in words & _SCOPE_OF.keys()} - {None}, key=str):
            opened.setdefault(str(scope), []).append(f"[{category.label_en}](#category-{category.name})")
    rows = ([f"`{scope}`", ", ".join(names)] for scope, names in sorted(opened.items()))
    return _table(["Kryds / Scope", "Kategorier / Categories"], rows)


def _category(category: Category, policy: Policy) -> str:
    lines = [
        f'<a id="category-{category.name}"></a>\n',
        f"### {category.label_da} / {category.label_en}\n",
        "".join(f"{fact}  \n" for fact in _facts(category, policy)),
        _table(
            ["Rolle / Role", "", "Betingelser / Conditions", "Hjemmel / Legal basis"],
            ([_role(cell.role), _letters(cell.operations), _conditions(cell), cell.basis] for cell in category.cells),
        ),
    ]
    if category.narrow and category.narrow != policy.narrow:
        lines += ["Inside an organisation:\n", _narrow(category.narrow)]
    return "\n".join(lines)


def _facts(category: Category, policy: Policy) -> Iterator[str]:
    if category.minimum:
        yield f"Category `{category.name}`, no table: numbers from the function `programme_{category.name}`"
        yield f"Minimum cell {category.minimum} (mindste celle): no smaller number, and only multiples of it"
        yield f"Agreements name it `{category.covered_as}`, for the purpose `{category.purpose}`"
        return
    yield f"Category `{category.name}`, table `{category.table}`"
    if category.unseen_without:
        yield (
            f"Its routes are 404 to whoever may read no row of `{category.unseen_without}`, and wherever else they "
            "would be 403 (role, scope, agreement)"
        )
    if not category.citizen_data:
        yield "No citizens' data (ingen borgeroplysninger)"
        return
    if any(category.needs_agreement(role, operation) for role in ROLES for operation in Operation):
        yield f"Agreements name it `{category.covered_as}`, for the purpose `{category.purpose}`"
    if category.scope:
        yield f"Opened to a recipient by the consent's tick `{category.scope}`"
    if category.opened_by != category.name:
        yield f"Passed on together with [{category.opened_by}](#category-{category.opened_by})"
    if {role: words for role, words in category.every.items() if words} != policy.every:
        besides = {word for words in category.every.values() for word in words}
        yield f"Besides its own conditions: {_words(sorted(besides))}"
    if not category.narrow:
        yield "For every function of the organisation"


def _conditions(cell: Cell) -> str:
    text = _words(cell.when)
    if cell.check:
        text += f"; afterwards {_words(cell.check)}"
    if cell.columns:
        does = "reads" if cell.reads_columns else "changes"
        text += f"; {does} only {', '.join(f'`{column}`' for column in cell.columns)}"
    return text


def _glossary(categories: Sequence[Category]) -> str:
    used = {word for category in categories for words in category.every.values() for word in words}
    used |= {word for category in categories for words in category.always.values() for word in words}
    for category in categories:
        used |= {word for narrowing in category.narrow for word in narrowing.when}
        used |= {word for cell in category.cells for word in (*cell.when, *cell.check)}
    return "\n".join(f'<a id="{word}"></a>**{word.replace("_", " ")}**: {explanation(word)}\n' for word in sorted(used))


def explanation(word: str) -> str:
    """What a condition word means, as its function explains it."""
    return " ".join((WORDS[word].__doc__ or "").split())
