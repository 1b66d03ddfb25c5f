"""Follow-up of a course and of the contact to other services; the worklist."""
