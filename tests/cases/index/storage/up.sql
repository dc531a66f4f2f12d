\set ON_ERROR_STOP on
DROP INDEX CONCURRENTLY public.i1;
CREATE INDEX CONCURRENTLY i1 ON public.t (a) WITH (fillfactor='80', deduplicate_items=off);
DROP INDEX CONCURRENTLY public.i2;
CREATE INDEX CONCURRENTLY i2 ON public.t USING gin (b);
DROP INDEX CONCURRENTLY public.i3;
CREATE INDEX CONCURRENTLY i3 ON public.t (a) WITH (fillfactor='60');
