create type e as enum ('a', 'b');
alter type e owner to case_owner;
create table t (x e[] default array['a', 'b']::e[], y e default 'b');
revoke usage on type e from public;
