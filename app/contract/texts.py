"""What the contract says of itself in words: title page, tags with their Danish terms, statuses."""

from collections.abc import Mapping

VERSION = "1.0.0-alpha.1"
DESCRIPTION = """\
Interventionsmodellen: early help to adults who are subjected to, or use, violence in close relationships.

Police districts and municipalities find people, obtain a signed consent (samtykke) and pass information on; a voluntary
organisation makes contact, runs a course (forløb) and follows up. Each party sees only what law, agreement
(databehandleraftale) and the citizen's own consent allow: whatever the caller may not see answers 404, exactly as if it
had never existed, and 403 is only for what the caller's role can never do.

Errors are problem documents (RFC 9457) with a stable `type`, in Danish under `Accept-Language: da`. A POST that creates
or acts carries an `Idempotency-Key`; a change of a versioned resource carries `If-Match`. Lists are paged by cursor.
"""
CONTACT = {"name": "The maintainers", "url": "https://interventionsmodellen.example/"}
EMAIL = "kontakt@interventionsmodellen.example"
LICENCE = {"name": "EUPL-1.2", "url": "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12"}
TAGS = (
    ("Sign-in", "Adgang: tokens, and who one is here."),
    ("Reference", "Kommuner, politikredse and code lists with Danish and English labels."),
    ("Organisations", "Organisationer: parties, medarbejdere and klienter."),
    ("Projects", "Projekter: projects and their partners, under one of the two programmes."),
    ("Agreements", "Databehandleraftaler: without one in force, what rests on it is unreachable."),
    ("Citizens", "Borgere, with each category of data as a block that may be withheld."),
    ("Incidents", "What the police know of an event (hændelse), split by who may learn it."),
    ("Consents", "Samtykkeerklæringer: forms in versions; signed, refused, withdrawn."),
    ("Referrals", "Videregivelser: the minimum before acceptance, what was consented to after."),
    ("Courses", "Forløb: from the first conversation to the last."),
    ("Sessions", "Samtaler of a course, and the notes (journalnotater) of each."),
    ("Support needs", "Støttebehov, and the bridging (brobygning) of them to a municipality."),
    ("Follow-ups", "Opfølgning after a course."),
    ("Measuring", "Måleinstrumenter in versions, spørgeskemaer with answers and scores, and what changed."),
    ("Answering", "Besvarelse: the page on which a citizen answers by link: HTML, for a browser and not for a client."),
    (
        "Interviews",
        "Interviewkandidater, their contact on its way to the evaluator apart from research data; evalueringsbidrag.",
    ),
    ("Journey", "Borgerforløb: the journey seen whole: timeline, worklist, who may see what and who did."),
    ("Changes", "Ændringer: what changed, in order: how a case system (fagsystem) keeps itself in step."),
    ("Imports", "Import: many records at once, by the case system's own reference; what became of each row."),
    ("Blind match", "Blindt opslag: asking a partner whether it knows a citizen, to that partner's decision."),
    ("Case systems", "Fagsystemer: webhooks, by which an organisation's own systems are told what changed."),
    ("Meetings and training", "Mødeplan, møder, referater, kalender og undervisningsdage."),
    ("Programme", "Programstatus: how far citizens have come, counted step by step."),
    ("Maturation", "Modning: kriterier og vurdering ved hver port."),
    ("Time and cost", "Tidsforbrug og udgifter: what the model takes and costs, and whose grant it may be paid from."),
    ("Grants", "Tilskud: application, decision, budget and its changes, instalments, accounts, files (R45-R53)."),
    (
        "Pseudonymised data",
        "Pseudonymiserede udtræk: sealed rows for the evaluator; 404 unless a controller has declared the recipient.",
    ),
    ("Releases", "Anonymiserede udgivelser: built, attacked, checked, approved; frozen, pulled by the evaluator."),
    ("Operations", "Drift: health, and this document."),
)
STATUS_TEXT: Mapping[int, str] = {
    400: "Malformed: a header, the query, the cursor or the JSON itself.",
    401: "No token, or one that is not accepted.",
    403: "What the role can never do, what the token's scope does not carry, or no agreement in force.",
    404: "Not there, or not the caller's to see; the two are the same.",
    409: "The state forbids it (`allowed` lists what it permits), or it conflicts with what is registered.",
    406: "None of the media types in `Accept` can be given.",
    408: "The request came too slowly.",
    410: "No longer there: recalled since it was published, or older than what is kept.",
    412: "Changed since it was read.",
    413: "Larger than is accepted.",
    414: "The path or the query is longer than is accepted.",
    415: "Another media type than the operation takes.",
    416: "The file has no such bytes; `Content-Range` says how large it is.",
    422: "Content that is not accepted; `errors` points at it.",
    428: "`If-Match` is missing.",
    429: "The rate limit is reached (`policies` names which); see `Retry-After`.",
    431: "The headers are larger than is accepted.",
    500: "A fault of ours.",
    503: "Not available at the moment; see `Retry-After`.",
}
TERMS: Mapping[str, str] = {
    "Account": "Regnskab",
    "Agreement": "Databehandleraftale",
    "Approval": "Godkendelse af en udgivelse",
    "Assessment": "Vurdering ved en port",
    "Assignment": "Tildeling",
    "Attachment": "Bilagsfil",
    "AuditEvent": "Logpost",
    "Budget": "Budget",
    "CalendarFeed": "Kalenderabonnement",
    "Candidate": "Interviewkandidat",
    "Citizen": "Borger",
    "Client": "Klient",
    "Consent": "Samtykke",
    "ConsentForm": "Samtykkeerklæring",
    "ContactAttempt": "Kontaktforsøg",
    "ContactBrief": "Kontaktoplysninger til interview",
    "Contribution": "Evalueringsbidrag",
    "Cost": "Udgift",
    "Course": "Forløb",
    "Decision": "Beslutning",
    "File": "Fil i en udgivelse",
    "FollowUp": "Opfølgning",
    "Grant": "Tilskud",
    "GrantDecision": "Afgørelse",
    "HourlyRate": "Timesats",
    "Import": "Import",
    "ImportRow": "Række i en import",
    "Incident": "Hændelse",
    "Instalment": "Rate",
    "Instrument": "Måleinstrument",
    "Job": "Dannelse af en udgivelse",
    "MatchRequest": "Forespørgsel om kendskab",
    "MaturationCriteria": "Modningskriterier",
    "Meeting": "Møde",
    "MeetingPlan": "Mødeplan",
    "Municipality": "Kommune",
    "Note": "Journalnotat",
    "Notice": "Underretning",
    "Organisation": "Organisation",
    "PairLink": "Parkobling",
    "Partner": "Partner i et projekt",
    "PoliceDistrict": "Politikreds",
    "ProgrammeDecision": "Beslutning",
    "Project": "Projekt",
    "PseudonymisedExtract": "Pseudonymiseret udtræk",
    "Referral": "Videregivelse",
    "Release": "Anonymiseret udgivelse",
    "Response": "Besvarelse",
    "Access": "Opslag",
    "SealedRow": "Forseglet række",
    "Session": "Samtale",
    "Staff": "Medarbejder",
    "SupportNeed": "Støttebehov",
    "Task": "Opgave",
    "TimeEntry": "Tidsregistrering",
    "TimelineEvent": "Begivenhed",
    "TrainingDay": "Undervisningsdag",
    "Voucher": "Bilag",
    "WebhookDelivery": "Webhook-levering",
    "WebhookEndpoint": "Webhook-modtager",
}
"""The Danish word for each kind of record."""
