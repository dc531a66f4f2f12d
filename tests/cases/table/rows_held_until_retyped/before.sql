create table e (id int primary key, a text);
create table history (was e, others e[], at timestamptz);
create view h as select (was).id, at from history;
create table later (r text, s text);
