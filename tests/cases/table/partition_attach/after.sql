create table m (id int not null, note text) partition by range (id);
create table p partition of m for values from (0) to (10);
create index p_note on p (note);
