create table p (a int, b int, k int) partition by list (k);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2);
create table p3 partition of p for values in (3);
alter table p add constraint p_a not null a not valid;
alter table p1 validate constraint p_a;
create table p4 partition of p for values in (4);
alter table p add not null b not valid;
alter table p2 validate constraint p_b_not_null;

create table q (a int, k int) partition by list (k);
create table q1 partition of q for values in (1);
create table q2 partition of q for values in (2) partition by list (a);
create table q21 partition of q2 for values in (1);
alter table q add not null a;

create table r (a int, b int);
create table r1 () inherits (r);
create table r2 (c int) inherits (r1);
alter table r add constraint r_one not null a not valid;
alter table r2 validate constraint r_one;
alter table r add constraint r_two not null b no inherit not valid;

create table s (a int, k int) partition by list (k);
create table s1 partition of s for values in (1);
create table s2 partition of s for values in (2);
alter table s add not null a not valid;
alter table s1 validate constraint s_a_not_null;

create table comes (a int, k int) partition by list (k);
create table comes1 partition of comes for values in (1);
create table comes2 partition of comes for values in (2);
alter table comes add not null a not valid;
alter table comes1 validate constraint comes_a_not_null;
comment on constraint comes_a_not_null on comes is 'comes';
comment on constraint comes_a_not_null on comes1 is 'valid one';
