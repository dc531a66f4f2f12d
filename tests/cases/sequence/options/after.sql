create sequence s as smallint increment by 2 minvalue 3 maxvalue 100 start with 7 cache 9 cycle;
create sequence down increment -5 maxvalue 100 minvalue -100 start -1;
alter sequence s owner to case_owner;
