/* directive.c - what "-- pleat: ..." lines say */
#include "revision/parser.h"
#include "sql/lex.h"
#include <json-glib/json-glib.h>
#include <string.h>

/* Lists ------------------------------------------------------------------------------------------------------------ */

/* Behind the item at "at", which is a word or stands in double quotes. */
static const char *
read_item(Arena *arena, const char *at, char **item)
{
    if (*at != '"') {
        size_t length = strcspn(at, ", \t");
        *item = arena_strndup(arena, at, length);
        return at + length;
    }
    g_autoptr(GString) inside = g_string_new(NULL);
    for (at++; *at != '\0'; at++) {
        if (*at == '"' && at[1] == '"')
            at++;
        else if (*at == '"')
            break;
        g_string_append_c(inside, *at);
    }
    *item = arena_strdup(arena, inside->str);
    return *at == '"' ? at + 1 : at;
}

void
directive_add_items(Arena *arena, GPtrArray *list, const char *text)
{
    for (text += strspn(text, ", \t"); *text != '\0'; text += strspn(text, ", \t")) {
        char *item;
        text = read_item(arena, text, &item);
        g_ptr_array_add(list, item);
    }
}

void
directive_append_item(GString *out, const char *item)
{
    if (*item != '\0' && strpbrk(item, ", \t\r\n\"") == NULL) {
        g_string_append(out, item);
        return;
    }
    g_autoptr(GString) quoted = g_string_new(item);
    g_string_replace(quoted, "\"", "\"\"", 0);
    g_string_append_printf(out, "\"%s\"", quoted->str);
}

/* The header ------------------------------------------------------------------------------------------------------- */

/* Words that a symbol uses otherwise cannot be names. */
static bool
check_name(const char *name, GError **error)
{
    static const char *const TAKEN[] = {"head", "heads", "base", "current", "expand", "contract", NULL};
    return !g_strv_contains(TAKEN, name) ||
           fail(error, PLEAT_ERROR_INPUT, "\"%s\" has a meaning of its own in symbols", name);
}

bool
revision_check_id(const char *id, GError **error)
{
    if (id == NULL || *id == '\0')
        return fail(error, PLEAT_ERROR_INPUT, "the revision has no id");
    for (const char *at = id; *at != '\0'; at++)
        if (!g_ascii_isalnum(*at) && *at != '_' && (*at != '.' || at == id))
            return fail(error, PLEAT_ERROR_INPUT, "\"%s\": an id is made of letters, digits, \"_\" and \".\"", id);
    return check_name(id, error);
}

bool
revision_check_label(const char *label, GError **error)
{
    if (*label == '\0' || strpbrk(label, "@:") != NULL)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\": a label is not empty and cannot hold \"@\" or \":\"", label);
    for (const char *at = label; *at != '\0'; at++)
        if (g_ascii_iscntrl(*at))
            return fail(error, PLEAT_ERROR_INPUT, "\"%s\": a label stands on one line, without control characters",
                        label);
    return check_name(label, error);
}

/* What such a check says, as a problem. */
static bool
report(Parser *parser, int line, GError *error)
{
    if (error == NULL)
        return true;
    parser_fault(parser, line, "%s", error->message);
    g_error_free(error);
    return false;
}

/* ID [expand|contract] [after ID, ...] */
static void
read_revision(Parser *parser, const char *argument, int line)
{
    g_auto(GStrv) words = g_strsplit_set(argument, " \t", 2);
    GError *problem = NULL;
    revision_check_id(words[0], &problem);
    if (!report(parser, line, problem))
        return;
    parser->revision->id = arena_strdup(parser->arena, words[0]);
    const char *rest = words[1] == NULL ? "" : g_strchug(words[1]);
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
        size_t length = strlen(phase_name(phase));
        if (strncmp(rest, phase_name(phase), length) != 0 || strchr(" \t", rest[length]) == NULL)
            continue;
        parser->revision->phase = phase;
        rest += length + strspn(rest + length, " \t");
        break;
    }
    static const char AFTER[] = "after";
    size_t length = strlen(AFTER);
    if (strncmp(rest, AFTER, length) == 0 && (rest[length] == ' ' || rest[length] == '\t'))
        directive_add_items(parser->arena, parser->after, rest + length);
    else if (*rest != '\0')
        parser_fault(parser, line, "\"%s\" where \"expand\", \"contract\" or \"after ID\" may stand", rest);
}

static void
read_message(Parser *parser, const char *argument, int line)
{
    (void)line;
    parser->revision->message = arena_strdup(parser->arena, argument);
}

static void
check_label(Parser *parser, const char *label, int line)
{
    GError *problem = NULL;
    revision_check_label(label, &problem);
    report(parser, line, problem);
}

static void
read_milestone(Parser *parser, const char *argument, int line)
{
    check_label(parser, argument, line);
    parser->revision->milestone = arena_strdup(parser->arena, argument);
}

static void
read_tenant(Parser *parser, const char *argument, int line)
{
    parser->revision->tenant = true;
    if (*argument != '\0')
        parser_fault(parser, line, "\"tenant\" stands alone: which schemas are tenants says pleat.yaml");
}

static void
read_labels(Parser *parser, const char *argument, int line)
{
    directive_add_items(parser->arena, parser->labels, argument);
    for (guint i = 0; i < parser->labels->len; i++)
        check_label(parser, parser->labels->pdata[i], line);
}

static void
read_depends_on(Parser *parser, const char *argument, int line)
{
    (void)line;
    directive_add_items(parser->arena, parser->depends_on, argument);
}

static void
read_replaces(Parser *parser, const char *argument, int line)
{
    (void)line;
    directive_add_items(parser->arena, parser->replaces, argument);
}

static void
read_source(Parser *parser, const char *argument, int line)
{
    (void)line;
    directive_add_items(parser->arena, parser->source, argument);
}

static void
read_expects(Parser *parser, const char *argument, int line)
{
    (void)line;
    g_ptr_array_add(parser->expects, arena_strdup(parser->arena, argument));
}

static void
read_drops(Parser *parser, const char *argument, int line)
{
    (void)line;
    g_ptr_array_add(parser->drops, arena_strdup(parser->arena, argument));
}

static void
read_measured(Parser *parser, const char *argument, int line)
{
    (void)line;
    g_ptr_array_add(parser->measured, arena_strdup(parser->arena, argument));
}

static void
read_generated(Parser *parser, const char *argument, int line)
{
    (void)line;
    parser->revision->generated = arena_strdup(parser->arena, argument);
}

static void
read_allow(Parser *parser, const char *argument, int line)
{
    Allow *allow = arena_new_one(parser->arena, Allow);
    *allow = (Allow){arena_strdup(parser->arena, argument), line, !parser->in_body};
    g_ptr_array_add(parser->allows, allow);
}

/* Steps ------------------------------------------------------------------------------------------------------------ */

void
directive_split_by(Arena *arena, const char *text, const char **subject, const char **key)
{
    const char *cursor = text;
    Token before = {0};
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        bool is_name = before.length == 0 || token_is(before, "."); /* a table may be called "by" */
        if (token_is(token, "by") && !is_name) {
            g_autofree char *head = g_strchomp(g_strndup(text, (gsize)(token.text - text)));
            *subject = arena_strdup(arena, head);
            *key = arena_strdup(arena, cursor + strspn(cursor, " \t"));
            return;
        }
        before = token;
    }
    *subject = arena_strdup(arena, text);
    *key = NULL;
}

static void
wait_for_statement(Parser *parser, const char *name, StepKind kind, const char *argument, int line)
{
    if (*argument == '\0')
        parser_fault(parser, line, "\"%s\" of what?", name);
    if (parser->directive != NULL)
        parser_expect_no_directive(parser);
    parser->directive = name;
    parser->kind = kind;
    parser->argument = arena_strdup(parser->arena, argument);
    parser->directive_line = line;
}

static void
read_backfill(Parser *parser, const char *argument, int line)
{
    wait_for_statement(parser, "backfill", STEP_BACKFILL, argument, line);
}

static void
read_each(Parser *parser, const char *argument, int line)
{
    static const char OF[] = "partition of ";
    if (g_str_has_prefix(argument, OF))
        argument += strlen(OF);
    else
        parser_fault(parser, line, "\"each %s\" where \"each partition of TABLE\" is meant", argument);
    wait_for_statement(parser, "each", STEP_EACH_PARTITION, argument, line);
}

static void
read_verify(Parser *parser, const char *argument, int line)
{
    wait_for_statement(parser, "verify", STEP_VERIFY, argument, line);
}

static void
read_done_if(Parser *parser, const char *argument, int line)
{
    if (parser->done_if != NULL)
        parser_expect_no_directive(parser);
    parser->done_if = arena_strdup(parser->arena, argument);
    parser->done_if_line = line;
}

/* The words of a JSON list of strings; NULL: it is none. */
static GPtrArray *
read_words(Arena *arena, const char *text)
{
    g_autoptr(JsonParser) json = json_parser_new();
    JsonNode *root = json_parser_load_from_data(json, text, -1, NULL) ? json_parser_get_root(json) : NULL;
    if (root == NULL || !JSON_NODE_HOLDS_ARRAY(root))
        return NULL;
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    JsonArray *array = json_node_get_array(root);
    for (guint i = 0; i < json_array_get_length(array); i++) {
        JsonNode *node = json_array_get_element(array, i);
        if (!JSON_NODE_HOLDS_VALUE(node) || json_node_get_value_type(node) != G_TYPE_STRING)
            return NULL;
        g_ptr_array_add(words, arena_strdup(arena, json_node_get_string(node)));
    }
    return words->len == 0 ? NULL : g_steal_pointer(&words);
}

static void
read_command(Parser *parser, const char *argument, int line)
{
    g_autoptr(GPtrArray) words = read_words(parser->arena, argument);
    if (parser->directive != NULL)
        parser_expect_no_directive(parser);
    if (words == NULL)
        parser_fault(parser, line, "a command is a JSON list of words: [\"./backfill.py\"]");
    else
        parser_add_step(parser, STEP_COMMAND, words, NULL, line)->done_if = g_steal_pointer(&parser->done_if);
}

static void
read_downgrade(Parser *parser, const char *argument, int line)
{
    (void)argument;
    if (parser->in_downgrade) {
        parser_fault(parser, line, "a second downgrade section");
        return;
    }
    parser_expect_no_directive(parser);
    if (parser->block != NULL)
        parser_fault(parser, parser->block_line, "BEGIN without COMMIT");
    parser_end_block(parser);
    if (!parser->has_quit) {
        parser_fault(parser, line, "no \"\\quit\" above the downgrade");
        problems_hint(parser->problems, "without it, psql -f would run the downgrade too");
    }
    parser->in_downgrade = parser->in_body = true;
    parser->revision->down_line = line;
    parser->upgrade = parser->steps;
    parser->steps = g_ptr_array_new();
}

/* All of them -------------------------------------------------------------------------------------------------------*/

enum { IN_HEADER = 1, ONCE = 2, OUTSIDE_BLOCK = 4 };

static const struct {
    const char *name;
    void (*read)(Parser *parser, const char *argument, int line);
    unsigned where;
} DIRECTIVES[] = {
    {"revision", read_revision, IN_HEADER | ONCE},
    {"message", read_message, IN_HEADER | ONCE},
    {"milestone", read_milestone, IN_HEADER | ONCE},
    {"tenant", read_tenant, IN_HEADER | ONCE},
    {"depends_on", read_depends_on, IN_HEADER},
    {"label", read_labels, IN_HEADER},
    {"replaces", read_replaces, IN_HEADER},
    {"source", read_source, IN_HEADER},
    {"expects", read_expects, IN_HEADER},
    {"drops", read_drops, IN_HEADER},
    {"measured", read_measured, IN_HEADER},
    {"generated", read_generated, IN_HEADER | ONCE},
    {"allow", read_allow, 0},
    {"backfill", read_backfill, OUTSIDE_BLOCK},
    {"each", read_each, OUTSIDE_BLOCK},
    {"verify", read_verify, OUTSIDE_BLOCK},
    {"done_if", read_done_if, OUTSIDE_BLOCK},
    {"command", read_command, OUTSIDE_BLOCK},
    {"downgrade", read_downgrade, 0},
};

static void
fail_unknown(Parser *parser, const char *name, int line)
{
    const char *known[G_N_ELEMENTS(DIRECTIVES) + 1] = {NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(DIRECTIVES); i++)
        known[i] = DIRECTIVES[i].name;
    parser_fault(parser, line, "unknown directive \"%s\"", name);
    const char *meant = problem_did_you_mean(name, known);
    if (meant != NULL)
        problems_hint(parser->problems, "did you mean \"%s\"?", meant);
}

void
directive_read(Parser *parser, const char *text, int line)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t", 2);
    const char *name = words[0] == NULL ? "" : words[0];
    const char *argument = words[0] == NULL || words[1] == NULL ? "" : g_strstrip(words[1]);
    size_t i = 0;
    while (i < G_N_ELEMENTS(DIRECTIVES) && strcmp(DIRECTIVES[i].name, name) != 0)
        i++;
    if (i == G_N_ELEMENTS(DIRECTIVES))
        fail_unknown(parser, name, line);
    else if ((DIRECTIVES[i].where & IN_HEADER) != 0 && parser->in_body)
        parser_fault(parser, line, "\"%s\" belongs above the first statement", name);
    else if ((DIRECTIVES[i].where & ONCE) != 0 && (parser->seen & 1U << i) != 0)
        parser_fault(parser, line, "a second \"%s\"", name);
    else if ((DIRECTIVES[i].where & OUTSIDE_BLOCK) != 0 && parser->block != NULL)
        parser_fault(parser, line, "\"%s\" cannot stand inside BEGIN ... COMMIT", name);
    else
        DIRECTIVES[i].read(parser, argument, line);
    parser->seen |= 1U << i;
}
