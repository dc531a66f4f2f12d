create table post (id bigserial primary key, slug text not null unique, body text);
create table comment (id bigserial primary key, post_id bigint not null references post on delete cascade, body text);
create view live_posts as select * from post;
