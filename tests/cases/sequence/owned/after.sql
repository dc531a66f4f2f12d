create table t (id int, other int);
create table u (id int);
create sequence s owned by u.id;
create sequence free owned by t.other;
