create table customer (id int primary key, name text, street text, city text, check (city <> ''));
create index customer_city on customer (city);
create view addresses as select id, street, city from customer;
grant select (city) on customer to case_reader;
