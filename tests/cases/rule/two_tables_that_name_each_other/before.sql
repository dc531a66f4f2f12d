create table t (a int);
create table log (a int);
create rule logged as on insert to t do also insert into log values (new.a);
create rule back as on insert to log do also delete from t;
create table p (a int);
create table q (a int);
create policy of_p on p using (a in (select q.a from q));
create policy of_q on q using (a in (select p.a from p));
