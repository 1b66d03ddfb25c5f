"""Interventionsmodellen: early help out of violence in close relationships, inside its boundaries."""
