create table a (id bigint primary key, b_id bigint);
create table b (id bigint primary key, c_id bigint);
create table c (id bigint primary key, a_id bigint references a on delete cascade);
create table d (id bigint primary key, a_id bigint references a, d_id bigint references d);
alter table a add constraint a_b foreign key (b_id) references b deferrable;
alter table b add constraint b_c foreign key (c_id) references c on update cascade;
alter table a add column d_id bigint references d not null;
