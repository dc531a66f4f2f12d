create schema parts;
create table m (a int, b int) partition by list (a);
create table parts.m1 partition of m for values in (1);
create index m_b on m (b);
