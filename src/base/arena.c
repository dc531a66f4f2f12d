#include "base/arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

/* Blocks grow with the arena: there may be thousands of small ones, such as a revision's header, and each fresh page
 * has its price. */
enum { BLOCK_LEAST = 512, BLOCK_MOST = 64 * 1024 };

typedef struct Block Block;
struct Block {
    Block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

struct Arena {
    Block *blocks; /* the newest first */
    size_t total;
};

Arena *
arena_new(void)
{
    return g_new0(Arena, 1);
}

void
arena_free(Arena *arena)
{
    if (arena == NULL)
        return;
    for (Block *block = arena->blocks; block != NULL;) {
        Block *next = block->next;
        g_free(block);
        block = next;
    }
    g_free(arena);
}

static Block *
block_new(size_t size)
{
    Block *block = g_malloc0(sizeof(Block) + size);
    block->size = size;
    return block;
}

void *
arena_alloc(Arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    size = (size + align - 1) & ~(align - 1);

    Block *head = arena->blocks;
    if (head == NULL || head->size - head->used < size) {
        Block *block = block_new(MAX(size, CLAMP(arena->total, BLOCK_LEAST, BLOCK_MOST)));
        block->next = head;
        arena->blocks = head = block;
    }
    void *memory = head->bytes + head->used;
    head->used += size;
    arena->total += size;
    return memory;
}

char *
arena_strndup(Arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *
arena_strdup(Arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_strndup(arena, text, strlen(text));
}

char *
arena_printf(Arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    return arena_strdup(arena, text);
}

size_t
arena_size(const Arena *arena)
{
    return arena->total;
}
