/* A YAML file as pleat reads it, for tests in other languages: a line a node, in the order of the file.
 *
 *     DEPTH TYPE LINE TEXT        TYPE: mapping, list, text, missing, key; TEXT is escaped as in C
 */
#include "yaml/document.h"
#include <stdio.h>
#include <string.h>

static void
print(const DocNode *node, const char *type, int depth)
{
    g_autofree char *text = node->text == NULL ? NULL : g_strescape(node->text, NULL);
    printf("%d %s %d %s\n", depth, type, node->place.line, text == NULL ? "" : text);
}

static void
print_tree(const DocNode *node, int depth)
{
    const char *scalar = node->missing ? "missing" : "text";
    print(node, node->type == DOC_MAPPING ? "mapping" : node->type == DOC_LIST ? "list" : scalar, depth);
    for (size_t i = 0; i < node->n_items; i++) {
        if (node->items[i].key != NULL)
            print(node->items[i].key, "key", depth + 1);
        print_tree(node->items[i].value, depth + 1);
    }
}

int
main(int argc, char **argv)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *content = NULL;
    gsize length;
    if (argc != 2 || !g_file_get_contents(argv[1], &content, &length, &error)) {
        fprintf(stderr, "%s\n", error == NULL ? "usage: yaml-tree FILE" : error->message);
        return 2;
    }
    Document *document = document_parse(arena, argv[1], content, length, problems);
    if (!problems_raise(problems, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    if (document->root != NULL)
        print_tree(document->root, 0);
    return 0;
}
