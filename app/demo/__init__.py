"""The demo: a small invented programme, and the journey of one citizen played over HTTP."""
