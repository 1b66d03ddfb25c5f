"""Tests of who is asking: keys, tokens, assertions."""
