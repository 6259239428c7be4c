#ifndef BACKSTEP_CCOUNTEDMEMORY_H
#define BACKSTEP_CCOUNTEDMEMORY_H

#include <stdint.h>

/// How often the calling thread has asked for memory; -1 where nobody
/// counts.
int64_t counted_memory(void);

#endif
