"""PostgreSQL's own counters of each table's rows, which it shows to whoever can sign in: kept to who watches over it.

By them a login would know of every citizen, consent and withdrawal the moment that it is written, though not whose.
"""

KEEP = """\
DO $$
DECLARE
  counter regprocedure;
BEGIN
  FOR counter IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
    AND proname ~ '^pg_stat_get_((live|dead)_tuples|tuples_|(mod|ins)_since_|numscans|blocks_)'
    AND has_function_privilege('public', oid, 'EXECUTE')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', counter);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO pg_read_all_stats', counter);
  END LOOP;
END $$"""
"""In our database; only a superuser may. The views of them (`pg_stat_user_tables` ...) ask for the same right."""
