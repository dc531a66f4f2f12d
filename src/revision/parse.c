#include "revision/revision.h"

#include "sql/split.h"
#include <json-glib/json-glib.h>
#include <string.h>

static const char MARK[] = "-- pleat:";

typedef struct {
    Revision *revision;
    Arena *arena;
    Problems *problems;
    const char *path, *text;
    const char *counted;       /* how far lines have been counted, and the line there */
    int line;
    bool has_revision, in_downgrade;
    bool in_body;              /* a statement or a psql line has been seen: free comments are no header any more */
    GPtrArray *steps;          /* of the section at hand */
    GPtrArray *upgrade;        /* the first section's, once the second has begun */
    GPtrArray *block;          /* statements of an open BEGIN; NULL: none is open */
    int block_line;
    const char *directive, *argument; /* waiting for its statement; NULL: none */
    int directive_line;
    const char *done_if;
    GPtrArray *after, *depends_on, *labels, *replaces, *source, *expects, *allows, *notes;
} Parser;

/* Asked for places further and further on, so that a file is counted through once. */
static int
line_of(Parser *parser, const char *at)
{
    if (at < parser->counted) {
        parser->counted = parser->text;
        parser->line = 1;
    }
    for (; parser->counted < at; parser->counted++)
        parser->line += *parser->counted == '\n';
    return parser->line;
}

static Place
place(const Parser *parser, int line)
{
    return (Place){parser->path, line, 1};
}

/* Header directives ------------------------------------------------------------------------------------------------ */

/* "a, b c" as single words, into a list. */
static void
add_words(Parser *parser, GPtrArray *list, const char *words)
{
    g_auto(GStrv) parts = g_strsplit_set(words, ", \t", -1);
    for (char **part = parts; *part != NULL; part++)
        if (**part != '\0')
            g_ptr_array_add(list, arena_strdup(parser->arena, *part));
}

/* ID [expand|contract] [after ID, ...] */
static void
read_revision(Parser *parser, const char *argument, int line)
{
    g_auto(GStrv) words = g_strsplit_set(argument, " \t", 2);
    parser->has_revision = true;
    parser->revision->id = arena_strdup(parser->arena, words[0]);
    const char *rest = words[0] == NULL || words[1] == NULL ? "" : g_strchug(words[1]);
    if (g_str_has_prefix(rest, "expand") || g_str_has_prefix(rest, "contract")) {
        parser->revision->phase = rest[0] == 'e' ? PHASE_EXPAND : PHASE_CONTRACT;
        rest += strlen(phase_name(parser->revision->phase));
    }
    while (*rest == ' ')
        rest++;
    if (g_str_has_prefix(rest, "after "))
        add_words(parser, parser->after, rest + strlen("after "));
    else if (*rest != '\0')
        problems_add(parser->problems, place(parser, line), "\"%s\" where \"expand\", \"contract\" or \"after ID\" may stand", rest);
    if (parser->revision->id == NULL || parser->revision->id[0] == '\0')
        problems_add(parser->problems, place(parser, line), "the revision has no id");
    else if (strpbrk(parser->revision->id, "@+-:") != NULL)
        problems_add(parser->problems, place(parser, line), "a revision's id cannot hold @, +, - or :");
}

/* A header directive that fills a list with its whole argument or its words. */
static GPtrArray *
list_of(Parser *parser, const char *name, bool *whole)
{
    const struct {
        const char *name;
        GPtrArray *list;
        bool whole;
    } LISTS[] = {
        {"depends_on", parser->depends_on, false}, {"label", parser->labels, false},
        {"replaces", parser->replaces, false},     {"source", parser->source, false},
        {"expects", parser->expects, true},        {"allow", parser->allows, true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(LISTS); i++)
        if (strcmp(name, LISTS[i].name) == 0) {
            *whole = LISTS[i].whole;
            return LISTS[i].list;
        }
    return NULL;
}

/* Steps ------------------------------------------------------------------------------------------------------------ */

static Step *
add_step(Parser *parser, StepKind kind, GPtrArray *statements, int line)
{
    Step *step = arena_new_one(parser->arena, Step);
    step->kind = kind;
    step->line = line;
    step->statements = arena_new_array(parser->arena, char *, statements->len + 1);
    for (guint i = 0; i < statements->len; i++)
        step->statements[i] = statements->pdata[i];
    g_ptr_array_add(parser->steps, step);
    return step;
}

static void
add_lone(Parser *parser, StepKind kind, char *statement, int line)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, statement);
    Step *step = add_step(parser, kind, one, line);
    step->done_if = g_steal_pointer(&parser->done_if);
    if (parser->directive == NULL)
        return;
    const char *by = strstr(parser->argument, " by ");
    step->subject = parser->argument;
    if (kind == STEP_BACKFILL && by != NULL) {
        step->subject = arena_strndup(parser->arena, parser->argument, (size_t)(by - parser->argument));
        step->key = by + strlen(" by ");
    }
    parser->directive = NULL;
}

static void
read_command(Parser *parser, const char *argument, int line)
{
    g_autoptr(JsonParser) json = json_parser_new();
    JsonNode *root = json_parser_load_from_data(json, argument, -1, NULL) ? json_parser_get_root(json) : NULL;
    if (root == NULL || !JSON_NODE_HOLDS_ARRAY(root) || json_array_get_length(json_node_get_array(root)) == 0) {
        problems_add(parser->problems, place(parser, line), "a command is a JSON list of words: [\"./backfill.py\"]");
        return;
    }
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    JsonArray *array = json_node_get_array(root);
    for (guint i = 0; i < json_array_get_length(array); i++) {
        const char *word = json_array_get_string_element(array, i);
        g_ptr_array_add(words, arena_strdup(parser->arena, word == NULL ? "" : word));
    }
    add_step(parser, STEP_COMMAND, words, line)->done_if = g_steal_pointer(&parser->done_if);
}

static void
close_section(Parser *parser, int line)
{
    if (parser->block != NULL)
        problems_add(parser->problems, place(parser, parser->block_line), "BEGIN without COMMIT");
    g_clear_pointer(&parser->block, g_ptr_array_unref);
    if (parser->directive != NULL || parser->done_if != NULL)
        problems_add(parser->problems, place(parser, line), "no statement follows the directive");
    parser->directive = parser->done_if = NULL;
}

static void
begin_downgrade(Parser *parser, int line)
{
    if (parser->in_downgrade) {
        problems_add(parser->problems, place(parser, line), "a second downgrade section");
        return;
    }
    close_section(parser, line);
    parser->in_downgrade = parser->in_body = true;
    parser->upgrade = parser->steps;
    parser->steps = g_ptr_array_new();
}

/* "backfill TABLE by COLUMNS" and its like wait for their statement. */
static bool
wait_for_statement(Parser *parser, const char *name, const char *argument, int line)
{
    static const char *const NAMES[] = {"backfill", "each", "verify", NULL};
    if (!g_strv_contains(NAMES, name))
        return false;
    if (parser->block != NULL)
        problems_add(parser->problems, place(parser, line), "\"%s\" cannot stand inside BEGIN ... COMMIT", name);
    if (strcmp(name, "each") == 0) {
        if (!g_str_has_prefix(argument, "partition of "))
            problems_add(parser->problems, place(parser, line), "\"each %s\" where \"each partition of TABLE\" is meant", argument);
        else
            argument += strlen("partition of ");
    }
    if (*argument == '\0')
        problems_add(parser->problems, place(parser, line), "\"%s\" of what?", name);
    parser->directive = arena_strdup(parser->arena, name);
    parser->argument = arena_strdup(parser->arena, argument);
    parser->directive_line = line;
    return true;
}

static void
read_directive(Parser *parser, const char *text, int line)
{
    static const char *const KNOWN[] = {"revision", "message",  "milestone", "depends_on", "label",   "replaces",  "source", "expects",
                                        "allow",    "backfill", "each",      "verify",     "command", "downgrade", "done_if", NULL};
    g_auto(GStrv) words = g_strsplit_set(text, " \t", 2);
    const char *name = words[0] == NULL ? "" : words[0];
    const char *argument = words[0] == NULL || words[1] == NULL ? "" : g_strstrip(words[1]);
    bool whole = false;
    GPtrArray *list = list_of(parser, name, &whole);
    if (strcmp(name, "revision") == 0)
        read_revision(parser, argument, line);
    else if (strcmp(name, "message") == 0)
        parser->revision->message = arena_strdup(parser->arena, argument);
    else if (strcmp(name, "milestone") == 0)
        parser->revision->milestone = arena_strdup(parser->arena, argument);
    else if (list != NULL && whole)
        g_ptr_array_add(list, arena_strdup(parser->arena, argument));
    else if (list != NULL)
        add_words(parser, list, argument);
    else if (strcmp(name, "downgrade") == 0)
        begin_downgrade(parser, line);
    else if (strcmp(name, "done_if") == 0)
        parser->done_if = arena_strdup(parser->arena, argument);
    else if (strcmp(name, "command") == 0)
        read_command(parser, argument, line);
    else if (!wait_for_statement(parser, name, argument, line)) {
        problems_add(parser->problems, place(parser, line), "unknown directive \"%s\"", name);
        const char *meant = problem_did_you_mean(name, KNOWN);
        if (meant != NULL)
            problems_hint(parser->problems, "did you mean \"%s\"?", meant);
    }
}

/* The comments in front of a statement, line by line. */
static void
read_comments(Parser *parser, Token space)
{
    const char *end = space.text + space.length;
    for (const char *at = space.text; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *line_end = newline == NULL ? end : newline;
        g_autofree char *line = g_strchomp(g_strndup(at, (gsize)(line_end - at)));
        if (g_str_has_prefix(line, MARK)) {
            g_autofree char *directive = g_strstrip(g_strdup(line + strlen(MARK)));
            read_directive(parser, directive, line_of(parser, at));
        } else if (g_str_has_prefix(line, "--") && !parser->in_body) {
            const char *note = line[2] == ' ' ? line + 3 : line + 2;
            g_ptr_array_add(parser->notes, arena_strdup(parser->arena, note));
        }
        at = line_end + (newline != NULL);
    }
}

static bool
starts_with_words(const char *statement, const char *first, const char *second)
{
    const char *cursor = statement;
    return token_is(lex_next_solid(&cursor), first) && (second == NULL || token_is(lex_next_solid(&cursor), second));
}

static void
read_transaction_word(Parser *parser, const char *statement, int line)
{
    if (starts_with_words(statement, "rollback", NULL) || starts_with_words(statement, "abort", NULL)) {
        problems_add(parser->problems, place(parser, line), "ROLLBACK would undo what the journal says was done");
    } else if (starts_with_words(statement, "commit", NULL) || starts_with_words(statement, "end", NULL)) {
        if (parser->block == NULL)
            problems_add(parser->problems, place(parser, line), "COMMIT without BEGIN");
        else
            add_step(parser, STEP_TRANSACTION, parser->block, parser->block_line);
        g_clear_pointer(&parser->block, g_ptr_array_unref);
    } else {
        if (parser->block != NULL)
            problems_add(parser->problems, place(parser, line), "BEGIN inside of BEGIN");
        else
            parser->block = g_ptr_array_new();
        parser->block_line = line;
    }
}

static bool
is_transaction_word(const char *statement)
{
    return starts_with_words(statement, "begin", NULL) || starts_with_words(statement, "start", "transaction") ||
           starts_with_words(statement, "commit", NULL) || starts_with_words(statement, "end", NULL) ||
           starts_with_words(statement, "rollback", NULL) || starts_with_words(statement, "abort", NULL);
}

static StepKind
directive_kind(const Parser *parser)
{
    if (strcmp(parser->directive, "backfill") == 0)
        return STEP_BACKFILL;
    return strcmp(parser->directive, "verify") == 0 ? STEP_VERIFY : STEP_EACH_PARTITION;
}

static void
read_statement(Parser *parser, char *statement, int line)
{
    parser->in_body = true;
    if (parser->directive != NULL)
        add_lone(parser, directive_kind(parser), statement, line);
    else if (is_transaction_word(statement))
        read_transaction_word(parser, statement, line);
    else if (parser->block != NULL)
        g_ptr_array_add(parser->block, statement);
    else if (starts_with_words(statement, "set", "lock_timeout"))
        return; /* for psql: the runner has its own */
    else
        add_lone(parser, starts_with_words(statement, "set", NULL) ? STEP_SETTING : STEP_STATEMENT, statement, line);
}

/* psql's own lines: those that a revision file needs when psql runs it. */
static const char *
skip_psql_line(Parser *parser, const char *at)
{
    size_t length = strcspn(at, "\n");
    g_autofree char *line = g_strndup(at, length);
    if (!g_str_has_prefix(line, "\\set ") && !g_str_has_prefix(line, "\\quit") && !g_str_has_prefix(line, "\\echo"))
        problems_add(parser->problems, place(parser, line_of(parser, at)), "pleat does not know psql's %s", line);
    parser->in_body = true;
    return at + length;
}

static void
read_text(Parser *parser)
{
    const char *cursor = parser->text;
    for (;;) {
        const char *ahead = cursor;
        Token token = lex_next(&ahead);
        if (token.kind == TOKEN_END)
            return;
        if (token.kind == TOKEN_SPACE) {
            read_comments(parser, token);
            cursor = ahead;
        } else if (token.text[0] == '\\') {
            cursor = skip_psql_line(parser, token.text);
        } else {
            Statement statement;
            if (!split_next(parser->text, &cursor, &statement))
                return;
            int line = line_of(parser, parser->text + statement.start);
            if (!statement.ended)
                problems_add(parser->problems, place(parser, line), "the last statement has no semicolon");
            read_statement(parser, arena_strndup(parser->arena, parser->text + statement.start, statement.length), line);
        }
    }
}

/* The whole ------------------------------------------------------------------------------------------------------- */

static void
sum_steps(GChecksum *sum, const char *section, Step *const *steps)
{
    g_checksum_update(sum, (const guchar *)section, -1);
    for (; steps != NULL && *steps != NULL; steps++) {
        const Step *step = *steps;
        g_autofree char *head = g_strdup_printf("\n%d|%s|%s|%s", (int)step->kind, step->subject == NULL ? "" : step->subject,
                                                step->key == NULL ? "" : step->key, step->done_if == NULL ? "" : step->done_if);
        g_checksum_update(sum, (const guchar *)head, -1);
        for (char **statement = step->statements; *statement != NULL; statement++) {
            g_auto(GStrv) lines = g_strsplit(*statement, "\r\n", -1);
            g_autofree char *normal = g_strjoinv("\n", lines);
            g_checksum_update(sum, (const guchar *)"\n;", -1);
            g_checksum_update(sum, (const guchar *)normal, -1);
        }
    }
}

static void **
finish_list(Parser *parser, GPtrArray *list)
{
    void **items = arena_new_array(parser->arena, void *, list->len + 1);
    for (guint i = 0; i < list->len; i++)
        items[i] = list->pdata[i];
    g_ptr_array_unref(list);
    return items;
}

static void
finish(Parser *parser)
{
    Revision *revision = parser->revision;
    GPtrArray *first = parser->in_downgrade ? parser->upgrade : parser->steps;
    close_section(parser, line_of(parser, parser->text + strlen(parser->text)));
    if (!parser->has_revision) {
        problems_add(parser->problems, place(parser, 1), "no \"-- pleat: revision ID\" in the file");
        problems_hint(parser->problems, "pleat revision -m MESSAGE writes a file to begin with");
    }
    revision->upgrade = (Step **)finish_list(parser, first);
    if (parser->in_downgrade)
        revision->downgrade = (Step **)finish_list(parser, parser->steps);
    revision->after = (const char **)finish_list(parser, parser->after);
    revision->depends_on = (const char **)finish_list(parser, parser->depends_on);
    revision->labels = (const char **)finish_list(parser, parser->labels);
    revision->replaces = (const char **)finish_list(parser, parser->replaces);
    revision->source = (const char **)finish_list(parser, parser->source);
    revision->expects = (const char **)finish_list(parser, parser->expects);
    revision->allows = (const char **)finish_list(parser, parser->allows);
    while (parser->notes->len > 0 && *(char *)parser->notes->pdata[0] == '\0')
        g_ptr_array_remove_index(parser->notes, 0);
    revision->notes = (const char **)finish_list(parser, parser->notes);
    if (revision->message == NULL)
        revision->message = "";
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    sum_steps(sum, "upgrade", revision->upgrade);
    sum_steps(sum, "\ndowngrade", revision->downgrade);
    g_strlcpy(revision->checksum, g_checksum_get_string(sum), sizeof revision->checksum);
}

Revision *
revision_parse(const char *path, const char *text, Problems *problems)
{
    Arena *arena = arena_new();
    g_autoptr(Revision) revision = arena_new_one(arena, Revision);
    revision->arena = arena;
    revision->path = arena_strdup(arena, path);
    size_t errors = problems_errors(problems);
    Parser parser = {
        .revision = revision,
        .arena = arena,
        .problems = problems,
        .path = g_intern_string(path), /* problems may outlive the revision */
        .text = text,
        .counted = text,
        .line = 1,
        .steps = g_ptr_array_new(),
        .after = g_ptr_array_new(),
        .depends_on = g_ptr_array_new(),
        .labels = g_ptr_array_new(),
        .replaces = g_ptr_array_new(),
        .source = g_ptr_array_new(),
        .expects = g_ptr_array_new(),
        .allows = g_ptr_array_new(),
        .notes = g_ptr_array_new(),
    };
    read_text(&parser);
    finish(&parser);
    return problems_errors(problems) > errors ? NULL : g_steal_pointer(&revision);
}

void
revision_free(Revision *revision)
{
    if (revision != NULL)
        arena_free(revision->arena); /* which holds the Revision itself */
}
