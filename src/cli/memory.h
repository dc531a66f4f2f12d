/*
 * memory.h - how the heap takes memory from the kernel
 */
#pragma once

/*
 * Lets the heap grow in large pages where the kernel has them (manual page madvise(2), MADV_HUGEPAGE): a page of 4 kB
 * each time that one is touched is what reading thousands of small files costs most. To be called once, before others
 * allocate much; where it cannot be done nothing changes.
 */
void prefer_large_pages(void);
