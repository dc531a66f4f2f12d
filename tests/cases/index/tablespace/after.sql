create table t (a int, b text, c text, where_ text, primary key (a) include (b) with (fillfactor = 90) using index tablespace "Case space",
  unique (b) using index tablespace "Case space" deferrable,
  exclude using btree (c with =) using index tablespace "Case space" where (c > 'where'));
create index goes_there on t (b) tablespace "Case space" where c > '(';
create index comes_back on t (b, c) where a > 1;
create unique index is_new on t (a, (c || ' where ')) include (b) with (fillfactor = 50) tablespace "Case space" where (where_ > 'x');
create table p (a int, b int, c text) partition by list (a);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2);
create index p_b on p (b) tablespace "Case space";
create index p_c on p (c) tablespace "Case space";
create index p_a on p (a) tablespace "Case space";
alter table p add constraint uq unique (a) using index tablespace "Case space";
