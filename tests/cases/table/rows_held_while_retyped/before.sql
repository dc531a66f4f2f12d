create table t (a int, b text);
create table u (r t, rs t[]);
create table w (r t);
insert into t values (1, 'x'); insert into u select t, array[t, null] from t;
