\set ON_ERROR_STOP on
BEGIN;
ALTER SUBSCRIPTION s SET (streaming = 'off');
ALTER SUBSCRIPTION s SET (password_required = true);
ALTER SUBSCRIPTION s SET (run_as_owner = false);
ALTER SUBSCRIPTION s SET (origin = any);
COMMIT;
BEGIN;
ALTER SUBSCRIPTION t SET (streaming = 'parallel');
ALTER SUBSCRIPTION t SET (password_required = false);
ALTER SUBSCRIPTION t SET (run_as_owner = true);
ALTER SUBSCRIPTION t SET (origin = 'none');
COMMIT;
