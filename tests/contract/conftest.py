"""The contract, made once from the code: no database."""

from typing import Any

import pytest
from fastapi import FastAPI

from app.api import ROUTERS
from app.contract import document


@pytest.fixture(scope="session")
def contract() -> dict[str, Any]:
    api = FastAPI(openapi_url=None)
    for router in ROUTERS:
        api.include_router(router)
    return document(api)
