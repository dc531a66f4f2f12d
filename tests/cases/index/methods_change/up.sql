\set ON_ERROR_STOP on
DROP INDEX CONCURRENTLY public.i_a;
CREATE INDEX CONCURRENTLY i_a ON public.t USING brin (a int4_minmax_multi_ops);
DROP INDEX CONCURRENTLY public.i_b;
CREATE INDEX CONCURRENTLY i_b ON public.t (b COLLATE "C" text_pattern_ops);
DROP INDEX CONCURRENTLY public.i_c;
CREATE INDEX CONCURRENTLY i_c ON public.t USING spgist (c);
DROP INDEX CONCURRENTLY public.i_d;
CREATE INDEX CONCURRENTLY i_d ON public.t (d DESC);
DROP INDEX CONCURRENTLY public.i_e;
CREATE INDEX CONCURRENTLY i_e ON public.t USING spgist (e kd_point_ops);
