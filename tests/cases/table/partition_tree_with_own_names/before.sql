create table p (a int not null, b text) partition by range (a);
alter table p add constraint p_pkey primary key (a);
create index p_b on p (b);
