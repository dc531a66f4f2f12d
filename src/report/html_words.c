#include "report/html_private.h"

#include "sql/keywords.h"
#include "sql/lex.h"
#include <string.h>

void
html_append_span(GString *out, const char *class, const char *text)
{
    g_string_append_printf(out, "<span class=\"%s\">", class);
    html_append_text(out, text);
    g_string_append(out, "</span>");
}

void
html_append_code(GString *out, const char *text)
{
    g_string_append(out, "<code>");
    html_append_text(out, text);
    g_string_append(out, "</code>");
}

const char *
html_mark_word(char mark)
{
    return mark == '+' ? "new" : mark == '-' ? "gone" : mark == '~' ? "changed" : "same";
}

void
html_append_place(GString *out, const Review *review, Place place, const Place *told)
{
    g_autofree char *words = told == NULL ? review_place_words(review, place) : review_near_words(review, place, *told);
    g_autofree char *link = review_place_link(review, place);
    if (words == NULL)
        return;
    g_string_append(out, "<span class=\"place\">");
    if (link != NULL) {
        g_string_append(out, "<a href=\"");
        html_append_text(out, link);
        g_string_append(out, "\" rel=\"noreferrer\">");
    }
    html_append_text(out, words);
    g_string_append_printf(out, "%s</span>", link != NULL ? "</a>" : "");
}

void
html_append_former_place(GString *out, const Review *review, Place place)
{
    g_autofree char *words = review_place_words(review, place);
    if (words != NULL)
        html_append_span(out, "place", words);
}

/* What a token looks like; NULL: like any text. */
static const char *
class_of(const Token *token)
{
    switch (token->kind) {
    case TOKEN_STRING:
    case TOKEN_DOLLAR:
        return "sql-text";
    case TOKEN_NUMBER:
        return "sql-number";
    case TOKEN_SPACE:
        return memchr(token->text, '-', token->length) != NULL || memchr(token->text, '*', token->length) != NULL
                   ? "sql-comment"
                   : NULL;
    case TOKEN_WORD: {
        g_autofree char *name = g_ascii_strdown(token->text, (gssize)token->length);
        return sql_is_keyword(name) || g_ascii_isupper(token->text[0]) ? "sql-word" : NULL;
    }
    default:
        return NULL;
    }
}

/* The text between the tags is SQL mostly: it is told apart, too. */
static void
append_dollar(GString *out, const Token *token)
{
    g_autofree char *whole = g_strndup(token->text, token->length);
    const size_t tag = (size_t)(strchr(whole + 1, '$') - whole) + 1;
    g_autofree char *body = g_strndup(whole + tag, token->length - 2 * tag), *mark = g_strndup(whole, tag);
    html_append_span(out, "sql-text", mark);
    html_append_sql(out, body);
    html_append_span(out, "sql-text", mark);
}

void
html_append_sql(GString *out, const char *sql)
{
    for (Token token = lex_next(&sql); token.kind != TOKEN_END; token = lex_next(&sql)) {
        if (token.kind == TOKEN_DOLLAR) {
            append_dollar(out, &token);
            continue;
        }
        g_autofree char *text = g_strndup(token.text, token.length);
        const char *class = class_of(&token);
        if (class != NULL)
            html_append_span(out, class, text);
        else
            html_append_text(out, text);
    }
}
