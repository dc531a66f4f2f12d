/*
 * arena.h - memory that lives as long as one owner
 *
 * An arena hands out memory in big blocks and gives all of it back at once. Everything taken from it has the arena's
 * lifetime; nothing is freed singly. Memory comes zeroed and aligned for any type.
 */
#pragma once

#include <glib.h>
#include <stdarg.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)

void *arena_alloc(Arena *arena, size_t size);
char *arena_strdup(Arena *arena, const char *text); /* NULL gives NULL */
char *arena_strndup(Arena *arena, const char *text, size_t length);
char *arena_printf(Arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The bytes handed out so far: for figures, not for accounting. */
size_t arena_size(const Arena *arena);

#define arena_new_array(arena, Type, count) ((Type *)arena_alloc((arena), sizeof(Type) * (count)))
#define arena_new_one(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
