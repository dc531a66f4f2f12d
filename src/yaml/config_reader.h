/*
 * config_reader.h - values and sections of pleat.yaml
 *
 * A value that is wrong is added to the problems of the reader, and nothing is set.
 */
#pragma once

#include "yaml/config.h"
#include "yaml/document.h"

typedef struct {
    Config *config;
    Problems *problems;
} Reader;

/* One text; NULL when it is none. */
const char *reader_text(Reader *reader, const DocNode *value);
void reader_set_text(Reader *reader, const DocNode *value, const char **out);
void reader_bool(Reader *reader, const DocNode *value, bool *out);
void reader_int(Reader *reader, const DocNode *value, int lowest, int *out);

/* In milliseconds: "5s"; "10ms..2s". */
void reader_duration(Reader *reader, const DocNode *value, gint64 *out);
void reader_range(Reader *reader, const DocNode *value, gint64 *from, gint64 *to);

/* One text or a list of them: NULL-terminated, of the Config's arena. */
void reader_texts(Reader *reader, const DocNode *value, const char ***out);

/* A template with these tokens in braces, NULL-terminated, and no others. */
void reader_check_tokens(Reader *reader, const DocNode *value, const char *const *tokens);

typedef void ReadKey(Reader *reader, const DocNode *key, const DocNode *value);

typedef struct {
    const char *key;
    ReadKey *read;
} Section;

/* A mapping; where: what it is called in messages. */
void reader_section(Reader *reader, const DocNode *mapping, const char *where, const Section *sections, size_t n);

#define SECTION(reader, value, where, sections) reader_section(reader, value, where, sections, G_N_ELEMENTS(sections))

#define READER(name, body)                                                                                             \
    static void read_##name(Reader *reader, const DocNode *key, const DocNode *value)                                  \
    {                                                                                                                  \
        (void)key;                                                                                                     \
        body;                                                                                                          \
    }
