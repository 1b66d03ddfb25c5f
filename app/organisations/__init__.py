"""Who takes part: organisations, their staff, projects and the partners of a project."""
