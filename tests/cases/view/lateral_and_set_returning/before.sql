create table t (id int, tags text[]);
create view tags as select t.id, x.tag, x.n from t, lateral unnest(t.tags) with ordinality as x (tag, n);
