#include "CCountedMemory.h"

#include <errno.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_WATCHED 1
#endif
#endif

#if defined(__GLIBC__) && !defined(IS_WATCHED)

// The functions of the C library are called by these names, too; who is
// linked first is asked instead of it.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static _Thread_local int64_t asked;

int64_t counted_memory(void) { return asked; }

void *malloc(size_t size) {
  asked += 1;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  asked += 1;
  return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size) {
  asked += 1;
  return __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  asked += 1;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  asked += 1;
  void *found = __libc_memalign(alignment, size);
  if (!found) return ENOMEM;
  *memory = found;
  return 0;
}

#else

int64_t counted_memory(void) { return -1; }

#endif
