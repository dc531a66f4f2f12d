create table t (d int generated always as identity);
grant usage on sequence t_d_seq to case_reader;
