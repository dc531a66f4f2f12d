\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER DOMAIN public.money_amount RENAME TO pleat_old_money_amount;
CREATE DOMAIN public.money_amount AS numeric(14,4) DEFAULT 1 NOT NULL;
ALTER DOMAIN public.money_amount OWNER TO postgres;
ALTER DOMAIN public.money_amount ADD CONSTRAINT positive CHECK ((VALUE >= (0)::numeric));
ALTER TABLE public.t ADD COLUMN c public.money_amount;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE public.money_amount USING a::text::public.money_amount;
ALTER TABLE public.t ALTER COLUMN b TYPE public.money_amount USING b::text::public.money_amount;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 6;
DROP DOMAIN public.pleat_old_money_amount;
CREATE VIEW public.v AS
 SELECT ((t.a)::numeric + (t.b)::numeric) AS sum
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
