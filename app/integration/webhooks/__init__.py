"""Webhooks (Standard Webhooks): endpoints, and what tells them that something has changed, by id alone."""
