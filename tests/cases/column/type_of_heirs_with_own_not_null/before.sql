create table a (id int not null, k int constraint given not null);
create table b () inherits (a);
create table c (z int) inherits (b);
create table d (id int not null, k int constraint mine not null) inherits (a);
comment on constraint given on a is 'kept';
