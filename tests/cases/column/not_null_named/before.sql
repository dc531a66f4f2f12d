create table t (a int constraint given not null, b int not null, c int constraint other not null, d int constraint goes not null, e int,
                f int constraint same not null);
create table alone (g int not null no inherit, i int constraint i_given not null, j int not null no inherit, k int);
create table heir () inherits (t);
create table m (a int constraint m_given not null) partition by range (a);
create table m1 partition of m for values from (0) to (10);
