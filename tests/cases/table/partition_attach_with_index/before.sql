create table m (id int not null, note text, primary key (id)) partition by range (id);
create index m_note on m (note);
create table p (id int not null, note text, primary key (id));
create index p_note_idx on p (note);
insert into p values (5, 'x');
