create table node (id bigint primary key, parent bigint references node on delete cascade, root bigint not null references node deferrable initially deferred);
create table a (id bigint primary key, b bigint);
create table b (id bigint primary key, a bigint references a on delete set null);
alter table a add constraint a_b foreign key (b) references b on update cascade;
