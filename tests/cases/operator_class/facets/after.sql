create operator family fam using btree;
create operator class ints for type int using btree family fam as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
alter operator family fam using btree add operator 1 < (int, bigint), function 1 (int, bigint) btint48cmp(int, bigint);
alter operator family fam using btree owner to case_superuser;
alter operator class ints using btree owner to case_superuser;
create table t (a int, b int);
create index t_a on t (a ints);
create index t_b on t (b ints desc);
