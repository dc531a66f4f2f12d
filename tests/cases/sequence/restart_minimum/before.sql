create sequence s minvalue 1 maxvalue 10;
