create foreign data wrapper w;
create server a foreign data wrapper w;
create server b foreign data wrapper w;
create server c foreign data wrapper w;
comment on server a is 'one';
grant usage on foreign server b to case_reader with grant option;
