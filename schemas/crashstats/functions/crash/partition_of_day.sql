create function partition_of_day(day date) returns text
language sql immutable strict
as $$ select 'crash_' || to_char($1, 'IYYY"w"IW') $$;

comment on function partition_of_day(date) is 'Name of the weekly partition that a day belongs to.';
