create schema "Odd ""schema""";
comment on schema "Odd ""schema""" is 'it''s odd';
grant usage on schema "Odd ""schema""" to "Case Role";
create schema other authorization case_owner;
