"""What the citizen's page says: nothing of violence, of a programme, or of whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.common.problem import Language


@dataclass(frozen=True, slots=True)
class Texts:
    """All words of the page in one language."""

    title: str
    leave: str
    in_language: str
    about: str
    optional: str
    shared: str
    send: str
    fault: str
    faults: str
    missing: str
    done: str
    thanks: str
    gone: str
    why_gone: str
    refused: str
    open_again: str
    down: str
    try_later: str


TEXTS: Mapping[Language, Texts] = {
    "da": Texts(
        title="Spørgeskema",
        leave="Forlad siden",
        in_language="Dansk",
        about="Vælg ét svar til hvert spørgsmål. Svarene kan ikke ændres, når de er sendt, og de vises ikke igen.",
        optional="(kan springes over)",
        shared="Bruger andre også denne telefon eller computer, så luk siden, når du er færdig.",
        send="Send svar",
        fault="Fejl",
        faults="Der mangler svar",
        missing="Vælg et svar",
        done="Tak",
        thanks="Dine svar er modtaget. Du kan lukke siden nu.",
        gone="Siden findes ikke",
        why_gone="Linket er allerede brugt, eller det gælder ikke længere. Du behøver ikke at gøre noget.",
        refused="Det gik ikke",
        open_again="Svarene er ikke sendt. Åbn linket igen, og prøv en gang til.",
        down="Siden kan ikke vises lige nu",
        try_later="Prøv igen om lidt. Linket er ikke brugt.",
    ),
    "en": Texts(
        title="Questionnaire",
        leave="Leave this page",
        in_language="English",
        about="Choose one answer to each question. Once sent, answers cannot be changed, nor are they shown again.",
        optional="(may be left out)",
        shared="If others use this phone or computer too, close the page when you are done.",
        send="Send answers",
        fault="Error",
        faults="Answers are missing",
        missing="Choose an answer",
        done="Thank you",
        thanks="Your answers have been received. You can close this page now.",
        gone="This page does not exist",
        why_gone="The link has been used already, or it is not valid any longer. There is nothing you need to do.",
        refused="That did not work",
        open_again="The answers were not sent. Open the link again, and try once more.",
        down="The page cannot be shown right now",
        try_later="Please try again in a while. The link has not been used.",
    ),
}
