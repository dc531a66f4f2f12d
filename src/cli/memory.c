#include "memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Addresses alone: what is never touched takes no memory. */
enum { LARGE_PAGE = 2 << 20, GROWTH = 32 * LARGE_PAGE };

/* What is freed stays with the heap, and large blocks come from it, too: none is mapped and faulted in anew. malloc()
 * goes on from wherever the break stands. */
void
prefer_large_pages(void)
{
    const uintptr_t end = (uintptr_t)sbrk(0);
    void *start = sbrk(LARGE_PAGE - (intptr_t)(end % LARGE_PAGE));
    if (start == (void *)-1)
        return;
    mallopt(M_TOP_PAD, GROWTH);
    mallopt(M_TRIM_THRESHOLD, 2 * GROWTH);
    mallopt(M_MMAP_THRESHOLD, GROWTH / 2);
    start = sbrk(0);
    void *volatile grows = malloc(LARGE_PAGE); /* or the compiler leaves out both */
    free(grows);
    (void)madvise(start, GROWTH, MADV_HUGEPAGE);
}
