create table t (a int, "B c" text);
create statistics s (mcv) on (a % 10), lower("B c") from t;
create statistics one on (a * 2) from t;
alter table t add check (a > 0);
