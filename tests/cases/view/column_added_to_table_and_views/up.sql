\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.account ADD COLUMN nickname character varying(40);
COMMIT;
BEGIN;
DROP VIEW public.account_short;
DROP VIEW public.account_list;
CREATE VIEW public.account_list AS
 SELECT account.id,
    COALESCE(account.nickname, (account.email)::character varying) AS shown,
    account.email
   FROM public.account;
ALTER VIEW public.account_list OWNER TO postgres;
CREATE VIEW public.account_short AS
 SELECT account_list.id,
    account_list.shown
   FROM public.account_list
  WHERE (account_list.email ~~ '%@example.com'::text);
ALTER VIEW public.account_short OWNER TO postgres;
GRANT SELECT ON TABLE public.account_short TO case_reader;
COMMIT;
