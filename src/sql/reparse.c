#include "sql/reparse.h"

#include "sql/lex.h"
#include <string.h>

typedef struct {
    const char *close; /* the "]" */
    const char *type;  /* of the first element's outermost cast; NULL: it has none */
    size_t type_length;
} Array;

/* Reads the elements behind "[" up to the "]" that closes it. */
static void
read_array(const char *at, Array *array)
{
    const char *cursor = at, *cast = NULL;
    bool first = true;
    *array = (Array){NULL, NULL, 0};
    for (int depth = 0;;) {
        Token token = lex_next(&cursor);
        if (token.kind == TOKEN_END || token.kind == TOKEN_BROKEN)
            return;
        bool close = token_is(token, "]") && depth == 0;
        if (first && (close || (token_is(token, ",") && depth == 0))) {
            array->type = cast;
            array->type_length = cast == NULL ? 0 : (size_t)(token.text - cast);
            first = false;
        }
        if (close) {
            array->close = token.text;
            return;
        }
        if (token_is(token, "::") && depth == 0)
            cast = cursor;
        depth += token_is(token, "(") || token_is(token, "[");
        depth -= token_is(token, ")") || token_is(token, "]");
    }
}

void
reparse_append(GString *out, const char *text)
{
    if (strstr(text, "(ARRAY[") == NULL) {
        g_string_append(out, text);
        return;
    }
    const char *cursor = text, *copied = text;
    Token before = {TOKEN_END, NULL, 0};
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        Array array = {NULL, NULL, 0};
        if (token_is(token, "array") && token_is(before, "(") && *cursor == '[')
            read_array(cursor + 1, &array);
        if (array.type != NULL && array.close >= copied && strncmp(array.close, "])::", 4) == 0) {
            g_string_append_len(out, copied, array.close + 1 - copied);
            g_string_append_printf(out, "::%.*s[]", (int)array.type_length, array.type);
            copied = array.close + 1;
        }
        before = token;
    }
    g_string_append(out, copied);
}
