create table t (a int not null, b int constraint "Given" not null, c int constraint another not null, d int, e int constraint comes not null,
                f int constraint same not null);
create table alone (g int not null, h int constraint fresh not null no inherit, i int constraint i_given not null no inherit, j int, k int not null no inherit);
create table heir () inherits (t);
create table m (a int constraint m_other not null) partition by range (a);
create table m1 partition of m for values from (0) to (10);
create table m2 (a int constraint m_other not null);
alter table m attach partition m2 for values from (10) to (20);
