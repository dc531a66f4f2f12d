create table t (a bigint, b varchar(20), c int, d numeric(12,2), e timestamptz, f bigint[], g text, h varchar(30) default 'x');
