create table t (a int, b text, c tsvector, d int[], e text collate "C");
