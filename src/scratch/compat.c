#include "scratch/compat.h"

#include "base/quit.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

/* One statement on its way through the states. */
typedef struct {
    const CorpusStatement *statement;
    bool held;      /* before the plan */
    bool unclear;   /* its text alone does not say what it means */
    char *columns;  /* of its result before */
    bool failed;    /* after a phase */
    bool holds_now; /* while it is followed */
} Trial;

/* What the server says to one. */
typedef struct {
    char *message; /* NULL: it holds */
    char *columns; /* of its result */
    bool unclear;
    int position; /* in characters, from 1; 0: it points nowhere */
} Answer;

struct Compat {
    GArray *trials; /* of Trial */
    const char *const *search_path;
    GPtrArray *findings;
    GHashTable *followed; /* set of CorpusStatement; NULL: nothing is followed */
};

static void
finding_free(void *data)
{
    CompatFinding *finding = data;
    g_free(finding->message);
    g_free(finding);
}

static void
trial_clear(void *data)
{
    g_free(((Trial *)data)->columns);
}

static void
answer_clear(Answer *answer)
{
    g_free(answer->message);
    g_free(answer->columns);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Answer, answer_clear)

Compat *
compat_new(GPtrArray *statements, const char *const *search_path)
{
    Compat *compat = g_new0(Compat, 1);
    compat->trials = g_array_new(FALSE, TRUE, sizeof(Trial));
    g_array_set_clear_func(compat->trials, trial_clear);
    for (guint i = 0; i < statements->len; i++) {
        const Trial trial = {.statement = statements->pdata[i]};
        g_array_append_val(compat->trials, trial);
    }
    compat->search_path = search_path;
    compat->findings = g_ptr_array_new_with_free_func(finding_free);
    return compat;
}

void
compat_free(Compat *compat)
{
    if (compat == NULL)
        return;
    g_array_unref(compat->trials);
    g_ptr_array_unref(compat->findings);
    g_clear_pointer(&compat->followed, g_hash_table_unref);
    g_free(compat);
}

void
compat_begin(Compat *compat)
{
    if (compat == NULL)
        return;
    if (compat->followed == NULL)
        g_ptr_array_set_size(compat->findings, 0);
    for (guint i = 0; i < compat->trials->len; i++) {
        Trial *trial = &g_array_index(compat->trials, Trial, i);
        trial->holds_now = trial->held;
        trial->failed = false;
    }
}

const GPtrArray *
compat_findings(const Compat *compat)
{
    return compat->findings;
}

guint
compat_count(const Compat *compat, guint *unjudged)
{
    *unjudged = 0;
    for (guint i = 0; i < compat->trials->len; i++) {
        const Trial *trial = &g_array_index(compat->trials, Trial, i);
        *unjudged += trial->unclear || (!trial->held && trial->statement->old);
    }
    return compat->trials->len;
}

/* Asking ---------------------------------------------------------------------------------------------------------- */

enum { AT_ONCE = 200 }; /* in one pipeline */

static bool
send_one(PGconn *connection, const char *sql)
{
    return PQsendPrepare(connection, "", sql, 0, NULL) && PQsendDescribePrepared(connection, "") &&
           PQpipelineSync(connection);
}

/* Names and types of a result's columns: what must stay for a statement that is prepared already (equalTupleDescs() of
 * PostgreSQL's plancache.c). */
static char *
columns_of(const PGresult *result)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < PQnfields(result); i++)
        g_string_append_printf(out, "%s %u %d\n", PQfname(result, i), PQftype(result, i), PQfmod(result, i));
    return g_string_free(out, FALSE);
}

static void
read_failure(const PGresult *result, Answer *answer)
{
    static const char *const UNCLEAR[] = {"42P18", "42P08", NULL}; /* a parameter's type is not known */
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
    answer->message = g_strdup(message == NULL ? PQresultErrorMessage(result) : message);
    answer->unclear = sqlstate != NULL && g_strv_contains(UNCLEAR, sqlstate);
    answer->position = position == NULL ? 0 : (int)g_ascii_strtoll(position, NULL, 10);
}

/* Of PREPARE, of its description, and of the sync. False: the connection is lost. */
static bool
receive_one(PGconn *connection, Answer *answer)
{
    g_autoptr(PGresult) prepared = PQgetResult(connection);
    PQclear(PQgetResult(connection)); /* NULL: the end of this command's results */
    g_autoptr(PGresult) described = PQgetResult(connection);
    PQclear(PQgetResult(connection));
    PQclear(PQgetResult(connection));
    if (prepared == NULL || described == NULL)
        return false;
    if (PQresultStatus(prepared) != PGRES_COMMAND_OK)
        read_failure(prepared, answer);
    else if (PQresultStatus(described) != PGRES_COMMAND_OK)
        read_failure(described, answer);
    else
        answer->columns = columns_of(described);
    return true;
}

typedef void Judge(Compat *compat, Trial *trial, const Answer *answer, Phase reached);

static bool
ask_some(Compat *compat, PGconn *connection, GPtrArray *trials, guint first, Phase reached, Judge *judge)
{
    const guint n = MIN(trials->len - first, AT_ONCE);
    for (guint i = first; i < first + n; i++)
        if (!send_one(connection, ((Trial *)trials->pdata[i])->statement->sql))
            return false;
    for (guint i = first; i < first + n; i++) {
        g_auto(Answer) answer = {0};
        if (!receive_one(connection, &answer))
            return false;
        judge(compat, trials->pdata[i], &answer, reached);
    }
    return true;
}

static bool
ask_all(Compat *compat, PGconn *connection, GPtrArray *trials, Phase reached, Judge *judge, GError **error)
{
    if (!PQenterPipelineMode(connection))
        return connection_fail(connection, NULL, error);
    bool ok = true;
    for (guint first = 0; ok && first < trials->len; first += AT_ONCE)
        ok = ask_some(compat, connection, trials, first, reached, judge);
    if (!ok)
        return connection_fail(connection, NULL, error);
    PQexitPipelineMode(connection);
    return quit_check(error);
}

/* With the application's names, and so that nothing can be written; then as it was. */
static bool
ask(Compat *compat, PGconn *connection, GPtrArray *trials, Phase reached, Judge *judge, GError **error)
{
    g_autoptr(GString) set = g_string_new("SET default_transaction_read_only = on; SET search_path = ");
    g_autoptr(GString) back = g_string_new("SET default_transaction_read_only = off; SET search_path = ");
    g_autofree char *path = NULL;
    for (const char *const *schema = compat->search_path; *schema != NULL; schema++)
        sql_append(set, "%s%I", schema == compat->search_path ? "" : ", ", *schema);
    if (!connection_value(connection, "SHOW search_path", &path, error))
        return false;
    g_string_append(back, *path == '\0' ? "''" : path);
    return trials->len == 0 ||
           (connection_run(connection, set->str, error) && ask_all(compat, connection, trials, reached, judge, error) &&
            connection_run(connection, back->str, error));
}

/* Judging --------------------------------------------------------------------------------------------------------- */

/* Where the file has the character of the statement that a message points at. */
static void
find_place(const CorpusStatement *statement, int position, CompatFinding *finding)
{
    finding->line = statement->line;
    finding->column = statement->column;
    if (position <= 1 || position > g_utf8_strlen(statement->sql, -1))
        return;
    int line, column;
    const char *at = g_utf8_offset_to_pointer(statement->sql, position - 1);
    text_position(statement->sql, (size_t)(at - statement->sql), &line, &column);
    finding->line += line - 1;
    finding->column = line == 1 ? statement->column + column - 1 : column;
}

static void
add_finding(Compat *compat, const Trial *trial, Phase reached, const Answer *answer, const char *differs)
{
    CompatFinding *finding = g_new0(CompatFinding, 1);
    *finding = (CompatFinding){.statement = trial->statement,
                               .phase = reached,
                               .is_warning = differs != NULL,
                               .never_held = !trial->held,
                               .message = g_strdup(differs != NULL ? differs : answer->message)};
    find_place(trial->statement, answer->position, finding);
    g_ptr_array_add(compat->findings, finding);
}

/* The first column that is another one. g_free. */
static char *
describe_columns(const char *before, const char *after)
{
    g_auto(GStrv) was = g_strsplit(before, "\n", -1), is = g_strsplit(after, "\n", -1);
    guint i = 0;
    while (was[i] != NULL && is[i] != NULL && strcmp(was[i], is[i]) == 0)
        i++;
    const guint before_count = g_strv_length(was) - 1, after_count = g_strv_length(is) - 1;
    if (before_count != after_count)
        return g_strdup_printf("its result has %u columns, not %u", after_count, before_count);
    /* "name type modifier" */
    const char *end = strrchr(is[i], ' ');
    while (end > is[i] && *--end != ' ')
        ;
    return g_strdup_printf("column \"%.*s\" of its result has another name or type", (int)(end - is[i]), is[i]);
}

static void
judge_before(Compat *compat, Trial *trial, const Answer *answer, Phase reached)
{
    (void)compat;
    (void)reached;
    trial->held = trial->holds_now = answer->message == NULL;
    trial->unclear = answer->unclear;
    g_free(trial->columns);
    trial->columns = g_strdup(answer->columns);
}

static void
judge_after(Compat *compat, Trial *trial, const Answer *answer, Phase reached)
{
    const CorpusStatement *statement = trial->statement;
    const bool is_held_to_it = reached == PHASE_EXPAND ? trial->held : !statement->old;
    const unsigned exception = reached == PHASE_EXPAND ? CORPUS_EXPAND : CORPUS_CONTRACT;
    trial->unclear = trial->unclear || answer->unclear;
    if (!is_held_to_it || trial->unclear || trial->failed || (statement->allowed & exception) != 0)
        return;
    trial->failed = answer->message != NULL;
    if (trial->failed)
        add_finding(compat, trial, reached, answer, NULL);
    if (trial->failed || reached != PHASE_EXPAND || strcmp(trial->columns, answer->columns) == 0)
        return;
    g_autofree char *differs = describe_columns(trial->columns, answer->columns);
    add_finding(compat, trial, reached, answer, differs);
}

static GPtrArray *
all_trials(const Compat *compat)
{
    GPtrArray *all = g_ptr_array_new();
    for (guint i = 0; i < compat->trials->len; i++)
        g_ptr_array_add(all, &g_array_index(compat->trials, Trial, i));
    return all;
}

bool
compat_try(Compat *compat, PGconn *connection, Phase reached, GError **error)
{
    if (compat == NULL || compat->followed != NULL)
        return true;
    g_autoptr(GPtrArray) trials = all_trials(compat);
    return ask(compat, connection, trials, reached, reached == PHASE_NONE ? judge_before : judge_after, error);
}

/* Why ------------------------------------------------------------------------------------------------------------- */

static void
judge_change(Compat *compat, Trial *trial, const Answer *answer, Phase reached)
{
    (void)reached;
    (void)compat;
    trial->holds_now = answer->message == NULL;
}

bool
compat_ask_why(Compat *compat)
{
    if (compat == NULL)
        return false;
    enum { MOST = 100 }; /* one message for each action: not for thousands */
    GHashTable *followed = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < compat->findings->len && i < MOST; i++) {
        const CompatFinding *finding = compat->findings->pdata[i];
        if (!finding->is_warning && !finding->never_held)
            g_hash_table_add(followed, (gpointer)(guintptr)finding->statement);
    }
    if (g_hash_table_size(followed) > 0)
        compat->followed = followed;
    else
        g_hash_table_unref(followed);
    return compat->followed != NULL;
}

static GPtrArray *
followed_trials(const Compat *compat)
{
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < compat->trials->len; i++) {
        Trial *trial = &g_array_index(compat->trials, Trial, i);
        if (g_hash_table_contains(compat->followed, trial->statement))
            g_ptr_array_add(list, trial);
    }
    return list;
}

/* A statement may fail after both phases, by two actions. */
static void
note_culprit(Compat *compat, const CorpusStatement *statement, const Action *action)
{
    for (guint i = 0; i < compat->findings->len; i++) {
        CompatFinding *finding = compat->findings->pdata[i];
        if (finding->statement == statement && finding->phase >= action->effect.phase && !finding->is_warning)
            finding->by = action;
    }
}

bool
compat_after(Compat *compat, PGconn *connection, const Action *action, GError **error)
{
    if (compat == NULL || compat->followed == NULL)
        return true;
    g_autoptr(GPtrArray) trials = followed_trials(compat);
    g_autoptr(GArray) held = g_array_new(FALSE, FALSE, sizeof(bool));
    for (guint i = 0; i < trials->len; i++)
        g_array_append_val(held, ((Trial *)trials->pdata[i])->holds_now);
    if (!ask(compat, connection, trials, action->effect.phase, judge_change, error))
        return false;
    for (guint i = 0; i < trials->len; i++) {
        const Trial *trial = trials->pdata[i];
        if (g_array_index(held, bool, i) && !trial->holds_now)
            note_culprit(compat, trial->statement, action);
    }
    return true;
}
