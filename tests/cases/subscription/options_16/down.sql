\set ON_ERROR_STOP on
BEGIN;
ALTER SUBSCRIPTION t SET (origin = any);
ALTER SUBSCRIPTION t SET (run_as_owner = false);
ALTER SUBSCRIPTION t SET (password_required = true);
ALTER SUBSCRIPTION t SET (streaming = 'off');
COMMIT;
BEGIN;
ALTER SUBSCRIPTION s SET (origin = 'none');
ALTER SUBSCRIPTION s SET (run_as_owner = true);
ALTER SUBSCRIPTION s SET (password_required = false);
ALTER SUBSCRIPTION s SET (streaming = 'parallel');
COMMIT;
