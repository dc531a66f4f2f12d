create table m (id int not null, a int default 3, primary key (id), check (a > 0)) partition by range (id);
create index m_a on m (a);
create table p (id int not null, a int default 3, constraint p_pkey primary key (id), constraint m_a_check check (a > 0));
create index p_a_idx on p (a);
