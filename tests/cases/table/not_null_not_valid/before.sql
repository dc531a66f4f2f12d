create table p (a int, b int, k int) partition by list (k);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2);
alter table p add constraint p_a not null a not valid;
alter table p1 validate constraint p_a;

create table q (a int, k int) partition by list (k);
create table q1 partition of q for values in (1);
create table q2 partition of q for values in (2) partition by list (a);
create table q21 partition of q2 for values in (1);
alter table q add not null a not valid;
alter table q2 validate constraint q_a_not_null;

create table r (a int, b int not null);
create table r1 () inherits (r);
create table r2 (c int) inherits (r1);

create table s (a int not null, k int) partition by list (k);
create table s1 partition of s for values in (1);
create table s2 partition of s for values in (2);

create table goes (a int, k int) partition by list (k);
create table goes1 partition of goes for values in (1);
create table goes2 partition of goes for values in (2);
alter table goes add not null a not valid;
alter table goes1 validate constraint goes_a_not_null;
comment on constraint goes_a_not_null on goes is 'goes';
comment on constraint goes_a_not_null on goes1 is 'valid one';
