#define KERNELS_MAY_CONTRACT

#include "Strips.h"

#include "Entrywise.h"

INLINE void strips(const KernelStep *header) {
  const KernelStep *steps = header + 1;
  int64_t length = header->count;
  for (int64_t from = 0; from < length; from += KernelStripLength) {
    int64_t left = length - from;
    if (left > KernelStripLength) left = KernelStripLength;
    for (int64_t k = 0; k < header->rows; k++) {
      entrywise(steps + k, from, left);
    }
  }
}

#if KERNELS_X86
LEVEL_4 static void strips4(const KernelStep *header) { strips(header); }

LEVEL_3 static void strips3(const KernelStep *header) { strips(header); }

LEVEL_4 static double decays4(const double *a, int64_t count) {
  return totalOfLogDecays(a, count);
}

LEVEL_3 static double decays3(const double *a, int64_t count) {
  return totalOfLogDecays(a, count);
}
#endif

static void strips0(const KernelStep *header) { strips(header); }

static double decays0(const double *a, int64_t count) {
  return totalOfLogDecays(a, count);
}

void kernels_strips(const KernelStep *header) {
  switch (kernels_level()) {
#if KERNELS_X86
    case 4: strips4(header); break;
    case 3: strips3(header); break;
#endif
    default: strips0(header); break;
  }
}

double kernels_long_log_decays(const double *a, int64_t count) {
  switch (kernels_level()) {
#if KERNELS_X86
    case 4: return decays4(a, count);
    case 3: return decays3(a, count);
#endif
    default: return decays0(a, count);
  }
}
