create type c as (a int, b text);
create type mood as enum ('bad', 'fine');
create domain d as text;
create type r as range (subtype = bigint);
create table t (m mood);
security label for pleat_test on column c.b is 'other part';
security label for pleat_test on type mood is 'feels';
security label for pleat_test on domain d is 'limits more';
security label for pleat_test on type r is 'spans';
