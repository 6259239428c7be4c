// Products of matrices: a plain form for few numbers, the same on every
// processor, and a blocked one.

#ifndef BACKSTEP_PRODUCTS_H
#define BACKSTEP_PRODUCTS_H

#include "CKernels.h"

/// Up to so many multiplications are done in the plain form.
enum { PLAIN_LIMIT = 2048 };

void kernels_blocked_product(const KernelStep *step);

#pragma STDC FP_CONTRACT OFF

static inline __attribute__((always_inline)) void plainProduct(
    const KernelStep *step) {
  for (int64_t column = 0; column < step->columns; column++) {
    const double *b = step->b + column * step->bColumn;
    double *out = step->out + column * step->outColumn;
    for (int64_t row = 0; row < step->rows; row++) {
      const double *a = step->a + row * step->aRow;
      double sum = a[0] * b[0];
      for (int64_t k = 1; k < step->inner; k++) {
        sum += a[k * step->aColumn] * b[k * step->bRow];
      }
      if (step->c) sum += step->c[row];
      out[row] = step->flags & KernelAccumulate ? out[row] + sum : sum;
    }
  }
}

static inline __attribute__((always_inline)) void product(
    const KernelStep *step) {
  if (step->rows * step->columns * step->inner <= PLAIN_LIMIT) {
    plainProduct(step);
  } else {
    kernels_blocked_product(step);
  }
}

#endif
