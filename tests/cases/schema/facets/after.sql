create schema app authorization postgres;
comment on schema app is E'two\nlines';
grant create on schema app to case_reader;
grant usage on schema app to public;
