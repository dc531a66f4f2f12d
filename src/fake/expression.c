#include "fake/expression.h"

#include "sql/lex.h"
#include <string.h>

typedef struct {
    Arena *arena;
    GArray *tokens; /* without spaces, ended by TOKEN_END */
    guint at;
    const char *end; /* of the text */
    int depth;
} Parser;

enum { DEEPEST = 200 };

static Expression *parse_or(Parser *parser);

static Token
peek(const Parser *parser, guint ahead)
{
    const guint at = MIN(parser->at + ahead, parser->tokens->len - 1);
    return g_array_index(parser->tokens, Token, at);
}

static bool
next_is(const Parser *parser, const char *word)
{
    return token_is(peek(parser, 0), word);
}

static bool
accept(Parser *parser, const char *word)
{
    const bool is = next_is(parser, word);
    parser->at += is;
    return is;
}

/* The node's text reaches from one token to the one before the parser's place. */
static Expression *
node_new(Parser *parser, ExpressionKind kind, guint from)
{
    Expression *node = arena_new_one(parser->arena, Expression);
    const guint to = MIN(parser->at, parser->tokens->len);
    const Token first = g_array_index(parser->tokens, Token, MIN(from, parser->tokens->len - 1));
    const char *end = first.text;
    if (to > from) {
        const Token last = g_array_index(parser->tokens, Token, to - 1);
        end = last.text + last.length;
    }
    node->kind = kind;
    node->text = arena_strndup(parser->arena, first.text, (size_t)(end - first.text));
    return node;
}

static void
add_child(Parser *parser, Expression *node, Expression *child)
{
    Expression **more = arena_new_array(parser->arena, Expression *, node->n_more + 1);
    if (node->n_more > 0)
        memcpy(more, node->more, node->n_more * sizeof *more);
    more[node->n_more++] = child;
    node->more = more;
}

/* To behind the parenthesis that closes the one before the parser's place. */
static void
skip_parentheses(Parser *parser)
{
    for (int open = 1; open > 0 && peek(parser, 0).kind != TOKEN_END; parser->at++) {
        open += next_is(parser, "(") || next_is(parser, "[");
        open -= next_is(parser, ")") || next_is(parser, "]");
    }
}

static void
skip_type_words(Parser *parser)
{
    static const char *const WORDS[] = {"varying", "precision", "with", "without", "time",   "zone", "year",
                                        "month",   "day",       "hour", "minute",  "second", "to",   NULL};
    for (;;) {
        bool found = false;
        for (size_t i = 0; WORDS[i] != NULL && !found; i++)
            found = accept(parser, WORDS[i]);
        if (!found && next_is(parser, "(")) {
            parser->at++;
            skip_parentheses(parser);
        } else if (!found) {
            return;
        }
    }
}

/* "character varying(20)[]", "public.mood", "timestamp(3) without time zone" */
static void
skip_type(Parser *parser)
{
    parser->at++;
    while (accept(parser, "."))
        parser->at++;
    skip_type_words(parser);
    while (next_is(parser, "[") && token_is(peek(parser, 1), "]"))
        parser->at += 2;
}

static Expression *
parse_arguments(Parser *parser, guint from, const char *name)
{
    const guint inside = parser->at;
    GPtrArray *arguments = g_ptr_array_new();
    bool ok = true;
    if (!accept(parser, ")")) {
        do
            g_ptr_array_add(arguments, parse_or(parser));
        while (accept(parser, ","));
        ok = accept(parser, ")");
    }
    if (!ok) { /* EXTRACT(year FROM x), VARIADIC, an order in an aggregate ... */
        parser->at = inside;
        skip_parentheses(parser);
    }
    Expression *node = node_new(parser, ok ? EXPRESSION_CALL : EXPRESSION_OTHER, from);
    node->name = name;
    for (guint i = 0; ok && i < arguments->len; i++)
        add_child(parser, node, arguments->pdata[i]);
    g_ptr_array_unref(arguments);
    return node;
}

/* CASE operand WHEN a THEN b is CASE WHEN operand = a THEN b. */
static Expression *
parse_case(Parser *parser, guint from)
{
    Expression *operand = next_is(parser, "when") ? NULL : parse_or(parser);
    Expression *node = node_new(parser, EXPRESSION_CASE, from);
    while (accept(parser, "when")) {
        const guint start = parser->at;
        Expression *condition = parse_or(parser);
        if (operand != NULL) {
            Expression *equal = node_new(parser, EXPRESSION_COMPARE, start);
            equal->text = arena_printf(parser->arena, "%s = %s", operand->text, condition->text);
            equal->name = "=";
            equal->children[0] = operand;
            equal->children[1] = condition;
            condition = equal;
        }
        accept(parser, "then");
        add_child(parser, node, condition);
        add_child(parser, node, parse_or(parser));
    }
    if (accept(parser, "else"))
        add_child(parser, node, parse_or(parser));
    const bool ok = accept(parser, "end");
    node->text = node_new(parser, EXPRESSION_OTHER, from)->text;
    if (!ok)
        node->kind = EXPRESSION_OTHER;
    return node;
}

static Expression *
parse_word(Parser *parser)
{
    const Token token = peek(parser, 0);
    const guint from = parser->at++;
    g_autofree char *name = token_name(token);
    const char *kept = arena_strdup(parser->arena, name);
    if (token_is(token, "case"))
        return parse_case(parser, from);
    if (token_is(token, "array") && accept(parser, "[")) {
        skip_parentheses(parser);
        return node_new(parser, EXPRESSION_OTHER, from);
    }
    while (accept(parser, ".")) {
        g_autofree char *part = token_name(peek(parser, 0));
        kept = arena_strdup(parser->arena, part);
        parser->at++;
    }
    if (accept(parser, "("))
        return parse_arguments(parser, from, kept);
    static const char *const CONSTANTS[] = {
        "true",         "false",        "null", "current_date", "current_timestamp", "localtimestamp",
        "current_user", "session_user", NULL};
    for (size_t i = 0; token.kind == TOKEN_WORD && CONSTANTS[i] != NULL; i++)
        if (token_is(token, CONSTANTS[i]))
            return node_new(parser, EXPRESSION_OTHER, from);
    Expression *node = node_new(parser, EXPRESSION_NAME, from);
    node->name = kept;
    return node;
}

static Expression *
parse_primary(Parser *parser)
{
    const guint from = parser->at;
    const Token token = peek(parser, 0);
    if (token.kind == TOKEN_WORD || token.kind == TOKEN_QUOTED)
        return parse_word(parser);
    if (token.kind != TOKEN_END)
        parser->at++;
    if (token.kind == TOKEN_OPERATOR) { /* a sign before it */
        parse_primary(parser);
        return node_new(parser, EXPRESSION_OTHER, from);
    }
    if (!token_is(token, "("))
        return node_new(parser, EXPRESSION_OTHER, from);
    Expression *inner = parse_or(parser);
    if (!accept(parser, ")")) {
        skip_parentheses(parser);
        return node_new(parser, EXPRESSION_OTHER, from);
    }
    inner->text = node_new(parser, EXPRESSION_OTHER, from)->text;
    return inner;
}

/* Casts, collations, subscripts, fields. */
static Expression *
parse_postfix(Parser *parser)
{
    const guint from = parser->at;
    Expression *node = parse_primary(parser);
    for (;;) {
        const ExpressionKind kind = next_is(parser, "::") ? EXPRESSION_CAST : EXPRESSION_OTHER;
        if (accept(parser, "::")) {
            skip_type(parser);
        } else if (accept(parser, "collate")) {
            parser->at++;
            while (accept(parser, "."))
                parser->at++;
            continue;
        } else if (accept(parser, "[")) {
            skip_parentheses(parser);
        } else if (accept(parser, ".")) {
            parser->at++;
        } else {
            return node;
        }
        Expression *outer = node_new(parser, kind, from);
        outer->children[0] = node;
        node = outer;
    }
}

static bool
is_comparison(Token token)
{
    static const char *const OPERATORS[] = {"=",  "<>", "!=",  "<",  "<=",  ">",   ">=",   "~",
                                            "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*", NULL};
    for (size_t i = 0; OPERATORS[i] != NULL; i++)
        if (token_is(token, OPERATORS[i]))
            return true;
    return false;
}

/* Arithmetic and other operators: in parentheses, where they are within something else. */
static Expression *
parse_operators(Parser *parser)
{
    const guint from = parser->at;
    Expression *node = parse_postfix(parser);
    bool is_other = false;
    for (;; is_other = true) {
        const Token token = peek(parser, 0);
        if (token.kind == TOKEN_OPERATOR && !is_comparison(token))
            parser->at++;
        else if (token_is(token, "operator") && token_is(peek(parser, 1), "(")) {
            parser->at += 2;
            skip_parentheses(parser);
        } else if (token_is(token, "at") && token_is(peek(parser, 1), "time"))
            parser->at += 3;
        else
            return is_other ? node_new(parser, EXPRESSION_OTHER, from) : node;
        parse_postfix(parser);
    }
}

static Expression *
parse_comparison(Parser *parser)
{
    const guint from = parser->at;
    Expression *left = parse_operators(parser);
    const Token token = peek(parser, 0);
    if (token.kind != TOKEN_OPERATOR || !is_comparison(token))
        return left;
    parser->at++;
    ExpressionKind kind = EXPRESSION_COMPARE;
    if ((next_is(parser, "any") || next_is(parser, "all")) && token_is(peek(parser, 1), "("))
        kind = next_is(parser, "any") ? EXPRESSION_ANY : EXPRESSION_ALL;
    parser->at += kind != EXPRESSION_COMPARE;
    Expression *right = parse_operators(parser);
    Expression *node = node_new(parser, kind, from);
    node->name = arena_strndup(parser->arena, token.text, token.length);
    node->children[0] = left;
    node->children[1] = right;
    return node;
}

static Expression *
wrap(Parser *parser, ExpressionKind kind, guint from, Expression *child)
{
    Expression *node = node_new(parser, kind, from);
    node->children[0] = child;
    return node;
}

static Expression *
parse_is(Parser *parser)
{
    const guint from = parser->at;
    Expression *node = parse_comparison(parser);
    while (accept(parser, "is")) {
        const bool negated = accept(parser, "not");
        if (accept(parser, "null")) {
            node = wrap(parser, EXPRESSION_IS_NULL, from, node);
        } else if (accept(parser, "true")) {
            node = wrap(parser, EXPRESSION_IS_TRUE, from, node);
        } else if (accept(parser, "false")) {
            node = wrap(parser, EXPRESSION_IS_TRUE, from, wrap(parser, EXPRESSION_NOT, from, node));
        } else { /* DISTINCT FROM, UNKNOWN, DOCUMENT, JSON ... */
            if (accept(parser, "distinct") && accept(parser, "from"))
                parse_comparison(parser);
            else
                parser->at++;
            node = node_new(parser, EXPRESSION_OTHER, from);
        }
        if (negated)
            node = wrap(parser, EXPRESSION_NOT, from, node);
    }
    return node;
}

static Expression *
parse_not(Parser *parser)
{
    const guint from = parser->at;
    if (!accept(parser, "not"))
        return parse_is(parser);
    return wrap(parser, EXPRESSION_NOT, from, parse_not(parser));
}

static Expression *
parse_list(Parser *parser, const char *word, ExpressionKind kind, Expression *(*part)(Parser *))
{
    const guint from = parser->at;
    Expression *first = part(parser), *list = NULL;
    while (accept(parser, word)) {
        if (list == NULL) {
            list = node_new(parser, kind, from);
            add_child(parser, list, first);
        }
        add_child(parser, list, part(parser));
        list->text = node_new(parser, kind, from)->text;
    }
    return list != NULL ? list : first;
}

static Expression *
parse_and(Parser *parser)
{
    return parse_list(parser, "and", EXPRESSION_AND, parse_not);
}

static Expression *
parse_or(Parser *parser)
{
    const guint from = parser->at;
    if (++parser->depth > DEEPEST) {
        parser->at = parser->tokens->len - 1;
        return node_new(parser, EXPRESSION_OTHER, from);
    }
    Expression *node = parse_list(parser, "or", EXPRESSION_OR, parse_and);
    parser->depth--;
    return node;
}

Expression *
expression_parse(Arena *arena, const char *text)
{
    Parser parser = {.arena = arena, .tokens = g_array_new(FALSE, FALSE, sizeof(Token))};
    for (const char *cursor = text;;) {
        const Token token = lex_next_solid(&cursor);
        g_array_append_val(parser.tokens, token);
        if (token.kind == TOKEN_END || token.kind == TOKEN_BROKEN)
            break;
    }
    const Token end = {TOKEN_END, text + strlen(text), 0};
    g_array_append_val(parser.tokens, end);
    Expression *root = parse_or(&parser);
    if (peek(&parser, 0).kind != TOKEN_END) {
        root = arena_new_one(arena, Expression);
        root->kind = EXPRESSION_OTHER;
    }
    root->text = arena_strdup(arena, text);
    g_array_free(parser.tokens, TRUE);
    return root;
}
