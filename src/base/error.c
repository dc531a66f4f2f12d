#include "base/error.h"

#include <string.h>

/* clang-format off: the name has dashes */
G_DEFINE_QUARK(pleat - error - quark, pleat_error)
/* clang-format on */

bool
fail(GError **error, PleatErrorCode code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (error != NULL)
        *error = g_error_new_valist(PLEAT_ERROR, code, format, args);
    va_end(args);
    return false;
}

bool
fail_within(GError **error, const char *format, ...)
{
    if (error == NULL || *error == NULL)
        return false;
    va_list args;
    va_start(args, format);
    g_autofree char *context = g_strdup_vprintf(format, args);
    va_end(args);
    g_prefix_error(error, "%s: ", context);
    return false;
}

bool
fail_hint(GError **error, const char *format, ...)
{
    if (error == NULL || *error == NULL || strstr((*error)->message, "\nhint: ") != NULL)
        return false;
    va_list args;
    va_start(args, format);
    g_autofree char *hint = g_strdup_vprintf(format, args);
    va_end(args);
    char *whole = g_strconcat((*error)->message, "\nhint: ", hint, NULL);
    g_free((*error)->message);
    (*error)->message = whole;
    return false;
}
