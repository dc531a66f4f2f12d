create table account (id bigint primary key, email text not null, nickname varchar(40));
create view account_list as select id, coalesce(nickname, email) as shown, email from account;
create view account_short as select id, shown from account_list where email like '%@example.com';
grant select on account_short to case_reader;
