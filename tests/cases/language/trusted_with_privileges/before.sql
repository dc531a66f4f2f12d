create language other handler plpgsql_call_handler;
create trusted language trusting handler plpgsql_call_handler;
grant usage on language trusting to case_reader;
revoke usage on language trusting from public;
