"""What answers that are no JSON look like in examples."""

from collections.abc import Mapping

_HTML = '<!doctype html><html lang="da"><title>Spørgeskema</title><p>Tak for dine svar.</p></html>'
MEDIA: Mapping[str, str] = {
    "text/html": _HTML,
    "text/calendar": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Interventionsmodellen//DA\r\nEND:VCALENDAR\r\n",
    "image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><title>Forløb</title></svg>',
    "text/csv": "category;cost_oere\r\ntransport;24050\r\n",
}
"""By media type."""
