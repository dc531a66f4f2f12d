create foreign data wrapper w options (a '1');
comment on foreign data wrapper w is 'one';
grant usage on foreign data wrapper w to case_reader;
create foreign data wrapper x;
