-- What extensions brought, and what is granted on it.
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE EXTENSION pg_stat_statements SCHEMA ext;
CREATE EXTENSION postgres_fdw SCHEMA ext;
GRANT USAGE ON LANGUAGE plpgsql TO case_reader;
REVOKE EXECUTE ON FUNCTION ext.hstore(record) FROM PUBLIC;
\if :pg17
GRANT EXECUTE ON FUNCTION ext.pg_stat_statements_reset(oid, oid, bigint, boolean) TO case_reader WITH GRANT OPTION;
\else
GRANT EXECUTE ON FUNCTION ext.pg_stat_statements_reset(oid, oid, bigint) TO case_reader WITH GRANT OPTION;
\endif
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO "Case Role";
