create sequence s minvalue 11 maxvalue 20;
