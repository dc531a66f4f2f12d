\set ON_ERROR_STOP on
BEGIN;
ALTER PUBLICATION p SET (publish = 'insert, update, delete');
ALTER PUBLICATION p SET (publish_via_partition_root = true);
COMMIT;
BEGIN;
ALTER PUBLICATION q SET (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION q SET (publish_via_partition_root = false);
COMMIT;
BEGIN;
ALTER PUBLICATION r SET (publish = 'insert');
ALTER PUBLICATION r SET (publish_via_partition_root = true);
COMMIT;
