CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE EXTENSION pg_stat_statements SCHEMA ext;
CREATE EXTENSION postgres_fdw SCHEMA ext;
GRANT USAGE ON LANGUAGE plpgsql TO case_owner;
REVOKE USAGE ON TYPE ext.hstore FROM PUBLIC;
\if :pg17
GRANT EXECUTE ON FUNCTION ext.pg_stat_statements_reset(oid, oid, bigint, boolean) TO case_reader, PUBLIC;
\else
GRANT EXECUTE ON FUNCTION ext.pg_stat_statements_reset(oid, oid, bigint) TO case_reader, PUBLIC;
\endif
REVOKE SELECT ON ext.pg_stat_statements FROM PUBLIC;
GRANT SELECT ON ext.pg_stat_statements TO case_reader;
