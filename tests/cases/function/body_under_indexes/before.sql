-- Indexes keep what a body gave, in expressions, conditions, partitions, and beneath an exclusion; one over another function stays.
create function bucket(n int) returns int language plpgsql immutable as 'begin return n % 10; end';
create function other(n int) returns int language plpgsql immutable as 'begin return n; end';
create table t (id int primary key, b int);
create index t_bucket on t (bucket(b));
create unique index t_unique on t (bucket(b), id) where bucket(id) > 0;
create index t_other on t (other(b));
create table x (b int, exclude (bucket(b) with =));
create table p (id int, b int) partition by list (id);
create table p_1 partition of p for values in (1);
create index p_bucket on p (bucket(b));
create view v as select bucket(b) from t;
insert into t values (1, 3), (2, 13), (3, 7);
