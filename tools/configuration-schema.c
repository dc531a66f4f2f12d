/*
 * configuration-schema - docs/schemas/configuration.schema.json: what pleat.yaml may say, for editors
 *
 * A test compares the file with what this prints (tests/tools/meson.build), and another that it knows the keys that
 * pleat knows (tests/tools/schemas.py).
 */
#include "lint/rule.h"
#include "model/gate.h"
#include "model/kind.h"
#include "report/record.h"
#include <stdio.h>
#include <string.h>

#define TEXT(doc) "{\"type\": \"string\", \"description\": \"" doc "\"}"
#define FLAG(doc) "{\"type\": \"boolean\", \"description\": \"" doc "\"}"
#define TEXTS(doc) "{\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"description\": \"" doc "\"}"
#define DURATION(doc) "{\"type\": \"string\", \"pattern\": \"^[0-9]+(ms|s|min|h|d)$\", \"description\": \"" doc "\"}"
#define NUMBER(least, doc) "{\"type\": \"integer\", \"minimum\": " #least ", \"description\": \"" doc "\"}"

#define TIMED(doc)                                                                                                     \
    "{\"type\": \"string\", \"pattern\": \"^off$|^[0-9]+(ms|s|min|h|d)( off| warn| error)?$\", \"description\": "      \
    "\"" doc "\"}"

typedef struct {
    const char *section; /* NULL: at the top */
    const char *key, *schema;
} Setting;

/* In the order of docs/configuration.md; those of "naming", "ignore" and "lint" are made from tables. */
static const Setting SETTINGS[] = {
    {NULL, "databases",
     "{\"type\": \"object\", \"minProperties\": 1, \"additionalProperties\": {\"type\": \"string\"}, "
     "\"description\": \"connection strings by name, or embedded: pleat's own server\"}"},
    {NULL, "default", TEXT("the database that is meant where nothing is said")},
    {NULL, "schemas",
     "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"type\": \"string\"}, \"description\": \"what pleat "
     "manages\"}"},
    {NULL, "scratch", TEXT("where declarations are made real: auto, embedded, target or a connection string")},
    {NULL, "stats", TEXT("the file in which pleat stats export keeps sizes of tables")},
    {NULL, "tenants", TEXT("schemas whose names are LIKE this are tenants")},
    {"manage", "owners", FLAG("are owners compared?")},
    {"manage", "comments", FLAG("are comments?")},
    {"manage", "security_labels", FLAG("are security labels?")},
    {"manage", "roles", TEXTS("roles whose privileges are compared, beside those that declarations name")},
    {"revisions", "file",
     "{\"type\": \"string\", \"pattern\": \"^[^./][^/]*\\\\{rev\\\\}[^/]*\\\\.sql$|^\\\\{rev\\\\}[^/]*\\\\.sql$\", "
     "\"description\": \"names of new files: {date} {year} {month} {day} {hour} {minute} {second} {epoch} {rev} "
     "{phase} "
     "{slug}\"}"},
    {"revisions", "schema", TEXT("the schema of the version and journal tables")},
    {"run", "lock_timeout", DURATION("how long a step waits for a lock before it tries again")},
    {"run", "retries", NUMBER(0, "how often it does")},
    {"run", "backoff",
     "{\"type\": \"string\", \"pattern\": \"^[0-9]+(ms|s|min|h|d)\\\\.\\\\.[0-9]+(ms|s|min|h|d)$\", \"description\": "
     "\"after which pauses: 50ms..30s\"}"},
    {"run", "backfill_batch", NUMBER(1, "rows of a backfill's first batch")},
    {"run", "backfill_time", DURATION("how long a batch is to take")},
    {"run", "max_lag", DURATION("a backfill pauses while a replica is further behind")},
    {"run", "commands", FLAG("may steps of revisions run programs?")},
    {"discipline", "base", TEXT("the branch that work leaves and comes back to")},
    {"discipline", "rules", TEXTS("the rules that are looked at, by code or name")},
    {"report", "link", TEXT("where places in reports lead to, with {file} and {line}")},
    {"compat", "search_path", TEXTS("what unqualified names of statements in compat/ mean")},
    {"gates", "soak", TIMED("how long its expand revision must have been applied")},
    {"gates", "deprecated_for", TIMED("how long what goes must have been declared deprecated")},
    {"gates", "quarantined_for", TIMED("how long what is dropped must have been in quarantine")},
};

/* The settings of a section. */
static void
write_settings(Record *record, const char *section)
{
    for (size_t i = 0; i < G_N_ELEMENTS(SETTINGS); i++)
        if (g_strcmp0(SETTINGS[i].section, section) == 0)
            record_value(record, SETTINGS[i].key, SETTINGS[i].schema);
}

static void
open_section(Record *record, const char *name)
{
    record_open(record, name);
    record_value(record, "type", "[\"object\", \"null\"]");
    record_flag(record, "additionalProperties", false);
    record_open(record, "properties");
}

static void
close_section(Record *record)
{
    record_close(record);
    record_close(record);
}

static void
write_naming(Record *record)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    open_section(record, "naming");
    record_value(record, "rename_existing", FLAG("is what is there under another name renamed?"));
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const char *naming = kinds_all[i]->naming;
        if (naming != NULL && g_hash_table_add(seen, (gpointer)(guintptr)naming))
            record_value(record, naming, TEXT("of {table} {columns} {reftable} {refcolumns} {method} {n}"));
    }
    close_section(record);
}

static void
write_ignore(Record *record)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    open_section(record, "ignore");
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->parents == NULL && kinds_all[i]->plural != NULL &&
            g_hash_table_add(seen, (gpointer)(guintptr)kinds_all[i]->plural))
            record_value(record, kinds_all[i]->plural,
                         "{\"anyOf\": [{\"type\": \"string\"}, " TEXTS("patterns on schema.name") "]}");
    close_section(record);
}

static void
write_lint(Record *record)
{
    open_section(record, "lint");
    record_open(record, "severity");
    record_text(record, "description", "by code or name of a rule");
    record_text(record, "type", "object");
    record_flag(record, "additionalProperties", false);
    record_open(record, "properties");
    for (const RuleName *const *name = rule_names(); *name != NULL; name++) {
        const char *const keys[] = {(*name)->code, (*name)->slug};
        for (size_t k = 0; k < G_N_ELEMENTS(keys); k++) {
            record_open(record, keys[k]);
            record_text(record, "description", (*name)->summary);
            record_texts(record, "enum", (const char *const[]){"error", "warning", "notice", NULL});
            record_close(record);
        }
    }
    record_close(record);
    record_close(record);
    record_value(
        record, "allow",
        "{\"type\": \"array\", \"items\": {\"type\": \"object\", \"additionalProperties\": false, "
        "\"required\": "
        "[\"rule\", \"reason\"], \"properties\": {\"rule\": " TEXT("code or name") ", \"path\": " TEXT(
            "of the file; * and ?") ", \"object\": " TEXT("schema.name; * and ?") ", \"reason\": " TEXT("why "
                                                                                                        "it "
                                                                                                        "may "
                                                                                                        "be") "}}}");
    close_section(record);
}

static void
write_gates(Record *record)
{
    open_section(record, "gates");
    for (Gate gate = GATE_BACKFILL; gate < GATE_FIRST_TIMED; gate++) {
        record_open(record, gate_names[gate]);
        record_texts(record, "enum", (const char *const[]){"off", "warn", "error", NULL});
        record_close(record);
    }
    write_settings(record, "gates");
    close_section(record);
}

int
main(void)
{
    static const char *const SECTIONS[] = {"manage", "revisions", "run", "discipline", "report", "compat"};
    g_autoptr(Record) record = record_new();
    record_text(record, "$schema", "http://json-schema.org/draft-07/schema#");
    record_text(record, "title", "Configuration of pleat: pleat.yaml");
    record_text(record, "$comment", "Made by tools/configuration-schema.c.");
    record_value(record, "type", "[\"object\", \"null\"]");
    record_flag(record, "additionalProperties", false);
    record_open(record, "properties");
    write_settings(record, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(SECTIONS); i++) {
        open_section(record, SECTIONS[i]);
        write_settings(record, SECTIONS[i]);
        close_section(record);
    }
    write_naming(record);
    write_ignore(record);
    write_lint(record);
    write_gates(record);
    record_close(record);
    g_autofree char *text = record_document(record);
    fputs(text, stdout);
    return ferror(stdout) != 0;
}
