create table customers (id serial primary key, name text not null);
create table orders (id serial primary key, customer_id int not null references customers on delete cascade);
create index orders_customer on orders (customer_id);
create view order_names as select o.id, c.name from orders o join customers c on c.id = o.customer_id;
create function customer_count() returns bigint language sql as $$select count(*) from customers$$;
