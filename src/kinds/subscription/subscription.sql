-- Of a connection only those options leave the server that hold no secret: subscription.c names the same. Only superusers
-- may read it at all. A URI that is not of the simplest form is not told apart into options, so it is not read. The
-- catalog is the whole cluster's; on 13 a subscription's id is told to superusers and by a view.
SELECT
\if :superuser
       s.oid AS id,
\else
\if :pg14
       s.oid AS id,
\else
       (SELECT w.subid FROM pg_catalog.pg_stat_subscription w WHERE w.subname = s.subname  -- of other databases too: only
        ORDER BY EXISTS (SELECT FROM pg_catalog.pg_description d                           -- its comment depends on it
                         WHERE d.classoid = 'pg_subscription'::regclass AND d.objoid = w.subid) DESC LIMIT 1) AS id,
       'true' AS opaque,
\endif
\endif
       s.subname AS name, pg_catalog.pg_get_userbyid(s.subowner) AS owner,
\if :superuser
       o.options AS connection, CASE WHEN o.options IS NULL OR o.others THEN 'true' END AS withheld,
\else
       'true' AS withheld,
\endif
       (SELECT string_agg(quote_ident(p.name), ', ' ORDER BY p.at)
        FROM unnest(s.subpublications) WITH ORDINALITY p (name, at)) AS publications,
       CASE WHEN s.subslotname IS NULL THEN 'none' WHEN s.subslotname <> s.subname THEN s.subslotname END AS slot_name,
\if :pg14
       nullif(s.subsynccommit, 'off') AS synchronous_commit,
       CASE WHEN s.subbinary THEN 'true' END AS "binary",
\else
\if :superuser
       nullif(s.subsynccommit, 'off') AS synchronous_commit,
\endif
\endif
\if :pg18
       CASE s.substream WHEN 't' THEN 'on' WHEN 'f' THEN 'off' END AS streaming,
\else
\if :pg14
       CASE s.substream::text WHEN 'p' THEN 'parallel' WHEN 't' THEN 'on' WHEN 'true' THEN 'on' END AS streaming,
\endif
\endif
\if :pg15
       CASE WHEN s.subtwophasestate <> 'd' THEN 'true' END AS two_phase,
       CASE WHEN s.subdisableonerr THEN 'true' END AS disable_on_error,
\endif
\if :pg16
       CASE WHEN NOT s.subpasswordrequired THEN 'false' END AS password_required,
       CASE WHEN s.subrunasowner THEN 'true' END AS run_as_owner,
       nullif(s.suborigin, 'any') AS origin,
\endif
\if :pg17
       CASE WHEN s.subfailover THEN 'true' END AS failover,
\endif
       NULL AS nothing
FROM pg_catalog.pg_subscription s
\if :superuser
CROSS JOIN LATERAL (    -- keyword = value, quoted or not; the last of one keyword counts
    SELECT CASE WHEN s.subconninfo !~ '^postgres(ql)?://' THEN s.subconninfo END AS words,
           regexp_match(s.subconninfo, '^postgres(?:ql)?://(?:([^:@/%]*)(?::[^@/]*)?@)?([^:/?,%@[\]]*)(?::(\d*))?' ||
                                       '(?:/([^?%/]*))?(?:\?([^%]*))?$') AS uri) c
CROSS JOIN LATERAL (
    SELECT string_agg(quote_ident(u.key) || ' ' || quote_literal(u.value), ', ' ORDER BY u.at)
               FILTER (WHERE u.open) AS options,
           bool_or(NOT u.open) OR c.words IS NULL AND (c.uri IS NULL OR s.subconninfo ~ '^[^/]*//[^@/]*:[^@/]*@') AS others
    FROM (SELECT DISTINCT ON (t.key) t.key, t.value, t.at, t.key IN (
                     'host', 'hostaddr', 'port', 'dbname', 'user', 'passfile', 'service', 'application_name',
                     'fallback_application_name', 'options', 'client_encoding', 'connect_timeout', 'keepalives',
                     'keepalives_idle', 'keepalives_interval', 'keepalives_count', 'tcp_user_timeout', 'sslmode',
                     'sslnegotiation', 'sslcompression', 'sslcert', 'sslkey', 'sslcertmode', 'sslrootcert', 'sslcrl',
                     'sslcrldir', 'sslsni', 'ssl_min_protocol_version', 'ssl_max_protocol_version', 'requirepeer',
                     'require_auth', 'channel_binding', 'gssencmode', 'gssdelegation', 'gsslib', 'krbsrvname',
                     'target_session_attrs', 'load_balance_hosts') AS open
          FROM (SELECT w.m[1] AS key, w.at,
                       regexp_replace(CASE WHEN w.m[2] LIKE '''%' THEN substr(w.m[2], 2, length(w.m[2]) - 2) ELSE w.m[2] END,
                                      '\\(.)', '\1', 'g') AS value
                FROM regexp_matches(c.words, '([^=\s]+)\s*=\s*(''(?:[^''\\]|\\.)*''|(?:[^\s''\\]|\\.)(?:[^\s\\]|\\.)*|)', 'g')
                         WITH ORDINALITY w (m, at)
                UNION ALL
                SELECT k.key, k.at, k.value
                FROM unnest(ARRAY['user', 'host', 'port', 'dbname'], c.uri[1:4]) WITH ORDINALITY k (key, value, at)
                WHERE k.value <> ''
                UNION ALL
                SELECT split_part(a.pair, '=', 1), 4 + a.at, substr(a.pair, strpos(a.pair, '=') + 1)
                FROM regexp_split_to_table(c.uri[5], '&') WITH ORDINALITY a (pair, at)) t
          ORDER BY t.key, t.at DESC) u) o
\endif
WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
ORDER BY s.subname
