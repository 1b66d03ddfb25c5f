"""Interview candidates and contacts as they go in and out."""

import re
import unicodedata
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from app.citizens.states import Channel
from app.citizens.views import EmailAddress, PhoneNumber, SafeHours
from app.common.citizen_text import screened
from app.common.cpr import holds_cpr
from app.common.days import PastDay
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.text import clean_line
from app.common.views import Strict, example
from app.database.columns import Track
from app.gate.paging import PageQuery
from app.interviews.states import InterviewStatus

_MOST_WORDS = 2
_NOT_A_NAME = re.compile(r"[\d,;:@/()]")


class NotACallName(InvalidValue):
    """More than what one calls somebody: a number, an address, a whole name."""

    code = "not_a_call_name"
    message_en = "A first name or another word, at most two; no digits, no comma, no @."
    message_da = "Et fornavn eller et andet ord, højst to; ingen cifre, intet komma, intet @."


def _to_call_by(value: str) -> str:
    seen = unicodedata.normalize("NFKC", value)
    if holds_cpr(value) or _NOT_A_NAME.search(seen) or len(seen.split()) > _MOST_WORDS:
        raise NotACallName
    return value


CallName = Annotated[
    str,
    Field(
        min_length=1,
        max_length=40,
        description="What the interviewer calls the citizen: a first name, or another word; at most two, without "
        "digits, comma or @. Never a full name.",
    ),
    BeforeValidator(clean_line),
    AfterValidator(_to_call_by),
]
InterviewChannel = Literal[Channel.PHONE, Channel.SMS, Channel.EMAIL]


class NoWayError(InvalidValue):
    """Neither a number nor an address."""

    code = "no_way_of_contact"
    message_en = "Give a phone number or an e-mail address."
    message_da = "Angiv et telefonnummer eller en e-mailadresse."


class CandidateIn(Strict):
    """A citizen on a course, proposed for an interview (interviewkandidat)."""

    model_config = example(
        {
            "course_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
            "evaluator_id": "3b9a4c1e-0d6f-4f57-8a55-6f2d0a4a2b77",
        }
    )

    course_id: UUID = Field(description="A course (forløb) of one's own.")
    evaluator_id: UUID = Field(description="The project's evaluator.")


class CandidateAsked(Strict):
    """When the citizen was asked."""

    model_config = example({"asked_on": "2026-02-03"})

    asked_on: PastDay


class CandidateDeclined(Strict):
    """When the citizen said no."""

    model_config = example({"answered_on": "2026-02-10"})

    answered_on: PastDay


class ContactPassedOn(Strict):
    """What the interviewer needs to reach the citizen safely, and no more. What is not said is taken for unsafe."""

    model_config = example(
        {
            "call_name": "Ågot",
            "phone": "+4520000001",
            "safe_channels": ["phone"],
            "safe_hours": [{"weekday": 2, "from_time": "10:00", "to_time": "14:00"}],
            "never_leave_message": True,
            "shared_device": False,
        }
    )

    call_name: CallName
    phone: PhoneNumber | None = None
    email: Annotated[EmailAddress, AfterValidator(screened)] | None = None
    safe_channels: Annotated[list[InterviewChannel], AfterValidator(distinct)] = Field(
        min_length=1, max_length=3, description="Of the citizen's safe channels."
    )
    safe_hours: list[SafeHours] = Field(min_length=1, max_length=21, description="Within the citizen's safe hours.")
    never_leave_message: bool = True
    shared_device: bool = True

    @model_validator(mode="after")
    def _reachable(self) -> "ContactPassedOn":
        if self.phone is None and self.email is None:
            raise NoWayError
        return self


class CandidateOut(BaseModel):
    """A candidate, to the party that proposed the citizen."""

    id: UUID
    project_id: UUID
    course_id: UUID
    citizen_id: UUID
    track: Track
    evaluator_id: UUID
    status: InterviewStatus
    consent_id: UUID | None = Field(description="The consent to the interview.")
    asked_on: date | None
    answered_on: date | None = Field(
        description="Of a yes: the day of the signature, or of asking where the consent stood signed by then."
    )
    contact_passed_on_at: datetime | None
    completed_on: date | None = Field(description="When the interview was held, as the evaluator registered it.")
    created_at: datetime
    updated_at: datetime
    version: int


class CandidateList(PageQuery):
    """Filters of the list."""

    course_id: UUID | None = None
    citizen_id: UUID | None = None
    status: InterviewStatus | None = None
    track: Track | None = None
    updated_since: Moment | None = None


class ContactBrief(BaseModel):
    """A contact that waits for an interview, without what is in it."""

    id: UUID = Field(description="Of this contact alone: nothing else of the citizen, in no release, has it.")
    project_id: UUID
    passed_on: date
    valid_until: date | None = Field(
        description="The day on which the consent runs out: from then on it is 404. Null where it does not."
    )
    version: int


class ContactOut(ContactBrief):
    """What the interviewer needs to reach one citizen. Read it again before each call: it may have ended."""

    call_name: str
    phone: str | None
    email: str | None
    safe_channels: list[InterviewChannel] = Field(description="No other channel.")
    safe_hours: list[SafeHours] = Field(description="At no other hour (Europe/Copenhagen).")
    never_leave_message: bool
    shared_device: bool = Field(description="Others may read what is sent: neutral words, no sender that tells.")


class ContactList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None


class InterviewHeld(Strict):
    """When the interview was held."""

    model_config = example({"held_on": "2026-03-03"})

    held_on: PastDay = Field(description="Not before the contact was passed on.")


class InterviewClosed(BaseModel):
    """That the contact is done with: it was erased, and answers 404 from now on."""

    id: UUID
    project_id: UUID
    held_on: date | None = Field(description="Null where no interview came of it.")
