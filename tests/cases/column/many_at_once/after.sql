create table customer (
    id bigint primary key, name text not null, street text default '', zip varchar(10), phone varchar(40), vat numeric(14,4),
    born timestamptz, note jsonb, created timestamptz not null default now()
);
create index customer_zip on customer (zip, name);
create index customer_created on customer (created desc);
