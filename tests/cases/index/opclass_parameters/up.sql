\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY i3 ON public.t USING brin (b) WITH (pages_per_range='16', autosummarize='true');
DROP INDEX CONCURRENTLY public.i1;
CREATE INDEX CONCURRENTLY i1 ON public.t USING gist (a tsvector_ops (siglen='200'));
DROP INDEX CONCURRENTLY public.i2;
CREATE INDEX CONCURRENTLY i2 ON public.t (b COLLATE "POSIX" varchar_pattern_ops, c DESC);
