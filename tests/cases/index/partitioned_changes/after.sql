create table m (a int, b int, c text) partition by range (a);
create table m1 partition of m for values from (0) to (10) partition by list (b);
create table m11 partition of m1 for values in (1);
create table m2 partition of m for values from (10) to (20);
create index m_b on m (b, c);
create index m_c on m (c);
create unique index m_lower on m (a, b, lower(c));
comment on index m_c is 'all';
