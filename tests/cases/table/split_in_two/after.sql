create table customer (id int primary key, name text);
create table address (customer_id int primary key references customer on delete cascade, street text, city text, check (city <> ''));
create index address_city on address (city);
create view addresses as select c.id, a.street, a.city from customer c join address a on a.customer_id = c.id;
grant select (city) on address to case_reader;
