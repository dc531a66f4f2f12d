create table t (a int primary key, h int not null, constraint positive check (h > 0));
create unique index t_h on t (h);
create index t_a_h on t (a) include (h) where h > 1;
comment on index t_h is 'x';
create table r (h int constraint r_h references t (h));
create table v (a int, h int);
create view w as select h from v;
create index v_h on v (h);
