"""Many records at once: a file is received, kept sealed, and worked through row by row as whoever sent it."""
