/*
 * config.h - pleat.yaml
 *
 * Every key has a default, so an empty or missing file is a valid configuration. The Config owns all its texts.
 */
#pragma once

#include "base/arena.h"
#include "base/problem.h"
#include "model/kind.h"

typedef struct {
    const char *name;
    const char *target; /* "embedded", a connection string or a URI, with variables expanded */
    const char *unset;  /* a variable that target needs and that is not set: the target cannot be used; else NULL */
    Place place;
} ConfigDatabase;

typedef struct {
    const char *key;      /* "pk" */
    const char *template; /* "{table}_pkey" */
} ConfigNaming;

typedef struct {
    const Kind *kind;
    GRegex *pattern; /* over schema.name */
} ConfigIgnore;

/* lint: which rules there are is not known here. */
typedef struct {
    const char *rule, *severity; /* "error", "warning" or "notice" */
    Place place;
} ConfigSeverity;

typedef struct {
    const char *rule;
    const char *path, *object; /* patterns with * and ?; NULL: any */
    const char *reason;        /* NULL: none is given */
    Place place;
} ConfigAllow;

typedef struct {
    Arena *arena;
    const char *path;          /* of the file; NULL: there is none */
    const char *directory;     /* that the project stands in: the file's, else the current one */
    ConfigDatabase *databases; /* in the order of the file; at least one */
    size_t n_databases;
    const char *default_database;
    const char **schemas; /* NULL-terminated, at least one */
    ConfigNaming *naming;
    size_t n_naming;
    bool rename_existing;
    GArray *ignore; /* of ConfigIgnore */
    bool manage_owners, manage_comments, manage_labels;
    const char **manage_roles; /* NULL-terminated */
    const char *scratch;       /* "auto", "embedded", "target" or a URL */
    const char *revision_file; /* the template of file names */
    const char *revision_schema;
    gint64 lock_timeout_ms;
    gint64 backoff_from_ms, backoff_to_ms;
    int retries, backfill_batch;
    gint64 backfill_ms, max_lag_ms;
    bool commands;
    ConfigSeverity *lint_severities;
    size_t n_lint_severities;
    ConfigAllow *lint_allows;
    size_t n_lint_allows;
    const char *stats;           /* the file of table sizes: a path from the project's folder */
    const char *report_link;     /* where places in reports lead to: "https://.../{file}#L{line}"; NULL: nowhere */
    const char *discipline_base; /* the branch that work leaves and comes back to; NULL: none is told */
    const char *const
        *discipline_rules; /* the rules that are looked at, NULL-terminated; NULL: those that hold for all */
    const char *tenants;   /* a LIKE pattern; NULL: none */
} Config;

/*
 * Finds and reads the configuration. path: the file of -c, or NULL: $PLEAT_CONFIG, else pleat.yaml in directory or the
 * nearest folder above it. Whatever is wrong inside is in problems; the Config is usable all the same. False only when
 * a file that was named cannot be read.
 */
bool config_read(const char *path, const char *directory, Problems *problems, Config **out, GError **error);

/* The same from a text: path and directory are only remembered. */
Config *config_parse(const char *path, const char *directory, const char *content, size_t length, Problems *problems);
void config_free(Config *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Config, config_free)

/* "800ms", "30s", "5min", "1h", "2d" in milliseconds; -1 when it is none. */
gint64 config_parse_duration(const char *text, size_t length);

/* By name; NULL: the default database. NULL when there is none of that name. */
const ConfigDatabase *config_database(const Config *config, const char *name);

/* The template for a naming key, or NULL: PostgreSQL's own convention. */
const char *config_naming(const Config *config, const char *key);

bool config_manages_schema(const Config *config, const char *schema);

/* Does an ignore pattern say that this object is none of pleat's business? schema may be NULL. */
bool config_ignores(const Config *config, const Kind *kind, const char *schema, const char *name);
