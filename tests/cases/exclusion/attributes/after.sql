create table t (r int8range, k int4range, d daterange, constraint e exclude using gist (r with &&), constraint f exclude using gist (k with -|-, r with &&), constraint g exclude using gist (d with &&) with (fillfactor = 50) deferrable initially deferred);
alter table t cluster on g;
comment on constraint f on t is 'nor next';
