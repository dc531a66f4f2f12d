\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TABLE public.audit (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    tab regclass NOT NULL,
    "row" jsonb,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audit_pkey PRIMARY KEY (id)
);
ALTER TABLE public.audit OWNER TO postgres;
CREATE INDEX audit_tab_at ON public.audit (tab, at);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.write_audit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    insert into audit (tab, row) values (tg_relid, to_jsonb(coalesce(new, old)));
    return coalesce(new, old);
end$function$;
ALTER FUNCTION public.write_audit() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TRIGGER a_audit AFTER INSERT OR DELETE OR UPDATE ON public.a FOR EACH ROW EXECUTE FUNCTION public.write_audit();
COMMIT;
BEGIN;
CREATE TRIGGER b_audit AFTER INSERT OR DELETE OR UPDATE ON public.b FOR EACH ROW EXECUTE FUNCTION public.write_audit();
COMMIT;
