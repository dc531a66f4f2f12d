\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER DOMAIN public.money_amount RENAME TO pleat_old_money_amount;
CREATE DOMAIN public.money_amount AS numeric(10,2) DEFAULT 0;
ALTER DOMAIN public.money_amount OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE public.money_amount USING b::text::public.money_amount;
ALTER TABLE public.t ALTER COLUMN a TYPE public.money_amount USING a::text::public.money_amount;
CREATE VIEW public.v AS
 SELECT ((t.a)::numeric + (t.b)::numeric) AS sum
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.t DROP COLUMN c;
DROP DOMAIN public.pleat_old_money_amount;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 5;
COMMIT;
