-- What initdb says and grants is not there any more in the one, and is said differently in the other.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
COMMENT ON SCHEMA public IS NULL;
