create table m (id int not null, a int) partition by range (id);
create table p partition of m for values from (0) to (10);
create index m_a on m (a);
alter index p_a_idx rename to a_of_p;
alter table m add unique (id);
alter table p rename constraint p_id_key to key_of_p;
