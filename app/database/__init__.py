"""PostgreSQL: column types, engines and logins, the embedded server."""
