create table t (a int default 6, b text, c text default 'abc', d bigint default 3);
