create table clients (id serial primary key, name text not null);
create table orders (id serial primary key, client_id int not null references clients on delete cascade);
create index orders_client on orders (client_id);
create view order_names as select o.id, c.name from orders o join clients c on c.id = o.client_id;
create function client_count() returns bigint language sql as $$select count(*) from clients$$;
