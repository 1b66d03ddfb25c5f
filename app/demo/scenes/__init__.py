"""The scenes of the demo's journey, in the order of the process."""
