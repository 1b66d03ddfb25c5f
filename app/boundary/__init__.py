"""The boundary: who may create, read and change which category of data, under which conditions.

`policy.toml` is the one source. `clauses` turns it into where-clauses, `rls` into grants and row-level
policies, `matrix` into the page in `docs/`. Nothing else in the product decides who may see what.
"""
