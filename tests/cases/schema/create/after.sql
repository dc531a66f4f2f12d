create schema app;
comment on schema app is 'the app''s own';
grant usage on schema app to case_reader;
create table app.t (id int);
