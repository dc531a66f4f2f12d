create table t (n int, constraint even check (n % 2 = 0), constraint small check (n < 100) no inherit);
