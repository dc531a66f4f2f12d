create table t (r int4range, k int4range, d daterange, constraint e exclude using gist (r with &&), constraint f exclude using gist (k with &&) where (not isempty(k)), constraint g exclude using gist (d with &&) deferrable);
comment on constraint e on t is 'no two';
