"""The programme around the pathway: meeting plan, meetings, training, calendars, maturation; status in numbers."""
