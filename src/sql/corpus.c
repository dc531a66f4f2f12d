#include "sql/corpus.h"

#include "sql/split.h"
#include <string.h>

static void
statement_free(void *data)
{
    CorpusStatement *statement = data;
    g_free(statement->sql);
    g_free(statement->name);
    g_free(statement->file);
    g_free(statement);
}

GPtrArray *
corpus_new(void)
{
    return g_ptr_array_new_with_free_func(statement_free);
}

bool
corpus_is_query(const char *sql)
{
    static const char *const WORDS[] = {"select", "insert", "update", "delete", "merge", "with", "values", "table"};
    const char *cursor = sql;
    Token token = lex_next_solid(&cursor);
    while (token_is(token, "("))
        token = lex_next_solid(&cursor);
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++)
        if (token_is(token, WORDS[i]))
            return true;
    return false;
}

/* What comments say -------------------------------------------------------------------------------------------------*/

typedef struct {
    const char *file;
    Problems *problems;
    bool all_old;
} Reader;

/* "expand REASON" */
static void
read_allow(Reader *reader, const char *argument, Place place, CorpusStatement *statement)
{
    g_auto(GStrv) words = g_strsplit_set(argument, " \t", 2);
    const char *phase = words[0] == NULL ? "" : words[0];
    const bool expand = strcmp(phase, "expand") == 0;
    if (!expand && strcmp(phase, "contract") != 0)
        problems_add(reader->problems, place,
                     "\"allow %s\" where \"allow expand REASON\" or \"allow contract REASON\" "
                     "may stand",
                     argument);
    else if (words[1] == NULL || *g_strstrip(words[1]) == '\0')
        problems_add(reader->problems, place, "an exception has a reason: allow %s REASON", phase);
    else
        statement->allowed |= expand ? CORPUS_EXPAND : CORPUS_CONTRACT;
}

static void
read_directive(Reader *reader, const char *text, Place place, CorpusStatement *statement)
{
    static const char ALLOW[] = "allow ";
    if (strcmp(text, "old") == 0)
        statement->old = true;
    else if (strcmp(text, "all old") == 0)
        reader->all_old = true;
    else if (g_str_has_prefix(text, ALLOW))
        read_allow(reader, text + strlen(ALLOW), place, statement);
    else {
        problems_add(reader->problems, place, "unknown directive \"%s\"", text);
        problems_hint(reader->problems, "of a statement: old, all old, allow expand REASON, allow contract REASON");
    }
}

static void
read_comment(Reader *reader, const char *line, Place place, CorpusStatement *statement)
{
    static const char NAME[] = "name:", PLEAT[] = "pleat:";
    const char *text = line + strspn(line, "- \t");
    if (g_str_has_prefix(text, NAME) && statement->name == NULL)
        statement->name = g_strstrip(g_strdup(text + strlen(NAME)));
    if (!g_str_has_prefix(text, PLEAT))
        return;
    g_autofree char *directive = g_strstrip(g_strdup(text + strlen(PLEAT)));
    read_directive(reader, directive, place, statement);
}

/* The lines from one statement's end to the next one's start. */
static void
read_comments(Reader *reader, const char *text, size_t start, size_t end, CorpusStatement *statement)
{
    g_autofree char *between = g_strndup(text + start, end - start);
    g_auto(GStrv) lines = g_strsplit(between, "\n", -1);
    int line, column;
    text_position(text, start, &line, &column);
    for (char **at = lines; *at != NULL; at++, line++) {
        const char *comment = g_strstrip(*at);
        if (g_str_has_prefix(comment, "--"))
            read_comment(reader, comment, (Place){reader->file, line, 1}, statement);
    }
}

/* Behind the semicolon of what ends there. */
static size_t
skip_semicolon(const char *text, size_t end)
{
    const char *cursor = text + end;
    return token_is(lex_next_solid(&cursor), ";") ? (size_t)(cursor - text) : end;
}

void
corpus_parse(GPtrArray *corpus, const char *file, const char *text, Problems *problems)
{
    Reader reader = {g_intern_string(file), problems, false};
    g_autoptr(GArray) statements = split_statements(text);
    size_t before = 0;
    for (guint i = 0; i < statements->len; i++) {
        const Statement *found = &g_array_index(statements, Statement, i);
        CorpusStatement *statement = g_new0(CorpusStatement, 1);
        statement->sql = g_strndup(text + found->start, found->length);
        statement->file = g_strdup(file);
        text_position(text, found->start, &statement->line, &statement->column);
        read_comments(&reader, text, before, found->start, statement);
        statement->old = statement->old || reader.all_old;
        before = skip_semicolon(text, found->start + found->length);
        if (corpus_is_query(statement->sql)) {
            g_ptr_array_add(corpus, statement);
            continue;
        }
        problems_add(problems, (Place){reader.file, statement->line, statement->column},
                     "neither a query nor a change of rows: PostgreSQL does not look into it before it runs");
        problems_hint(problems, "SELECT, INSERT, UPDATE, DELETE, MERGE, VALUES or TABLE");
        statement_free(statement);
    }
}
