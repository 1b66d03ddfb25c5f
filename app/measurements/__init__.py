"""Instruments in versions, questionnaires handed out and answered, and what changed from start to end (R36, R43)."""
