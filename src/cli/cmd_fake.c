#include "command.h"

static gint64 rows = -1, seed = 1;
static gboolean sql, copy, force;
static char **tables;

static const GOptionEntry options[] = {
    {"rows", 0, 0, G_OPTION_ARG_INT64, &rows, "how many rows each table is to have, with those that are there: 100",
     "N"},
    {"table", 0, 0, G_OPTION_ARG_STRING_ARRAY, &tables, "how many this one is to have; may be given several times",
     "NAME=N"},
    {"seed", 0, 0, G_OPTION_ARG_INT64, &seed, "the same number gives the same rows: 1", "S"},
    {"sql", 0, 0, G_OPTION_ARG_NONE, &sql, "print INSERT statements; the database stays as it is", NULL},
    {"copy", 0, 0, G_OPTION_ARG_NONE, &copy, "print COPY statements and data for psql, likewise", NULL},
    {"force", 0, 0, G_OPTION_ARG_NONE, &force,
     "also in a database of pleat.yaml that is not the embedded one, and in one that has rows", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatFakeOptions fake = {
        .rows = rows,
        .seed = (guint64)seed,
        .tables = (const char *const *)tables,
        .sql = sql,
        .copy = copy,
        .force = force,
    };
    return pleat_fake(invocation->session, &fake, outcome, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_fake = {
    .name = "fake",
    .summary = "fill every table with made-up rows that satisfy the schema",
    .options = options,
    .formats = formats,
    .run = run,
};
