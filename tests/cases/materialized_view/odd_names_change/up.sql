\set ON_ERROR_STOP on
BEGIN;
CREATE MATERIALIZED VIEW "Odd ""one"""."pleat_new_drop table ""x""; as an_ömlaut_of_sixty-three_byt_eb28" AS
 SELECT t.a,
    t.b
   FROM public.t;
CREATE UNIQUE INDEX "pleat_new_on the a of what is called so, which is cut at s_5d8e" ON "Odd ""one"""."pleat_new_drop table ""x""; as an_ömlaut_of_sixty-three_byt_eb28" (a);
COMMIT;
BEGIN;
CREATE MATERIALIZED VIEW public.pleat_new_other AS
 SELECT t.a,
    t.b
   FROM public.t;
CREATE INDEX pleat_new_other_expr_idx ON public.pleat_new_other (((a + 1)));
COMMIT;
BEGIN;
DROP MATERIALIZED VIEW "Odd ""one"""."drop table ""x""; as an_ömlaut_of_sixty-three_bytes_it_is";
ALTER MATERIALIZED VIEW "Odd ""one"""."pleat_new_drop table ""x""; as an_ömlaut_of_sixty-three_byt_eb28" RENAME TO "drop table ""x""; as an_ömlaut_of_sixty-three_bytes_it_is";
ALTER INDEX "Odd ""one"""."pleat_new_on the a of what is called so, which is cut at s_5d8e" RENAME TO "on the a of what is called so, which is cut at sixty-three byte";
ALTER MATERIALIZED VIEW "Odd ""one"""."drop table ""x""; as an_ömlaut_of_sixty-three_bytes_it_is" OWNER TO postgres;
COMMIT;
BEGIN;
DROP MATERIALIZED VIEW public.other;
ALTER MATERIALIZED VIEW public.pleat_new_other RENAME TO other;
ALTER INDEX public.pleat_new_other_expr_idx RENAME TO other_expr_idx;
ALTER MATERIALIZED VIEW public.other OWNER TO postgres;
ALTER MATERIALIZED VIEW public.other ALTER COLUMN a SET STATISTICS 7;
COMMENT ON INDEX public.other_expr_idx IS 'stays';
ALTER INDEX public.other_expr_idx ALTER COLUMN 1 SET STATISTICS 9;
COMMIT;
