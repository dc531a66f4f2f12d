\set ON_ERROR_STOP on
BEGIN;
ALTER PUBLICATION r SET (publish_via_partition_root = false);
ALTER PUBLICATION r SET (publish = 'update, truncate');
COMMIT;
BEGIN;
ALTER PUBLICATION q SET (publish_via_partition_root = true);
ALTER PUBLICATION q SET (publish = 'insert');
COMMIT;
BEGIN;
ALTER PUBLICATION p SET (publish_via_partition_root = false);
ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate');
COMMIT;
