#include "CKernels.h"
#include "Vectors.h"

// Each thread has its own: what one is told changes nothing for those beside
// it.
static _Thread_local int32_t widest = 4;

void kernels_use_level(int32_t level) {
  widest = level >= 4 ? 4 : level >= 3 ? 3 : 0;
}

static int32_t levelOfProcessor(void) {
#if KERNELS_X86
  static int32_t level = -1;
  int32_t known = __atomic_load_n(&level, __ATOMIC_RELAXED);
  if (known < 0) {
    __builtin_cpu_init();
    known = __builtin_cpu_supports("x86-64-v4")   ? 4
            : __builtin_cpu_supports("x86-64-v3") ? 3
                                                  : 0;
    __atomic_store_n(&level, known, __ATOMIC_RELAXED);
  }
  return known;
#else
  return 0;
#endif
}

int32_t kernels_level(void) {
  int32_t level = levelOfProcessor();
  return widest < level ? widest : level;
}
