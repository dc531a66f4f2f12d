create foreign data wrapper w;
grant usage on foreign data wrapper w to case_owner;
create server a foreign data wrapper w;
create server b foreign data wrapper w;
create server c foreign data wrapper w;
comment on server a is 'two';
comment on server c is 'three';
grant usage on foreign server b to public;
alter server c owner to case_owner;
