create table t (id uuid primary key, up uuid references t);
create table u (t_id uuid references t on delete cascade);
comment on constraint u_t_id_fkey on u is 'of t';
