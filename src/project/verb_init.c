#include "files/file_write.h"
#include "project/session.h"

#include <string.h>

/* A project that works at once: one table, one function, the embedded database. */
static const struct {
    const char *path, *content;
} FILES[] = {
    {"pleat.yaml",
     "databases:\n"
     "  dev: embedded            # pleat's own PostgreSQL: pleat dev url gives the application its address\n"
     "  # production: ${DATABASE_URL}\n"
     "default: dev\n"
     "schemas: [public]\n"},
    {"schema/greeting.yaml", "tables:\n"
                             "  greeting:\n"
                             "    columns:\n"
                             "      id: bigint generated always as identity\n"
                             "      text: text not null\n"
                             "    primary_key: [id]\n"},
    {"functions/greet.sql", "CREATE FUNCTION greet(who text) RETURNS text\n"
                            "LANGUAGE sql STABLE AS $$\n"
                            "    SELECT text || ', ' || who FROM greeting ORDER BY id LIMIT 1\n"
                            "$$;\n"},
};

bool
pleat_init(PleatSession *session, const char *directory, GError **error)
{
    g_autofree char *target = g_canonicalize_filename(directory == NULL ? "." : directory, session->directory);
    g_autoptr(FileBatch) batch = file_batch_new();
    for (size_t i = 0; i < G_N_ELEMENTS(FILES); i++) {
        g_autofree char *path = g_build_filename(target, FILES[i].path, NULL);
        g_autoptr(GBytes) content = g_bytes_new_static(FILES[i].content, strlen(FILES[i].content));
        if (!file_batch_add(batch, path, content, 0666, error))
            return false;
    }
    if (!file_batch_commit(batch, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(FILES); i++)
        session_write(session, "%s\n", FILES[i].path);
    session_note(session, "next: pleat revision --autogenerate -m \"first\" && pleat upgrade head\n");
    return true;
}
