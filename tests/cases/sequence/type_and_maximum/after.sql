create sequence s as bigint maxvalue 3000000000;
