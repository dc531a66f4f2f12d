create table m (id int not null, a int not null) partition by range (id);
create table p partition of m for values from (0) to (10) partition by hash (a);
create table p0 partition of p for values with (modulus 1, remainder 0);
create index m_a on m (a);
alter index p_a_idx rename to middle;
alter index p0_a_idx rename to lowest;
