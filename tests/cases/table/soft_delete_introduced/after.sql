create table post (id bigserial primary key, slug text not null, body text, deleted_at timestamptz);
create unique index post_slug_live on post (slug) where deleted_at is null;
create table comment (id bigserial primary key, post_id bigint not null references post, body text, deleted_at timestamptz);
create view live_posts as select id, slug, body from post where deleted_at is null;
