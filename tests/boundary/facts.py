"""The facts that condition words hang on, and which combinations of them are tried.

`main` values are combined with each other in full; each `variant`, a way of being almost right, is tried with
all combinations of the others in one track, under full agreements.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from app.boundary.policy import MACHINE_ROLES
from app.boundary.policy import ROLES as PARTIES
from app.models import metadata
from tests.boundary.model import Row, words_of

ROLES = (*PARTIES, *MACHINE_ROLES)


@dataclass(frozen=True)
class Fact:
    """One thing that is so or otherwise."""

    main: tuple[str, ...]
    variants: tuple[str, ...] = ()


FACTS: dict[str, Fact] = {
    "org": Fact(("mine", "other")),
    "track": Fact(("victim", "perpetrator"), ("none",)),
    "cover": Fact(
        ("all", "no_mine"),
        (
            "no_controller",
            "neither",
            "no_consent",
            "no_referral",
            "no_citizen",
            "controller_no_referral",
            "controller_no_consent",
            "expired",
            "future",
            "ended",
            "other_purpose",
        ),
    ),
    "programme": Fact(("municipal", "model")),
    "registered": Fact(("me", "other")),
    "pair": Fact(("both", "victim_only"), ("perpetrator_only", "neither", "swapped", "other_project")),
    "consent": Fact(
        ("none", "good"),
        (
            "lasting",
            "draft",
            "refused",
            "withdrawn",
            "expired",
            "superseded",
            "run_out",
            "not_named",
            "only_me",
            "only_third",
            "other_scope",
            "split",
            "of_other_citizen",
        ),
    ),
    "consent_of": Fact(("other",), ("mine",)),
    "referral": Fact(
        ("none", "accepted"),
        (
            "draft",
            "sent",
            "received",
            "rejected",
            "recalled",
            "accepted_by_third",
            "of_other_citizen",
            "another_accepted",
            "sent_by_me",
            "on_withdrawn_consent",
        ),
    ),
    "disclosure": Fact(
        ("none", "good"),
        (
            "lasting",
            "laid_down",
            "ended",
            "run_out",
            "other_category",
            "other_source",
            "to_third",
            "of_other_citizen",
            "on_withdrawn_consent",
            "on_consent_to_others",
            "on_narrower_consent",
            "before_change",
            "stale_and_fresh",
            "onward",
            "onward_by_uncovered",
            "onward_of_old",
            "onward_of_new",
        ),
    ),
    "outcome": Fact(("none",), ("declined", "not_reached", "course_started", "unfinished", "of_other", "of_another")),
    "passed_on": Fact(("no", "yes"), ("laid_down", "other_category", "by_other")),
    "assigned": Fact(("nobody", "me", "colleague"), ("both", "me_before", "me_elsewhere")),
    "charge": Fact(
        ("nobody", "me_victim", "colleagues"),
        ("me_perpetrator", "both_sides", "colleague_victim", "colleague_perpetrator", "me_before", "me_elsewhere"),
    ),
    "status": Fact(("draft", "good"), ("second", "third", "fourth", "fifth")),
    "recipients": Fact(("me", "third")),
    "recipient": Fact(("me", "third"), ("nobody",)),
    "sender": Fact(("me", "third")),
    "holder": Fact(("me", "other")),
    "kind": Fact(("bridging", "initial")),
    "source": Fact(("mine", "other")),
    "scope": Fact(("ticked", "not_ticked")),
    "opened": Fact(("no", "yes"), ("ended", "run_out", "lasting")),
    "term": Fact(("none", "past"), ("lasting",)),
    "staff": Fact(("me", "colleague")),
    "given": Fact(("citizen", "cpr_register")),
    "protection": Fact(("none", "special"), ("unknown", "name_and_address")),
    "superseded": Fact(("no",), ("before", "since")),
    "party": Fact(("organisation", "counterparty", "neither")),
    "partner": Fact(("yes", "no"), ("ended", "other_project")),
    "controller": Fact(("me", "other")),
    "link": Fact(("held", "none"), ("used", "ended", "run_out", "of_somebody", "to_other", "of_other_controller")),
    "handed_in": Fact(("yes", "no")),
    "decided": Fact(("yes", "no")),
    "grant_of": Fact(("handed_in", "draft"), ("other",)),
    "account_of": Fact(("handed_in", "draft"), ("other", "returned")),
    "paper": Fact(
        ("free", "report_draft", "report_in"),
        ("withdrawn", "report_returned", "voucher", "voucher_draft", "voucher_in", "voucher_returned", "of_other"),
    ),
    "granted": Fact(("yes", "no"), ("closed", "lapsed", "refused", "to_other", "in_other_project")),
    "invitation": Fact(("required", "no"), ("optional", "not_yet")),
    "concerned": Fact(("mine", "other"), ("nobody", "mine_of_other_kind")),
    "of_meeting": Fact(("this", "another")),
    "owner": Fact(("me", "third")),
    "organiser": Fact(("me", "third")),
    "taking": Fact(("me", "third"), ("nobody", "both")),
    "evaluation": Fact(("good", "none"), ("withdrawn", "other_scope", "run_out", "of_other_citizen", "uncovered")),
    "ticks": Fact(("yes",), ("no", "run_out")),
    "couple": Fact(("both", "neither"), ("victim_only", "perpetrator_only", "split", "withdrawn")),
    "cost_of": Fact(("good", "none"), ("not_consented", "of_other")),
    "released": Fact(("published", "built"), ("recalled", "checked")),
    "own_project": Fact(("yes", "no")),
    "release_of": Fact(("published", "checked"), ("approved", "built", "recalled", "other_build", "other")),
    "declaration": Fact(("good", "none"), ("lasting", "ended", "future", "to_other", "by_other", "of_other_agreement")),
    "validity": Fact(("good", "ended"), ("lasting", "future")),
    "asked_covered": Fact(("yes", "no")),
    "asking": Fact(("mine", "none"), ("of_other", "other_recipient", "other_track", "other_time", "ended")),
    "matched": Fact(
        ("yes", "no"),
        (
            "of_other",
            "other_track",
            "other_project",
            "of_other_citizen",
            "protected",
            "unknown",
            "special",
            "name_and_address",
            "no_identity",
        ),
    ),
    "closes": Fact(("open", "closed")),
    "shown": Fact(("everyone", "coordinator"), ("nobody", "caseworker", "integration")),
}

FACTS_OF: dict[str, tuple[str, ...]] = {
    "anyone": (),
    "own": ("org",),
    "in_track": ("track",),
    "in_own_track": ("track",),
    "of_own_track": ("track",),
    "of_own_track_or_none": ("track",),
    "of_evaluator": ("org",),
    "asks_as_evaluator": (),
    "own_record": ("controller",),
    "agreed": ("cover",),
    "controller_agreed": ("org", "cover"),
    "municipality_runs_courses": ("programme", "partner"),
    "party": ("party",),
    "same_project": ("partner",),
    "registered_here": ("registered",),
    "both_registered_here": ("pair",),
    "in_relationship": ("registered", "referral", "outcome"),
    "consented": ("consent",),
    "referral_consented": ("referral", "consent"),
    "consented_to_bridging": ("referral", "consent"),
    "feedback_allowed": ("sender", "consent", "consent_of"),
    "disclosed": ("org", "disclosure", "consent", "outcome"),
    "as_passed_on": ("disclosure", "consent", "outcome", "superseded"),
    "bridging_active": ("disclosure", "consent", "outcome"),
    "not_passed_on": ("passed_on",),
    "given_by_citizen": ("given",),
    "not_specially_protected": ("protection",),
    "of_perpetrator": ("track",),
    "named": ("recipients", "status"),
    "becomes_withdrawn": ("status",),
    "is_holder": ("holder",),
    "holder_agreed": ("holder", "cover"),
    "names_holder": ("consent",),
    "addressed": ("recipient", "status"),
    "recipient": ("recipient",),
    "accepted_here": ("referral",),
    "taken_on": ("referral", "outcome"),
    "sent_here": ("referral", "recipient"),
    "consent_covers": ("consent", "consent_of", "scope", "recipient"),
    "bridging_consented": ("kind", "consent", "recipient"),
    "source_of_disclosure": ("source",),
    "not_yet_open": ("opened",),
    "contact_lent": ("opened",),
    "assigned": ("assigned",),
    "unassigned": ("assigned",),
    "either_assigned": ("charge",),
    "neither_assigned": ("charge",),
    "to_oneself": ("staff",),
    "by_oneself": ("staff",),
    "oversees": (),
    "shown_to_function": ("shown",),
    "invited": ("invitation",),
    "own_dialogue_meeting": ("concerned",),
    "of_invited_meeting": ("of_meeting", "invitation", "partner"),
    "of_own_dialogue_meeting": ("of_meeting", "invitation", "concerned", "partner"),
    "owes": ("owner",),
    "organises": ("organiser",),
    "taking_part": ("taking",),
    "keeps_accounts": (),
    "operates": (),
    "accounted": ("status",),
    "of_its_grant": ("granted",),
    "held": ("link",),
    "by_link": ("link",),
    "of_link": ("link",),
    "becomes_answered": ("status",),
    "handed_in": ("handed_in",),
    "decided": ("decided",),
    "grant_handed_in": ("grant_of",),
    "account_handed_in": ("account_of",),
    "file_handed_in": ("paper",),
    "of_handed_in_file": ("paper",),
    "evaluation_consented": ("evaluation",),
    "ticks_evaluation": ("status", "ticks"),
    "evaluation_agreed": ("org", "cover"),
    "both_consented_to_link": ("couple",),
    "of_evaluated_course": ("cost_of",),
    "checks_releases": (),
    "published": ("released",),
    "of_own_project": ("own_project", "partner"),
    "of_published_release": ("release_of",),
    "in_force": ("validity",),
    "declared": ("declaration",),
    "still_consented": ("opened",),
    "run_out": ("opened", "term"),
    "match_consented": ("consent", "consent_of", "recipient", "asked_covered"),
    "of_own_match_request": ("asking",),
    "match_standing": ("opened",),
    "match_known": ("matched", "consent"),
    "match_open": ("closes",),
}
"""A word that is not here is tried by nobody: the test of a new one begins with this table."""

MAIN: dict[tuple[str, str], tuple[str, ...]] = {
    ("disclosure", "referral"): ("none", "accepted", "sent_by_me"),
    ("referral_outcome", "consent_of"): ("other", "mine"),
    ("match_request", "consent_of"): ("other", "mine"),
    ("match_question", "opened"): ("no", "ended"),
    ("withdrawal_acknowledgement", "consent"): ("none", "good", "withdrawn", "superseded"),
}
"""Where a category asks for more than the fact's own main values."""

Facts = dict[str, str]


def words_in_play(category: Row, operations: Iterable[str]) -> set[str]:
    """Every word that any role's cells for these operations use."""
    return {word for role in ROLES for operation in operations for word in words_of(category, role, operation)}


_LOOKS_INTO_PAPERS = {
    "registered_here",
    "in_relationship",
    "consented",
    "referral_consented",
    "consented_to_bridging",
    "feedback_allowed",
    "disclosed",
    "names_holder",
    "accepted_here",
    "taken_on",
    "sent_here",
    "consent_covers",
    "bridging_consented",
    "match_consented",
}
"""Words whose tables a caseworker sees only as far as the citizen is assigned."""


def facts_in_play(category: Row, operations: Iterable[str]) -> dict[str, Fact]:
    """The facts that these words hang on, with their values."""
    words = words_in_play(category, operations)
    names = {name for word in words for name in FACTS_OF[word]}
    if words & _LOOKS_INTO_PAPERS:
        names |= {"assigned", "cover"}
    if "consent" in names:
        names -= {"evaluation"}  # a good one ticks the evaluation as well
    if "superseded_at" not in metadata.tables[category["table"]].columns:
        names -= {"superseded"}
    found = {}
    for name in FACTS:
        if name in names:
            main = MAIN.get((category["name"], name), FACTS[name].main)
            if name == "assigned" and not words & {"assigned", "unassigned"}:
                main = ("nobody", "colleague")
            if name == "cover" and "controller_agreed" in words:
                main = (*main, "no_controller", "neither")
            every = (*FACTS[name].main, *FACTS[name].variants)
            found[name] = Fact(main, tuple(each for each in every if each not in main))
    if category["name"] == "incident_offence":
        found["track"] = Fact(("perpetrator",))  # a check of the table
    return found


def combinations(category: Row, operations: Iterable[str]) -> Iterator[Facts]:
    """Every combination to be tried for these operations."""
    facts = facts_in_play(category, operations)
    for values in product(*(fact.main for fact in facts.values())):
        yield dict(zip(facts, values, strict=True))
    for name, fact in facts.items():
        others = {
            other: (it.main[:1] if other in {"track", "cover"} else it.main)
            for other, it in facts.items()
            if other != name
        }
        for variant in fact.variants:
            for values in product(*others.values()):
                given = dict(zip(others, values, strict=True))
                if len(others) <= SMALL or _deviations(given) <= CLOSE:
                    yield {name: variant, **given}


SMALL = 6
"""Up to so many other facts, a variant is tried with all their combinations."""
CLOSE = 2
"""Beyond that, with those that are so many steps from allowing."""
_ALLOWING = {
    "consent": {"good"},
    "referral": {"accepted", "sent_by_me"},
    "disclosure": {"good"},
    "assigned": {"me"},
    "charge": {"me_victim"},
    "passed_on": {"no"},
    "status": {"good"},
    "scope": {"ticked"},
    "opened": {"no"},
    "kind": {"bridging"},
    "registered": {"me"},
    "given": {"citizen"},
    "protection": {"none"},
    "superseded": {"no", "since"},
    "programme": {"municipal"},
    "shown": {"everyone"},
    "link": {"held"},
    "evaluation": {"good"},
    "couple": {"both"},
    "cost_of": {"good"},
    "release_of": {"published", "checked"},
    "asked": {"me"},
    "declaration": {"good"},
    "validity": {"good"},
    "asked_covered": {"yes"},
    "asking": {"mine"},
    "matched": {"yes"},
    "closes": {"open"},
}


def _deviations(given: Facts) -> int:
    return sum(value not in _ALLOWING[name] for name, value in given.items() if name in _ALLOWING)


def is_plain(facts: Facts) -> bool:
    """Whether it belongs to the smaller set that every kind of user is tried on."""
    return facts.get("cover", "all") == "all" and all(
        value in (*FACTS[name].main, "withdrawn", "sent_by_me", "mine") for name, value in facts.items()
    )
