create table p (a int not null, b text) partition by range (a);
create table p3 partition of p for values from (20) to (30);
alter table p add constraint p_pkey primary key (a);
create index p_b on p (b);
