-- The names of a partition's indexes are not those that PostgreSQL would choose today.
CREATE TABLE x (a int);
