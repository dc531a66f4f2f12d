create table m (id int, a int default 1, b text, c int default 3) partition by range (id);
create table p partition of m for values from (0) to (10);
alter table p alter a set default 5, alter b set not null, alter c drop default;
alter table p add constraint small check (a < 100);
alter table p alter b set storage external, alter b set statistics 7;
comment on column p.b is 'of the partition';
grant select (b) on p to case_reader;
create trigger t before update on p for each row execute function suppress_redundant_updates_trigger();
