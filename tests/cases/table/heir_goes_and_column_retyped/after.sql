create table p (a bigint, b text);
