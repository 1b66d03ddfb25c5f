"""Whose ids examples hold."""

from collections.abc import Mapping

RECORDS: Mapping[str, str] = {
    **dict.fromkeys(("controller_id", "counterparty_id", "holder_id", "recipient_id", "recipients"), "organisation"),
    **dict.fromkeys(("organisers", "required", "optional", "owner_id", "controller_ids"), "organisation"),
    **dict.fromkeys(("OrganisationBrief", "organiser_id"), "organisation"),
    **dict.fromkeys(("sender_id", "source_organisation_id"), "police"),
    **dict.fromkeys(("assigned_to",), "staff"),
    "evaluator_id": "evaluator",
    "form_version_id": "consent_form",
    "victim_id": "citizen",
    "perpetrator_id": "perpetrator",
    "PseudonymisedExtractOut": "extract",
    "JobOut": "build",
    "NewClientOut": "client",
    "FileOut": "file",
    "ManifestFile": "file",
    "ReleaseEntry": "release",
    "ReleaseManifest": "release",
    "CalendarFeedCreated": "calendar_feed",
    "ContactBrief": "contact",
    "InterviewContactOut": "contact",
    "InterviewClosed": "contact",
}
"""Whose id a member holds, or a view has, where the name alone does not say it."""
