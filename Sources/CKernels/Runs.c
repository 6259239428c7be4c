#include <stddef.h>

#include "CKernels.h"
#include "Columns.h"
#include "Entrywise.h"
#include "Products.h"
#include "Strips.h"

// The program is walked through in one function for each kind of processor,
// into which all steps but large products are compiled: a step of few
// numbers costs no call.
INLINE void other(const KernelStep *step) {
  switch (step->operation) {
    case KernelProduct: product(step); break;
    case KernelColumnSums: columnSums(step); break;
    case KernelRowSums: rowSums(step); break;
    case KernelSoftmax:
    case KernelLogSoftmax:
    case KernelLogSumExp:
    case KernelSumOthers:
    case KernelLogSumOthers:
    case KernelPassOthers: byColumn(step); break;
    case KernelTotal:
    case KernelSquares:
    case KernelInner:
    case KernelLogDecays:
    case KernelLargest:
    case KernelSmallest:
    case KernelEvery:
    case KernelSome: oneNumber(step); break;
    case KernelTranspose: transpose(step); break;
    default: place(step); break;
  }
}

INLINE int64_t run(const KernelStep *steps, int64_t first, int64_t count) {
  int64_t i = first;
  while (i < count) {
    const KernelStep *step = steps + i;
    if (step->operation >= KernelColumnSums) {
      other(step);
      i += 1;
      continue;
    }
    if (step->operation == KernelReturn) return i;
    if (step->operation == KernelStrips) {
      kernels_strips(step);
      i += 1 + step->rows;
      continue;
    }
    entrywise(step, 0, step->count);
    i += 1;
  }
  return count;
}

#if KERNELS_X86
LEVEL_4 static int64_t run4(const KernelStep *s, int64_t f, int64_t c) {
  return run(s, f, c);
}

LEVEL_3 static int64_t run3(const KernelStep *s, int64_t f, int64_t c) {
  return run(s, f, c);
}
#endif

static int64_t run0(const KernelStep *s, int64_t f, int64_t c) {
  return run(s, f, c);
}

typedef int64_t (*Run)(const KernelStep *, int64_t first, int64_t count);

INLINE Run runOfLevel(void) {
  switch (kernels_level()) {
#if KERNELS_X86
    case 4: return run4;
    case 3: return run3;
#endif
    default: return run0;
  }
}

int64_t kernels_run(const KernelStep *steps, int64_t first, int64_t count) {
  return runOfLevel()(steps, first, count);
}

void kernels_repeat(const KernelStep *steps, int64_t count, int64_t times) {
  Run run = runOfLevel();
  for (int64_t i = 0; i < times; i++) run(steps, 0, count);
}

void kernels_run_over(
    const KernelStep *steps, int64_t count, const double *numbers,
    int64_t times, double *place, const double *result, double *results) {
  Run run = runOfLevel();
  for (int64_t i = 0; i < times; i++) {
    *place = numbers[i];
    run(steps, 0, count);
    if (result) results[i] = *result;
  }
}
