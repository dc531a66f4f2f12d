create operator family fam using btree;
create operator class ints for type int using btree family fam as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
comment on operator family fam using btree is 'family';
comment on operator class ints using btree is 'class';
create table t (a int, b int);
create index t_a on t (a ints);
create operator family gone using hash;
