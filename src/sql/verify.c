#include "sql/verify.h"

#include "sql/format.h"
#include <string.h>

const char *
verify_title(const char *directive)
{
    static const char word[] = "verify ";
    return directive != NULL && g_str_has_prefix(directive, word) ? directive + strlen(word) : NULL;
}

void
verify_append_script(GString *out, const char *title, const char *statement)
{
    g_autofree char *name = g_strdup_printf("verify %s: ", title);
    g_autoptr(GString) body = g_string_new(NULL);
    sql_append(body,
               "EXECUTE %L INTO STRICT pleat_holds, pleat_found;\nIF pleat_holds IS NOT TRUE THEN\n"
               "    RAISE EXCEPTION USING MESSAGE = %L || coalesce(pleat_found, 'not true');\nEND IF;",
               statement, name);
    g_autofree char *quote = sql_dollar_quote(body->str);
    g_string_append_printf(out, "DO %s DECLARE pleat_holds boolean; pleat_found text; BEGIN\n%s\nEND %s;\n", quote,
                           body->str, quote);
}
