create table t (id int, tags varchar(20)[]);
create view tags as select t.id, x.tag, x.n from t cross join lateral unnest(t.tags) with ordinality as x (tag, n) where x.n < 10;
