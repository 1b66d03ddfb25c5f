"""Workers as others than their own organisation may know them."""

import base64
import hmac
from uuid import UUID

from app.auth.keys import KeyRing

_BYTES = 10


def staff_pseudonym(keys: KeyRing, project_id: UUID, staff_id: UUID) -> str:
    """The worker's name in a project: the same in every report of it, another in another project.

    A keyed digest, since ids alone could be tried one by one against a plain one.
    """
    key = hmac.digest(keys.index_secret, b"staff pseudonyms 1", "sha256")
    digest = hmac.digest(key, project_id.bytes + staff_id.bytes, "sha256")
    return "M-" + base64.b32encode(digest[:_BYTES]).decode("ascii")
