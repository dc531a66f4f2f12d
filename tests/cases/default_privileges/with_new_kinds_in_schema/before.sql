create schema app;
alter default privileges in schema app grant select on tables to case_reader;
create table app.a (id int);
