create table t (a int primary key, b text, c text, where_ text, unique (b), exclude using btree (c with =) where (c > 'where'));
create index goes_there on t (b) where c > '(';
create index comes_back on t (b, c) tablespace "Case space" where a > 1;
create index gone on t using hash (a) with (fillfactor = 50) tablespace "Case space";
create table p (a int, b int, c text) partition by list (a);
create table p1 partition of p for values in (1);
create index p_b on p (b) tablespace "Case space";
create index p_a on p (a);
