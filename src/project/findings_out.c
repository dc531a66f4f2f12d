#include "project/findings_out.h"

#include <string.h>

bool
findings_are_asked(const PleatSession *session)
{
    return session->options.format != NULL && g_strv_contains(findings_formats, session->options.format);
}

char *
repository_root(const char *directory)
{
    g_autofree char *git = g_build_filename(directory, ".git", NULL);
    if (g_file_test(git, G_FILE_TEST_EXISTS))
        return g_strdup(directory);
    g_autofree char *above = g_path_get_dirname(directory);
    return strcmp(above, directory) == 0 ? NULL : repository_root(above);
}

void
findings_write(PleatSession *session, const Findings *findings)
{
    g_autofree char *root = repository_root(session->config->directory);
    const FindingsView view = {
        .directory = session->directory,
        .root = root,
        .fallback = session->config->path,
        .color = session->options.color,
        .allowed = session->options.verbose,
    };
    g_autofree char *text = findings_format(findings, session->options.format, &view);
    session_write_text(session, text);
}
