create type r as range (subtype = date);
alter type r owner to case_owner;
create type s as range (subtype = float8, subtype_diff = float8mi);
revoke usage on type s from public;
comment on type s is 'numbers';
