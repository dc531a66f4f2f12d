create type mood as enum ('a');
comment on type mood is 'x';
grant usage on type mood to case_reader with grant option;
