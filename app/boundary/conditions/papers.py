"""Words on the papers themselves: consents, referrals, and what was laid down to be passed on."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, FromClause, Select, and_, any_, literal, or_

from app.boundary.asker import Asker
from app.boundary.conditions.base import (
    CONSENT,
    INTERVENTION,
    consents,
    covered,
    is_over,
    one,
    picture,
    referrals,
    relied_on,
    there_is,
    word,
)

if TYPE_CHECKING:
    from app.boundary.policy import Category


@word
def named(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent names the asker as a recipient, and was signed: a refusal is nobody's but the holder's to know."""
    return and_(
        asker.organisation == any_(row.c.recipients),
        row.c.status != literal("draft"),
        row.c.status != literal("refused"),
    )


@word
def becomes_withdrawn(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Whoever holds a consent may register its withdrawal, and nothing else (art. 7(3))."""
    return row.c.status == literal("withdrawn")


@word
def is_holder(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's organisation obtained the consent that the row belongs to."""
    return row.c.holder_id == asker.organisation


@word
def holder_agreed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The agreement of the organisation that obtained the consent is in force and covers it."""
    return covered(row.c.holder_id, row, CONSENT, INTERVENTION)


@word
def names_holder(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker holds the consent as a named recipient, and it was withdrawn or replaced by another."""
    consent = consents()
    return there_is(
        one(consent).where(
            consent.c.id == row.c.consent_id,
            asker.organisation == any_(consent.c.recipients),
            or_(consent.c.status == literal("withdrawn"), consent.c.status == literal("superseded")),
        ),
        row,
    )


@word
def addressed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Sent to the asker. What was never sent stays the sender's own paper, also once it is recalled."""
    return and_(row.c.recipient_id == asker.organisation, row.c.sent_at.is_not(None))


@word
def recipient(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is the one the row is meant for."""
    return row.c.recipient_id == asker.organisation


def _accepted(row: FromClause, asker: Asker) -> tuple[FromClause, Select[tuple[int]]]:
    referral = referrals()
    return referral, one(referral).where(
        referral.c.id == row.c.referral_id,
        referral.c.recipient_id == asker.organisation,
        referral.c.status == literal("accepted"),
    )


@word
def accepted_here(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker has accepted the referral that the row travels with."""
    return there_is(_accepted(row, asker)[1], row)


@word
def taken_on(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker has accepted the referral, and has not completed it as declined by the citizen or never reached."""
    referral, query = _accepted(row, asker)
    return there_is(query.where(~is_over(referral.c.id, referral, asker, however=False)), row)


@word
def sent_here(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker wrote the referral that the row travels with."""
    referral = referrals()
    return there_is(
        one(referral).where(
            referral.c.id == row.c.referral_id,
            referral.c.organisation_id == asker.organisation,
            referral.c.citizen_id == row.c.citizen_id,
            referral.c.recipient_id == row.c.recipient_id,
        ),
        row,
    )


@word
def consent_covers(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent the row rests on is active, names its recipient, and ticks the row's scope."""
    consent = consents()
    return there_is(
        one(consent).where(
            consent.c.id == row.c.consent_id,
            consent.c.citizen_id == row.c.citizen_id,
            relied_on(consent, asker),
            row.c.recipient_id == any_(consent.c.recipients),
            row.c.scope == any_(consent.c.scopes),
        ),
        row,
    )


@word
def bridging_consented(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """A referral onward: the active consent it rests on names its recipient and ticks bridging."""
    consent = consents()
    return and_(
        row.c.kind == literal("bridging"),
        there_is(
            one(consent).where(
                consent.c.id == row.c.consent_id,
                consent.c.citizen_id == row.c.citizen_id,
                relied_on(consent, asker),
                row.c.recipient_id == any_(consent.c.recipients),
                literal("bridging") == any_(consent.c.scopes),
            ),
            row,
        ),
    )


@word
def source_of_disclosure(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is the controller whose data the disclosure opens."""
    return row.c.source_organisation_id == asker.organisation


@word
def not_yet_open(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Laid down only: it is the recipient who opens it, when it accepts."""
    return and_(row.c.opened_at.is_(None), row.c.ended_at.is_(None))


@word
def accounted(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The cost stands in the accounts: it was booked, and is no draft, nor one that was cancelled."""
    return or_(row.c.status == literal("booked"), row.c.status == literal("audited"))


@word
def of_its_grant(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Whose row it is holds a grant in the row's project: what others spend is nothing to who pays grants."""
    grant = picture("grant_application", "project_id organisation_id status")
    return there_is(
        one(grant).where(
            grant.c.project_id == row.c.project_id,
            grant.c.organisation_id == row.c.organisation_id,
            or_(grant.c.status == literal("granted"), grant.c.status == literal("closed")),
        ),
        row,
    )


@word
def handed_in(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row was submitted, and is no draft any more."""
    return row.c.submitted_at.is_not(None)


@word
def decided(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The decision is made, and is no working paper any more."""
    return row.c.decided_at.is_not(None)


@word
def grant_handed_in(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The application that the row hangs on was submitted."""
    grant = picture("grant_application", "id submitted_at")
    return there_is(one(grant).where(grant.c.id == row.c.grant_id, grant.c.submitted_at.is_not(None)), row)


@word
def account_handed_in(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The accounts that the row stands in were submitted, and are not with the grantee again to be put right."""
    account = picture("grant_account", "id status submitted_at")
    return there_is(one(account).where(account.c.id == row.c.account_id, _submitted(account)), row)


_OF_ACCOUNTS = ("voucher", "auditor_report")
"""Kinds of files that stand in accounts, and are handed in with them."""


def _file_handed_in(file: FromClause) -> ColumnElement[bool]:
    audited = picture("grant_account", "id auditor_report_id status submitted_at")
    account = picture("grant_account", "id status submitted_at")
    voucher = picture("grant_voucher", "account_id attachment_id")
    accounted_for = there_is(one(account).where(account.c.id == voucher.c.account_id, _submitted(account)), voucher)
    return and_(
        file.c.withdrawn_at.is_(None),
        or_(
            and_(*(file.c.kind != literal(each) for each in _OF_ACCOUNTS)),
            there_is(one(audited).where(audited.c.auditor_report_id == file.c.id, _submitted(audited)), file),
            there_is(one(voucher).where(voucher.c.attachment_id == file.c.id, accounted_for), file),
        ),
    )


def _submitted(account: FromClause) -> ColumnElement[bool]:
    return and_(account.c.submitted_at.is_not(None), account.c.status != literal("returned"))


@word
def file_handed_in(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The file was not withdrawn, and is none of accounts, or the accounts that it stands in were submitted."""
    return _file_handed_in(row)


@word
def of_handed_in_file(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The content is that of a file of no accounts, or of accounts that were submitted."""
    file = picture("grant_attachment", "id kind withdrawn_at")
    return there_is(one(file).where(file.c.id == row.c.attachment_id, _file_handed_in(file)), row)
