"""What the caller can do, over HTTP."""

from functools import partial
from typing import Annotated

from app.gate.cells import signed_in
from app.gate.desk import Desk
from app.gate.offered import offered, writes
from app.gate.route import GatedRouter
from app.journey.operation_views import CallableOperations
from app.journey.operations import Open, listed

router = GatedRouter(prefix="/v1/me", tags=["Sign-in"])


@router.get("/operations", operation_id="listMyOperations")
async def list_mine(
    desk: Annotated[Desk, signed_in("Everyone may know what they may do here.")],
) -> CallableOperations:
    """Every button that the caller can ever be shown: what role, function, scopes and agreement leave.

    A button is for a record when all of `when` holds of it; in other states it would be refused. What rests on other
    records as well is told by the refusal alone: a consent that has run out, a citizen in a colleague's charge.
    """
    return listed(
        desk,
        (Open(name, each.method, each.path, each.words, partial(writes, desk, each)) for name, each in offered(desk)),
    )
