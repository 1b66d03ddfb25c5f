"""How fast the three main requests are, as ratios to the same SQL in pgbench. See README.md beside this file."""
