#include "project/session.h"

#include "scratch/dev.h"

bool
pleat_dev_start(PleatSession *session, GError **error)
{
    g_autofree char *conninfo = NULL;
    return session_require_project(session, error) && dev_start(session->config->directory, 0, &conninfo, error) &&
           pleat_dev_url(session, error);
}

bool
pleat_dev_stop(PleatSession *session, GError **error)
{
    return session_require_project(session, error) && dev_stop(session->config->directory, error);
}

bool
pleat_dev_url(PleatSession *session, GError **error)
{
    bool running = false;
    g_autofree char *url = NULL;
    if (!session_require_project(session, error) || !dev_url(session->config->directory, &running, &url, error))
        return false;
    session_write(session, "%s\n", url);
    if (!running)
        session_note(session, "it does not run: pleat dev start\n");
    return true;
}

bool
pleat_dev_psql(PleatSession *session, char ***argv, GError **error)
{
    g_autofree char *conninfo = NULL, *url = NULL;
    bool running = false;
    if (!session_require_project(session, error) || !dev_start(session->config->directory, 0, &conninfo, error) ||
        !dev_url(session->config->directory, &running, &url, error))
        return false;
    const char *const words[] = {"psql", url, NULL};
    *argv = g_strdupv((char **)(guintptr)words);
    return true;
}
