\set ON_ERROR_STOP on
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_post_slug_key ON public.post (slug);
BEGIN;
LOCK TABLE public.post IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.comment DROP CONSTRAINT comment_post_id_fkey;
COMMIT;
DROP INDEX CONCURRENTLY public.post_slug_live;
BEGIN;
ALTER TABLE public.comment ADD CONSTRAINT comment_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.post(id) ON DELETE CASCADE NOT VALID;
COMMIT;
ALTER TABLE public.comment VALIDATE CONSTRAINT comment_post_id_fkey;
BEGIN;
ALTER TABLE public.post ADD CONSTRAINT post_slug_key UNIQUE USING INDEX pleat_new_post_slug_key;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.live_posts AS
 SELECT post.id,
    post.slug,
    post.body
   FROM public.post;
COMMIT;
BEGIN;
ALTER TABLE public.post DROP COLUMN deleted_at;
COMMIT;
BEGIN;
ALTER TABLE public.comment DROP COLUMN deleted_at;
COMMIT;
