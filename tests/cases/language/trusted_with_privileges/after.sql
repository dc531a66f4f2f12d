create trusted language other handler plpgsql_call_handler;
grant usage on language other to case_reader;
create language trusting handler plpgsql_call_handler;
