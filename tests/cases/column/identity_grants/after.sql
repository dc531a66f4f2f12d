create table t (d int generated always as identity);
grant select, update on sequence t_d_seq to case_reader;
comment on sequence t_d_seq is 'x';
