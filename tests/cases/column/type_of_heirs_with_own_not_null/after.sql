create table a (id bigint not null, k bigint constraint given not null);
create table b () inherits (a);
create table c (z int) inherits (b);
create table d (id bigint not null, k bigint constraint mine not null) inherits (a);
comment on constraint given on a is 'kept';
