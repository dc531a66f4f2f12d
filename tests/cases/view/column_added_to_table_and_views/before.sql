create table account (id bigint primary key, email text not null);
create view account_list as select id, email from account;
create view account_short as select id from account_list where email like '%@example.com';
grant select on account_short to case_reader;
