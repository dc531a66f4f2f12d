create language gone handler plpgsql_call_handler;
create language kept handler plpgsql_call_handler;
create trusted language "o{the}r[?x]" handler plpgsql_call_handler inline plpgsql_inline_handler;
comment on language kept is 'old';
create trusted language third handler plpgsql_call_handler;
revoke usage on language third from public;
