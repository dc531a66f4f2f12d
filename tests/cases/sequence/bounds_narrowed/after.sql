create sequence up minvalue 10 maxvalue 99;
create sequence down increment by -1 minvalue -99 maxvalue -10;
create sequence stands minvalue 100 maxvalue 1000 start with 200;
