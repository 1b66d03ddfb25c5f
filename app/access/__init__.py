"""Signing in: tokens, metadata, clients, and `GET /v1/me`."""
