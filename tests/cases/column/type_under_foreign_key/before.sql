create table t (id text primary key, up text references t);
create table u (t_id text references t on delete cascade);
comment on constraint u_t_id_fkey on u is 'of t';
