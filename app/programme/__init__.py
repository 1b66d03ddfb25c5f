"""The programme around the pathway: the meeting plan, meetings, training days, calendars, maturation (R1-R13, R30)."""
