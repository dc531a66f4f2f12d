create type r as range (subtype = date);
comment on type r is 'days';
grant usage on type r to case_reader;
create type s as range (subtype = float8, subtype_diff = float8mi);
