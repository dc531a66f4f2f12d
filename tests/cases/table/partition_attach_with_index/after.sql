create table m (id int not null, note text, primary key (id)) partition by range (id);
create index m_note on m (note);
create table p partition of m for values from (0) to (10);
