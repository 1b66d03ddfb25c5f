"""What releases refuse, beyond a forbidden transition."""

from collections.abc import Sequence

from app.boundary.triggers.releases import (
    AGREEMENT_ENDED,
    APPROVAL_MISSING,
    CONSENT_WITHDRAWN,
    NOT_ASKED,
    ROWS_HANDED_OUT,
    SOURCES_UNKNOWN,
)
from app.common.errors import Conflict, ForbiddenTransition
from app.common.problem import Bilingual, Problem


class PersonRequired(Conflict):
    """409: this is a person's to do, and the client is nobody's."""

    code = "person-required"
    title = Bilingual("A person is required", "Kræver en person")
    default_detail = Bilingual(
        "The client belongs to no user: who builds, checks and approves is a person.",
        "Klienten hører ikke til en bruger: det er en person, der bygger, kontrollerer og godkender.",
    )


class FourEyes(Conflict):
    """409: who built a release does not check it."""

    code = "four-eyes"
    title = Bilingual("Another person must check", "En anden skal kontrollere")
    default_detail = Bilingual(
        "You asked for this build: a disclosure officer who did not checks it.",
        "Du bad om denne bygning: den kontrolleres af en anden.",
    )


class DisclosureFound(Conflict):
    """409: the attacker found something; a release like this goes no further."""

    code = "disclosure-found"
    title = Bilingual("The attacker found something", "Angriberen fandt noget")
    default_detail = Bilingual(
        "The attack on this build succeeded somewhere; the internal report says where. Build it anew.",
        "Angrebet på denne bygning lykkedes et sted; den interne rapport siger hvor. Byg den igen.",
    )


class BuildUnderWay(Conflict):
    """409: a build of the release waits or is under way."""

    code = "build-under-way"
    title = Bilingual("A build is under way", "En bygning er i gang")
    default_detail = Bilingual("Wait until it has ended.", "Vent, til den er færdig.")


class PeriodNotOver(Conflict):
    """409: the period has not ended; what is frozen must be whole."""

    code = "period-not-over"
    title = Bilingual("The period is not over", "Perioden er ikke slut")
    default_detail = Bilingual(
        "A release is frozen for good, so its period must have ended.",
        "En udgivelse fryses for altid, så perioden skal være slut.",
    )


class PeriodTaken(Conflict):
    """409: another release has days of this period, or this name."""

    code = "period-taken"
    title = Bilingual("The period or the name is taken", "Perioden eller navnet er optaget")
    default_detail = Bilingual(
        "Each day belongs to one release: two answers about one period tell of whoever came or went in between.",
        "Hver dag hører til én udgivelse: to svar om samme periode fortæller om dem, der kom til eller gik imellem.",
    )


class FinalMade(Conflict):
    """409: the programme's final release is its last; it alone shows what came late."""

    code = "final-release-last"
    title = Bilingual("The final release is the last", "Den afsluttende udgivelse er den sidste")
    default_detail = Bilingual(
        "No release is of years after a final one, and a final one is of the last years of all.",
        "Ingen udgivelse er af år efter en afsluttende, og en afsluttende er af de sidste år.",
    )


class ConsentWithdrawn(ForbiddenTransition):
    """409: a citizen's consent to the evaluation ended after the snapshot. Build it anew."""

    code = "consent-withdrawn-since"
    title = Bilingual("A consent has ended since", "Et samtykke er ophørt siden")
    default_detail = Bilingual(
        "A consent to the evaluation ended after the data were read: build the release anew.",
        "Et samtykke til evalueringen er ophørt, efter at oplysningerne blev læst: byg udgivelsen igen.",
    )


class AgreementEnded(ForbiddenTransition):
    """409: the agreement of a controller whose data are in it is in force no more. Build it anew."""

    code = "agreement-ended-since"
    title = Bilingual("An agreement has ended since", "En aftale er ophørt siden")
    default_detail = Bilingual(
        "The agreement of a controller whose data are in it is not in force any more: build the release anew.",
        "Aftalen med en dataansvarlig, hvis oplysninger indgår, er ikke længere i kraft: byg udgivelsen igen.",
    )


class SourcesUnknown(ForbiddenTransition):
    """409: built by an earlier version, that did not keep from whom all of its data came. Build it anew."""

    code = "sources-unknown"
    title = Bilingual("Built by an earlier version", "Bygget af en tidligere version")
    default_detail = Bilingual(
        "It was not kept from which controllers, and by which agreements, all of its data came: build it anew.",
        "Det blev ikke gemt, fra hvilke dataansvarlige og efter hvilke aftaler alle oplysningerne kom: byg udgivelsen "
        "igen.",
    )


class RowsHandedOut(ForbiddenTransition):
    """409: an evaluator got pseudonymised rows of people in it after the snapshot. Build it anew."""

    code = "rows-handed-out-since"
    title = Bilingual("Rows have been handed out since", "Der er udleveret rækker siden")
    default_detail = Bilingual(
        "An evaluator got pseudonymised rows of people in it after the data were read, and could work out the others "
        "from both: build the release anew.",
        "En evaluator har fået pseudonymiserede rækker om personer i den, efter at oplysningerne blev læst, og kunne "
        "regne de øvrige ud af begge dele: byg udgivelsen igen.",
    )


class ApprovalMissing(ForbiddenTransition):
    """409: a controller whose data are in it has not approved. Build it anew, without that controller."""

    code = "approval-missing"
    title = Bilingual("An approval is missing", "En godkendelse mangler")
    default_detail = Bilingual(
        "A controller whose data are in it has not approved: build the release anew without it.",
        "En dataansvarlig, hvis oplysninger indgår, har ikke godkendt: byg udgivelsen igen uden.",
    )


_RULES: dict[str, type[ForbiddenTransition]] = {
    CONSENT_WITHDRAWN: ConsentWithdrawn,
    AGREEMENT_ENDED: AgreementEnded,
    SOURCES_UNKNOWN: SourcesUnknown,
    ROWS_HANDED_OUT: RowsHandedOut,
    APPROVAL_MISSING: ApprovalMissing,
}


def of_rule(code: str, state: str, allowed: Sequence[str]) -> Problem:
    """What a trigger refused, with the states that are open instead."""
    kind = ForbiddenTransition if code == NOT_ASKED else _RULES[code]
    return kind(state=state, allowed=allowed)
