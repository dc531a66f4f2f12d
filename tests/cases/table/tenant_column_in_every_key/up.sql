\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.project ADD COLUMN tenant_id uuid;
COMMIT;
BEGIN;
ALTER TABLE public.task ADD COLUMN tenant_id uuid;
COMMIT;
BEGIN;
LOCK TABLE public.project IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.task DROP CONSTRAINT task_project_id_fkey;
COMMIT;
BEGIN;
ALTER INDEX public.task_project RENAME TO pleat_old_task_project;
COMMIT;
CREATE INDEX CONCURRENTLY task_project ON public.task (tenant_id, project_id);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.project WHERE tenant_id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of tenant_id of public.project: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_project_tenant_id_name_key ON public.project (tenant_id, name);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.project f WHERE f.tenant_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.tenant r WHERE r.id = f.tenant_id)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key project_tenant_id_fkey of public.project: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_project_pkey ON public.project (tenant_id, id);
BEGIN;
ALTER TABLE public.project ADD CONSTRAINT pleat_not_null_tenant_id CHECK (tenant_id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.project VALIDATE CONSTRAINT pleat_not_null_tenant_id;
BEGIN;
ALTER TABLE public.project ALTER COLUMN tenant_id SET NOT NULL;
ALTER TABLE public.project DROP CONSTRAINT pleat_not_null_tenant_id;
COMMIT;
BEGIN;
LOCK TABLE public.tenant IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.project ADD CONSTRAINT project_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(id) NOT VALID;
COMMIT;
ALTER TABLE public.project VALIDATE CONSTRAINT project_tenant_id_fkey;
BEGIN;
ALTER TABLE public.task ENABLE ROW LEVEL SECURITY;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.task WHERE tenant_id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of tenant_id of public.task: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_task_pkey ON public.task (tenant_id, id);
BEGIN;
ALTER TABLE public.task ADD CONSTRAINT pleat_not_null_tenant_id CHECK (tenant_id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.task VALIDATE CONSTRAINT pleat_not_null_tenant_id;
BEGIN;
ALTER TABLE public.task ALTER COLUMN tenant_id SET NOT NULL;
ALTER TABLE public.task DROP CONSTRAINT pleat_not_null_tenant_id;
CREATE POLICY tenant_only ON public.task FOR ALL USING ((tenant_id = (current_setting('app.tenant'::text))::uuid));
COMMIT;
BEGIN;
ALTER TABLE public.project DROP CONSTRAINT project_name_key;
ALTER TABLE public.project ADD CONSTRAINT project_tenant_id_name_key UNIQUE USING INDEX pleat_new_project_tenant_id_name_key;
ALTER TABLE public.project DROP CONSTRAINT project_pkey;
ALTER TABLE public.project ADD CONSTRAINT project_pkey PRIMARY KEY USING INDEX pleat_new_project_pkey;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.task f WHERE (f.tenant_id, f.project_id) IS NOT NULL AND NOT EXISTS (SELECT FROM public.project r WHERE (r.tenant_id, r.id) = (f.tenant_id, f.project_id))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key task_tenant_id_project_id_fkey of public.task: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.project IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.task ADD CONSTRAINT task_tenant_id_project_id_fkey FOREIGN KEY (tenant_id, project_id) REFERENCES public.project(tenant_id, id) NOT VALID;
COMMIT;
ALTER TABLE public.task VALIDATE CONSTRAINT task_tenant_id_project_id_fkey;
BEGIN;
ALTER TABLE public.task DROP CONSTRAINT task_pkey;
ALTER TABLE public.task ADD CONSTRAINT task_pkey PRIMARY KEY USING INDEX pleat_new_task_pkey;
COMMIT;
DROP INDEX CONCURRENTLY public.pleat_old_task_project;
