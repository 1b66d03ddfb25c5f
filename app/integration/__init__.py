"""Living with other systems: what changed, told to those who may know it."""
