"""Everything under one roof: the routers of the slices, in the order of the process."""

from fastapi import APIRouter

import app.models  # noqa: F401 - fills the metadata before any slice looks a table up
from app import documents
from app.access import me, oauth
from app.citizens import routes as citizens

ROUTERS: tuple[APIRouter, ...] = (
    documents.router,
    oauth.router,
    me.router,
    citizens.router,
)
