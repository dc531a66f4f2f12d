create sequence s as int increment by 5 minvalue -10 maxvalue 1000 start with 10 cache 3 cycle;
\if :pg15
create unlogged sequence u;
\endif
comment on sequence s is 'numbers';
grant usage on sequence s to case_reader;
