"""Records by the reference that a case system knows them by."""
