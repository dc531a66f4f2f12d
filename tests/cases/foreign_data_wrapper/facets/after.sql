create foreign data wrapper w options (a '2', b '3');
alter foreign data wrapper w owner to case_superuser;
create foreign data wrapper x;
comment on foreign data wrapper x is 'two';
grant usage on foreign data wrapper x to case_owner with grant option;
