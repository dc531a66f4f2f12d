/* parse.c - the text of a revision file as steps */
#include "revision/parser.h"
#include "sql/one_line.h"
#include "sql/split.h"
#include <stdio.h>
#include <string.h>

int
parser_line(Parser *parser, const char *at)
{
    if (at < parser->counted) {
        parser->counted = parser->text;
        parser->line = 1;
    }
    for (; parser->counted < at; parser->counted++)
        parser->line += *parser->counted == '\n';
    return parser->line;
}

bool
parser_fault(Parser *parser, int line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    const Place place = {g_intern_string(parser->path), line, 1}; /* problems may outlive the revision */
    return problems_add(parser->problems, place, "%s", text);
}

static void *
finish_list(Arena *arena, const GPtrArray *list)
{
    void **items = arena_new_array(arena, void *, list->len + 1);
    for (guint i = 0; i < list->len; i++)
        items[i] = list->pdata[i];
    return items;
}

static Step *
new_step(Parser *parser, StepKind kind, GPtrArray *statements, GArray *lines, int line)
{
    Step *step = arena_new_one(parser->arena, Step);
    int *each = arena_new_array(parser->arena, int, MAX(statements->len, 1));
    step->kind = kind;
    step->line = each[0] = line;
    step->statements = finish_list(parser->arena, statements);
    for (guint i = 0; lines != NULL && i < lines->len; i++)
        each[i] = g_array_index(lines, int, i);
    step->lines = each;
    return step;
}

Step *
parser_add_step(Parser *parser, StepKind kind, GPtrArray *statements, GArray *lines, int line)
{
    Step *step = new_step(parser, kind, statements, lines, line);
    g_ptr_array_add(parser->steps, step);
    return step;
}

void
parser_expect_no_directive(Parser *parser)
{
    if (parser->directive != NULL)
        parser_fault(parser, parser->directive_line, "no statement follows \"%s\"", parser->directive);
    if (parser->done_if != NULL)
        parser_fault(parser, parser->done_if_line, "no statement follows \"done_if\"");
    parser->directive = parser->done_if = NULL;
}

/* Statements ------------------------------------------------------------------------------------------------------- */

static bool
starts_with_words(const char *statement, const char *first, const char *second)
{
    const char *cursor = statement;
    return token_is(lex_next_solid(&cursor), first) && (second == NULL || token_is(lex_next_solid(&cursor), second));
}

/* BEGIN, BEGIN WORK, COMMIT TRANSACTION, START TRANSACTION, END, and nothing more: options would not be kept. */
static bool
is_plain(const char *statement)
{
    const char *cursor = statement;
    lex_next_solid(&cursor);
    Token token = lex_next_solid(&cursor);
    if (token_is(token, "work") || token_is(token, "transaction"))
        token = lex_next_solid(&cursor);
    return token.kind == TOKEN_END;
}

static void
begin_block(Parser *parser, int line)
{
    if (parser->block != NULL)
        parser_fault(parser, line, "BEGIN inside of BEGIN");
    else
        parser->block = g_ptr_array_new();
    if (parser->block_lines == NULL)
        parser->block_lines = g_array_new(FALSE, FALSE, sizeof(int));
    parser->block_line = line;
}

void
parser_end_block(Parser *parser)
{
    g_clear_pointer(&parser->block, g_ptr_array_unref);
    g_clear_pointer(&parser->block_lines, g_array_unref);
}

static void
end_block(Parser *parser, int line)
{
    if (parser->block == NULL)
        parser_fault(parser, line, "COMMIT without BEGIN");
    else
        parser_add_step(parser, STEP_TRANSACTION, parser->block, parser->block_lines, parser->block_line);
    parser_end_block(parser);
}

static void
refuse_rollback(Parser *parser, int line)
{
    parser_fault(parser, line, "ROLLBACK would undo what the journal says was done");
}

static void
refuse_prepare(Parser *parser, int line)
{
    parser_fault(parser, line, "PREPARE TRANSACTION would end the transaction without its row in the journal");
}

/* Takes the statements that begin and end transactions; false: it is another one. */
static bool
read_transaction_word(Parser *parser, const char *statement, int line)
{
    static const struct {
        const char *first, *second;
        void (*read)(Parser *parser, int line);
        bool is_plain;
    } WORDS[] = {
        {"begin", NULL, begin_block, true},     {"start", "transaction", begin_block, true},
        {"commit", "prepared", refuse_prepare}, {"rollback", NULL, refuse_rollback},
        {"abort", NULL, refuse_rollback},       {"prepare", "transaction", refuse_prepare},
        {"commit", NULL, end_block, true},      {"end", NULL, end_block, true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        if (!starts_with_words(statement, WORDS[i].first, WORDS[i].second))
            continue;
        parser_expect_no_directive(parser);
        if (WORDS[i].is_plain && !is_plain(statement)) {
            parser_fault(parser, line, "BEGIN and COMMIT stand alone, without options");
            problems_hint(parser->problems, "SET TRANSACTION ...; as the first statement of the block does the same");
        }
        WORDS[i].read(parser, line);
        return true;
    }
    return false;
}

/* How often the word true stands behind a comment that says range; the runner puts a batch's condition there. */
static int
count_ranges(const char *statement)
{
    int count = 0;
    bool marked = false;
    const char *cursor = statement;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        count += marked && token_is(token, "true");
        marked = token.kind == TOKEN_SPACE && g_strstr_len(token.text, (gssize)token.length, "/*range*/") != NULL;
    }
    return count;
}

/* A statement that stands alone, with the directives that wait for it. */
static void
add_lone(Parser *parser, StepKind kind, char *statement, int line)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, statement);
    Step *step = parser_add_step(parser, kind, one, NULL, line);
    step->done_if = g_steal_pointer(&parser->done_if);
    if (parser->directive == NULL)
        return;
    g_autofree char *plain = kind == STEP_VERIFY ? g_strdup(parser->argument) : one_line_parse(parser->argument);
    step->subject = arena_strdup(parser->arena, plain);
    if (kind == STEP_BACKFILL)
        directive_split_by(parser->arena, plain, &step->subject, &step->key);
    if (kind == STEP_BACKFILL && count_ranges(statement) != 1)
        parser_fault(parser, line,
                     "a backfill's statement holds \"/*range*/ true\" once, where batches put their range");
    if (kind == STEP_EACH_PARTITION && strstr(statement, "{partition}") == NULL)
        parser_fault(parser, line, "\"{partition}\" is missing: the statement would do the same for each partition");
    parser->directive = NULL;
}

static void
add_for_psql(Parser *parser, char *statement, int line)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, statement);
    g_ptr_array_add(parser->for_psql, new_step(parser, STEP_SETTING, one, NULL, line));
}

/* Mistakes that show in the tokens of any statement. */
static void
check_tokens(Parser *parser, const char *start, size_t length, int line)
{
    bool copy = false, from_stdin = false;
    for (const char *cursor = start; cursor < start + length;) {
        Token token = lex_next(&cursor);
        copy |= token.text == start && token_is(token, "copy");
        from_stdin |= copy && token_is(token, "stdin");
        if (token.kind == TOKEN_BROKEN)
            parser_fault(parser, line, "a quote or comment never ends");
        if (token.kind == TOKEN_OPERATOR && token.text[0] == '\\') {
            g_autofree char *word = g_strndup(token.text, strcspn(token.text, " \t\r\n;"));
            parser_fault(parser, parser_line(parser, token.text), "psql's \"%s\" inside of a statement", word);
            problems_hint(parser->problems, "is a semicolon missing before it?");
            return;
        }
        const char *at = token.text, *comment_start;
        bool is_line;
        char *comment;
        while (token.kind == TOKEN_SPACE && (comment = comment_next(&at, cursor, &comment_start, &is_line)) != NULL) {
            if (is_line && comment_directive(comment) != NULL)
                parser_fault(parser, parser_line(parser, comment_start), "a directive inside of a statement");
            g_free(comment);
        }
    }
    if (from_stdin)
        parser_fault(parser, line, "COPY from STDIN has no input here: write INSERT, or COPY from a file");
}

static void
read_statement(Parser *parser, char *statement, int line)
{
    if (!parser->stops_at_errors) {
        parser_fault(parser, line, "no \"\\set ON_ERROR_STOP on\" above the first statement");
        problems_hint(parser->problems, "without it, psql -f would go on after an error");
        parser->stops_at_errors = true;
    }
    if (parser->has_quit && !parser->in_downgrade)
        parser_fault(parser, line, "psql stops at \"\\quit\" and does not run this");
    parser->in_body = true;
    if (read_transaction_word(parser, statement, line))
        return;
    if (parser->block != NULL) {
        g_ptr_array_add(parser->block, statement);
        g_array_append_val(parser->block_lines, line);
    } else if (parser->directive != NULL)
        add_lone(parser, parser->kind, statement, line);
    else if (starts_with_words(statement, "set", "lock_timeout")) /* that one is for psql: the runner has its own */
        add_for_psql(parser, statement, line);
    else
        add_lone(parser, starts_with_words(statement, "set", NULL) ? STEP_SETTING : STEP_STATEMENT, statement, line);
}

/* The whole text --------------------------------------------------------------------------------------------------- */

static void
read_comments(Parser *parser, Token space)
{
    const char *at = space.text, *end = space.text + space.length, *start;
    bool is_line;
    for (;;) {
        g_autofree char *comment = comment_next(&at, end, &start, &is_line);
        if (comment == NULL)
            return;
        const char *directive = is_line ? comment_directive(comment) : NULL;
        const char *line_start = start;
        while (line_start > parser->text && strchr(" \t", line_start[-1]) != NULL)
            line_start--;
        if (directive != NULL && line_start > parser->text && line_start[-1] != '\n')
            parser_fault(parser, parser_line(parser, start), "a directive stands on a line of its own");
        else if (directive != NULL)
            directive_read(parser, directive, parser_line(parser, start));
        else if (is_line && !parser->in_body)
            g_ptr_array_add(parser->notes, arena_strdup(parser->arena, comment[2] == ' ' ? comment + 3 : comment + 2));
    }
}

static bool
sets_stop(const char *line)
{
    static const char *const ON[] = {"", "on", "true", "1", NULL};
    char name[32] = "", value[32] = "", more[2] = "";
    int words = sscanf(line, "\\set %31s %31s %1s", name, value, more);
    return words > 0 && words < 3 && strcmp(name, "ON_ERROR_STOP") == 0 && g_strv_contains(ON, value);
}

/* psql's own lines: those that a revision file needs when psql runs it. */
static const char *
read_psql_line(Parser *parser, const char *at)
{
    size_t length = strcspn(at, "\n");
    g_autofree char *line = g_strchomp(g_strndup(at, length));
    Revision *revision = parser->revision;
    if (!parser->in_body)
        revision->body_line = parser_line(parser, at);
    if (sets_stop(line))
        parser->stops_at_errors = true;
    else if (strcmp(line, "\\quit") == 0 || strcmp(line, "\\q") == 0) {
        parser->has_quit = true;
        if (!parser->in_downgrade && revision->quit_line == 0)
            revision->quit_line = parser_line(parser, at);
    } else if (!g_str_has_prefix(line, "\\echo"))
        parser_fault(parser, parser_line(parser, at), "pleat does not know psql's \"%s\"", line);
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
        if (token.kind == TOKEN_SPACE) {
            read_comments(parser, token);
            cursor = ahead;
            continue;
        }
        if (parser->header_only)
            return;
        if (token.text[0] == '\\') {
            cursor = read_psql_line(parser, token.text);
            continue;
        }
        Statement statement;
        if (token.kind == TOKEN_END || !split_next(parser->text, &cursor, &statement))
            return;
        const char *start = parser->text + statement.start;
        int line = parser_line(parser, start);
        size_t before = problems_errors(parser->problems);
        check_tokens(parser, start, statement.length, line);
        if (!statement.ended && problems_errors(parser->problems) == before)
            parser_fault(parser, line, "the last statement has no semicolon");
        read_statement(parser, arena_strndup(parser->arena, start, statement.length), line);
    }
}

static void
finish(Parser *parser)
{
    Revision *revision = parser->revision;
    Arena *arena = parser->arena;
    if (!parser->header_only)
        parser_expect_no_directive(parser);
    if (parser->block != NULL)
        parser_fault(parser, parser->block_line, "BEGIN without COMMIT");
    if (revision->id == NULL && problems_errors(parser->problems) == 0) {
        parser_fault(parser, 1, "no \"-- pleat: revision ID\" in the file");
        problems_hint(parser->problems, "pleat revision -m MESSAGE writes a file to begin with");
    }
    revision->upgrade = finish_list(arena, parser->in_downgrade ? parser->upgrade : parser->steps);
    revision->downgrade = parser->in_downgrade ? finish_list(arena, parser->steps) : NULL;
    revision->after = finish_list(arena, parser->after);
    revision->depends_on = finish_list(arena, parser->depends_on);
    revision->labels = finish_list(arena, parser->labels);
    revision->replaces = finish_list(arena, parser->replaces);
    revision->source = finish_list(arena, parser->source);
    revision->expects = finish_list(arena, parser->expects);
    revision->drops = finish_list(arena, parser->drops);
    revision->measured = finish_list(arena, parser->measured);
    revision->allows = finish_list(arena, parser->allows);
    revision->for_psql = finish_list(arena, parser->for_psql);
    if (parser->notes->len > 0 && *(char *)parser->notes->pdata[0] == '\0') /* the line that sets them off */
        g_ptr_array_remove_index(parser->notes, 0);
    revision->notes = finish_list(arena, parser->notes);
    if (revision->message == NULL)
        revision->message = "";
    if (!parser->header_only)
        checksum_compute(revision);
}

static void
parser_clear(Parser *parser)
{
    GPtrArray *lists[] = {parser->steps,    parser->upgrade,  parser->block,  parser->after,   parser->depends_on,
                          parser->labels,   parser->replaces, parser->source, parser->expects, parser->drops,
                          parser->measured, parser->allows,   parser->notes,  parser->for_psql};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_clear_pointer(&lists[i], g_ptr_array_unref);
    g_clear_pointer(&parser->block_lines, g_array_unref);
}

static Revision *
parse(const char *path, const char *text, bool header_only, Problems *problems)
{
    static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF"; /* which psql skips too */
    if (g_str_has_prefix(text, BYTE_ORDER_MARK))
        text += strlen(BYTE_ORDER_MARK);
    Arena *arena = arena_new();
    g_autoptr(Revision) revision = arena_new_one(arena, Revision);
    revision->arena = arena;
    revision->path = arena_strdup(arena, path);
    size_t errors = problems_errors(problems);
    Parser parser = {.revision = revision,
                     .arena = arena,
                     .problems = problems,
                     .path = path,
                     .text = text,
                     .header_only = header_only,
                     .counted = text,
                     .line = 1};
    GPtrArray **lists[] = {&parser.steps,    &parser.after,  &parser.depends_on, &parser.labels,
                           &parser.replaces, &parser.source, &parser.expects,    &parser.drops,
                           &parser.measured, &parser.allows, &parser.notes,      &parser.for_psql};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = g_ptr_array_new();
    read_text(&parser);
    finish(&parser);
    parser_clear(&parser);
    return problems_errors(problems) > errors ? NULL : g_steal_pointer(&revision);
}

Revision *
revision_parse(const char *path, const char *text, Problems *problems)
{
    return parse(path, text, false, problems);
}

Revision *
revision_read(const char *path, GBytes *text, Problems *problems)
{
    const char *content = g_bytes_get_data(text, NULL);
    g_autoptr(Problems) quiet = problems_new();
    Revision *revision = parse(path, content, true, quiet);
    if (revision == NULL) /* the whole may tell better what is wrong with the header */
        return revision_parse(path, content, problems);
    revision->text = g_bytes_ref(text);
    return revision;
}

bool
revision_load(Revision *revision, GError **error)
{
    if (revision->text == NULL || revision->whole != NULL)
        return true;
    g_autoptr(Problems) problems = problems_new();
    Revision *whole = revision_parse(revision->path, g_bytes_get_data(revision->text, NULL), problems);
    if (whole == NULL)
        return problems_raise(problems, error);
    revision->upgrade = whole->upgrade;
    revision->downgrade = whole->downgrade;
    revision->allows = whole->allows;
    revision->for_psql = whole->for_psql;
    revision->body_line = whole->body_line;
    revision->quit_line = whole->quit_line;
    revision->down_line = whole->down_line;
    memcpy(revision->checksum, whole->checksum, sizeof revision->checksum);
    revision->whole = whole;
    return true;
}

char *
revision_digest(const Revision *revision)
{
    return revision->text == NULL ? g_strdup(revision->checksum)
                                  : g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, revision->text);
}

void
revision_free(Revision *revision)
{
    if (revision == NULL)
        return;
    revision_free(revision->whole);
    g_clear_pointer(&revision->text, g_bytes_unref);
    arena_free(revision->arena); /* which holds the Revision itself */
}
