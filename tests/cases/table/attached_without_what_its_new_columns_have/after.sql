create table m (id int, c int default 3, b text) partition by range (id);
create table p partition of m for values from (0) to (10);
alter table p alter c drop default;
alter table p alter b set storage external;
