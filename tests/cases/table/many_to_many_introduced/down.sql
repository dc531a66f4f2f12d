\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.post ADD COLUMN tag_id integer;
COMMIT;
BEGIN;
LOCK TABLE public.tag IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.post ADD CONSTRAINT post_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES public.tag(id) NOT VALID;
COMMIT;
ALTER TABLE public.post VALIDATE CONSTRAINT post_tag_id_fkey;
BEGIN;
ALTER TABLE public.post_tag DROP CONSTRAINT post_tag_tag_id_fkey;
ALTER TABLE public.post_tag DROP CONSTRAINT post_tag_post_id_fkey;
DROP TABLE public.post_tag;
COMMIT;
