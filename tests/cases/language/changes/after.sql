create trusted language "Fresh one" handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator;
create language kept handler plpgsql_call_handler;
create language "o{the}r[?x]" handler plpgsql_call_handler validator plpgsql_validator;
create function f() returns int language "Fresh one" as 'begin return 1; end';
alter language kept owner to case_owner;
comment on language kept is 'new';
grant usage on language "Fresh one" to case_reader;
create trusted language third handler plpgsql_call_handler;
grant usage on language third to case_reader;
