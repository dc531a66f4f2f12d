create schema parts;
create table m (a int, b int) partition by list (a);
create table parts.m1 partition of m for values in (1);
create table parts.m2 partition of m for values in (2);
create index m_b on m (b);
comment on index m_b is 'whole';
comment on index parts.m1_b_idx is 'part';
