"""Courses (forløb), their sessions and notes, and the bridging of other needs."""
