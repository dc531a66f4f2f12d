create table t (a int, b varchar(10), c text, d numeric(10,2), e timestamp, f int[], g char(3), h varchar(20) default 'x');
insert into t values (1, 'x', '5', 1.5, now(), '{1}', 'abc');
