create type address as (street text, "Zip Code" varchar(10), country text);
create type other as (a int, b text);
create table stays of address (country with options default 'de' not null, primary key (street));
create table gone of address;
create table becomes_one (a int not null, b text default 'x');
create table is_one_no_more of other (a with options primary key);
create table changes of other;
create table plain (street text, "Zip Code" varchar(10), country text);
comment on column stays."Zip Code" is 'of the town';
