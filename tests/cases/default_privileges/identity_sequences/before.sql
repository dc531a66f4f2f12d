-- Default privileges reach a column's own sequence, of which nothing is said.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO case_reader;
