"""The programme around the pathway: its status in numbers."""
