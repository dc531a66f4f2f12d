create table m (a int, b int) partition by list (a);
create table m1 partition of m for values in (1);
create table m2 partition of m for values in (2);
create index m_b on only m (b);
create index m1_own on m1 (b);
alter index m_b attach partition m1_own;
