create table t (id int primary key, a int, b text default 'b' not null, c date default now(), d int not null, e int[] default '{1,2}', f text collate "C" unique, g int check (g > 0));
comment on column t.a is 'first';
grant select (b) on t to case_reader;
