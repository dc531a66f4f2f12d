#include "project/session.h"

#include "base/quit.h"
#include <string.h>

PleatFault
pleat_fault(const GError *error)
{
    if (error->domain != PLEAT_ERROR)
        return PLEAT_FAULT_INPUT;
    switch ((PleatErrorCode)error->code) {
    case PLEAT_ERROR_SERVER:
    case PLEAT_ERROR_CONCURRENT:
        return PLEAT_FAULT_SERVER;
    case PLEAT_ERROR_INTERRUPTED:
        return PLEAT_FAULT_INTERRUPTED;
    case PLEAT_ERROR_INTERNAL:
        return PLEAT_FAULT_INTERNAL;
    default:
        return PLEAT_FAULT_INPUT;
    }
}

const char *
pleat_version(void)
{
    return PLEAT_VERSION;
}

void
pleat_catch_signals(void)
{
    quit_watch();
}

void
session_write_text(PleatSession *session, const char *text)
{
    session->options.write(session->options.data, text);
}

void
session_write(PleatSession *session, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    session_write_text(session, text);
}

void
session_note(PleatSession *session, const char *format, ...)
{
    if (session->options.quiet || session->options.note == NULL)
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    session->options.note(session->options.data, text);
}

bool
pleat_session_open(const PleatSessionOptions *options, PleatSession **out, GError **error)
{
    g_autoptr(PleatSession) session = g_new0(PleatSession, 1);
    session->options = *options;
    session->directory = g_canonicalize_filename(options->directory == NULL ? "." : options->directory, NULL);
    if (!g_file_test(session->directory, G_FILE_TEST_IS_DIR))
        return fail(error, PLEAT_ERROR_USAGE, "no directory \"%s\"", session->directory);
    session->own_schema = g_strdup("pleat");
    *out = g_steal_pointer(&session);
    return true;
}

void
pleat_session_close(PleatSession *session)
{
    if (session == NULL)
        return;
    g_free(session->directory);
    g_free(session->root);
    g_free(session->own_schema);
    g_free(session);
}

static bool
is_conninfo(const char *name)
{
    return g_str_has_prefix(name, "postgresql://") || g_str_has_prefix(name, "postgres://") || strchr(name, '=') != NULL;
}

bool
session_database(PleatSession *session, const char *name, char **conninfo, GError **error)
{
    if (name == NULL)
        name = session->options.database;
    if (name != NULL && is_conninfo(name)) {
        *conninfo = g_strdup(name);
        return true;
    }
    return fail(error, PLEAT_ERROR_USAGE, "no database \"%s\"", name == NULL ? "" : name);
}

bool
session_connect(PleatSession *session, const char *name, PGconn **connection, GError **error)
{
    g_autofree char *conninfo = NULL;
    return session_database(session, name, &conninfo, error) && connection_open(conninfo, "pleat", connection, error);
}
