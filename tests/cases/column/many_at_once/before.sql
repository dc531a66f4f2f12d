create table customer (
    id int primary key, name text, street text, zip varchar(5), phone text, fax text, vat numeric(10,2), born date, note text
);
create index customer_zip on customer (zip);
create index customer_fax on customer (fax) where fax is not null;
