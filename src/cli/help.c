#include "help.h"

#include <string.h>

char *
topic_title(const Topic *topic)
{
    const char *start = topic->page + strspn(topic->page, "# ");
    g_autofree char *line = g_strndup(start, strcspn(start, "\n"));
    g_auto(GStrv) parts = g_strsplit(line, "`", -1);
    return g_strjoinv("", parts);
}

const Topic *
topic_find(const char *name)
{
    for (const Topic *topic = topics_all; topic->name != NULL; topic++)
        if (strcmp(topic->name, name) == 0)
            return topic;
    return NULL;
}

void
help_print_commands(FILE *out)
{
    fputs(
        "Usage: pleat COMMAND [OPTION...]\n\nExpand/contract schema migrations for PostgreSQL, from declarations.\n\n",
        out);
    for (size_t i = 0; commands_all[i] != NULL; i++)
        fprintf(out, "  %-14s %s\n", commands_all[i]->name, commands_all[i]->summary);
    fputs("\nSee pleat COMMAND --help, and pleat help TOPIC: pleat help topics lists them.\n", out);
}

void
help_print_topics(FILE *out)
{
    for (const Topic *topic = topics_all; topic->name != NULL; topic++) {
        g_autofree char *title = topic_title(topic);
        fprintf(out, "  %-20s %s\n", topic->name, title);
    }
}

const char *
help_nearest(const char *word, bool topics)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; commands_all[i] != NULL; i++)
        g_ptr_array_add(names, (gpointer)(guintptr)commands_all[i]->name);
    for (const Topic *topic = topics_all; topics && topic->name != NULL; topic++)
        g_ptr_array_add(names, (gpointer)(guintptr)topic->name);
    g_ptr_array_add(names, NULL);
    return pleat_did_you_mean(word, (const char *const *)names->pdata);
}
