"""Keys serve the mode that they were made for."""

from app.auth.keys import KeyRing
from app.settings import Settings


class WrongKeysError(RuntimeError):
    """Keys that were made for the other mode."""


def refuse_wrong_keys(settings: Settings, ring: KeyRing) -> None:
    """Demo keys serve the demo only, since anyone could have a copy of them; and the demo is served with no others.

    Raises:
        WrongKeysError: saying what to do.
    """
    if settings.mode == "demo" and ring.purpose != "demo":
        message = (
            f"The keys in {settings.key_ring_path} are those of a production installation, and this is demo mode, "
            "which lets anybody in who knows a demo client's secret: unset APP_MODE, or set APP_DATA_DIR to another "
            "folder."
        )
        raise WrongKeysError(message)
    if settings.mode != "demo" and ring.purpose == "demo":
        message = (
            f"The keys in {settings.key_ring_path} are demo keys, and this is not demo mode: make keys of your own "
            "with `python -m app keys new --file PATH`, set APP_KEYS_FILE, and start again."
        )
        raise WrongKeysError(message)
