"""The model's verdicts on many cases: what the words say, and what they say of one who may not look everywhere."""

from collections.abc import Iterable
from typing import Any

from tests.boundary.model import (
    CATEGORIES,
    WORDS,
    Asker,
    Case,
    Question,
    Row,
    Sees,
    everything,
    judge,
    words_of,
)

BY_TABLE = {str(each["table"]): each for each in CATEGORIES.values()}


class Judge:
    """Judges cases of one category for one asker."""

    def __init__(self, category: Row, asker: Asker, coverage: dict[Any, Any]) -> None:
        self.category = category
        self.asker = asker
        self.coverage = coverage
        self._plain: dict[tuple[int, str], bool] = {}
        self._looks: dict[tuple[str, int], bool] = {}

    def _question(self, case: Case, row: Row, category: Row, sees: Sees) -> Question:
        return Question(case, row, self.asker, category, self.coverage, sees)

    def words(self, case: Case, names: Iterable[str]) -> dict[str, bool]:
        """Which words hold of a case's row."""
        question = self._question(case, case.row, self.category, everything)
        found = {}
        for name in names:
            key = (id(case), name)
            if key not in self._plain:
                self._plain[key] = WORDS[name](question)
            found[name] = self._plain[key]
        return found

    def by_words(self, case: Case, role: str, operation: str) -> bool:
        """As the truth table has it."""
        holds = self.words(case, words_of(self.category, role, operation, after=operation == "create"))
        return judge(
            self.category,
            role,
            operation,
            self.asker.functions,
            holds.__getitem__,
            after=operation == "create",
        )

    def becoming_by_words(self, case: Case, role: str, row: Row) -> bool:
        """Whether the words let an update make `row` of the case's."""
        return self._holds(case, self.category, role, "update", case.row, everything, after=False) and self._holds(
            case, self.category, role, "update", row, everything, after=True
        )

    def decisive(self, case: Case, role: str, operation: str, names: Iterable[str]) -> set[str]:
        """The words of these that alone decide of this case: were it otherwise, so would the answer be."""
        holds = self.words(case, words_of(self.category, role, operation))
        given = (self.category, role, operation, self.asker.functions)
        answer = judge(*given, holds.__getitem__, after=True)
        found = set()
        for name in names:
            other = {**holds, name: not holds[name]}
            if judge(*given, other.__getitem__, after=True) != answer:
                found.add(name)
        return found

    def looking(self, case: Case, role: str, operation: str, row: Row | None = None, *, after: bool = False) -> bool:
        """The same where a word can only look at what the role may read: row-level security within a word."""

        def sees(table: str, other: Row) -> bool:
            key = (role, id(other))
            if key not in self._looks:
                category = BY_TABLE[table]
                self._looks[key] = self._holds(case, category, role, "read", other, sees, after=False)
            return self._looks[key]

        return self._holds(case, self.category, role, operation, row or case.row, sees, after=after)

    def _holds(
        self, case: Case, category: Row, role: str, operation: str, row: Row, sees: Sees, *, after: bool
    ) -> bool:
        if not words_of(category, role, operation, after=after):
            return False
        question = self._question(case, row, category, sees)
        return judge(category, role, operation, self.asker.functions, lambda word: WORDS[word](question), after=after)
