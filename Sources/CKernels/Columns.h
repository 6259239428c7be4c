// The steps that work column by column, sums, and moves of entries.

#ifndef BACKSTEP_COLUMNS_H
#define BACKSTEP_COLUMNS_H

#include "CKernels.h"
#include "Strips.h"
#include "Vectors.h"

#define SUM_OF(name, type, whole, single) \
  INLINE double name(const double *a, const double *b, int64_t count) { \
    Vector first = every(0), second = every(0); \
    double rest = 0; \
    int64_t i = 0; \
    (void)b; \
    for (; i + 2 * LANES <= count; i += 2 * LANES) { \
      first += whole(i); \
      second += whole(i + LANES); \
    } \
    for (; i < count; i++) rest += single(i); \
    return count < 2 * LANES ? rest : folded(first + second) + rest; \
  }

#define ENTRY(i) a[i]
#define ENTRIES(i) load(a + (i))
#define SQUARE(i) a[i] * a[i]
#define SQUARES(i) load(a + (i)) * load(a + (i))
#define PRODUCT(i) a[i] * b[i]
#define PRODUCTS(i) load(a + (i)) * load(b + (i))

SUM_OF(total, double, ENTRIES, ENTRY)
SUM_OF(totalOfSquares, double, SQUARES, SQUARE)
SUM_OF(totalOfProducts, double, PRODUCTS, PRODUCT)

INLINE void rowSums(const KernelStep *step) {
  int64_t rows = step->rows;
  if (rows == 1) {
    double sum = total(step->a, step->a, step->columns);
    step->out[0] = step->flags & KernelAccumulate ? step->out[0] + sum : sum;
    return;
  }
  for (int64_t row = 0; row < rows; row += LANES) {
    int64_t left = rows - row < LANES ? rows - row : LANES;
    Vector sums = every(0);
    for (int64_t lane = 0; lane < left; lane++) {
      if (step->flags & KernelAccumulate) sums[lane] = step->out[row + lane];
    }
    for (int64_t column = 0; column < step->columns; column++) {
      sums += load(step->a + column * rows + row);
    }
    for (int64_t lane = 0; lane < left; lane++) {
      step->out[row + lane] = sums[lane];
    }
  }
}

INLINE void columnSums(const KernelStep *step) {
  int64_t rows = step->rows, column = 0;
  // Low columns are added side by side, each from the first to the last.
  for (; rows < 2 * LANES && column + LANES <= step->columns;
       column += LANES) {
    const double *a = step->a + column * rows;
    Vector sums = every(0);
    for (int64_t row = 0; row < rows; row++) {
      sums += (Vector){a[row], a[row + rows], a[row + 2 * rows],
                       a[row + 3 * rows], a[row + 4 * rows],
                       a[row + 5 * rows], a[row + 6 * rows],
                       a[row + 7 * rows]};
    }
    store(step->out + column, sums);
  }
  for (; column < step->columns; column++) {
    const double *a = step->a + column * rows;
    step->out[column] = total(a, a, rows);
  }
}

// MARK: - softmax and its kin

INLINE int64_t winner(const double *a, int64_t count) {
  int64_t best = 0;
  for (int64_t i = 1; i < count; i++) {
    if (a[i] > a[best]) best = i;
  }
  return best;
}

INLINE void softmax(const double *a, double *out, int64_t count) {
  Vector largest = every(a[winner(a, count)]);
  double sum = 0;
  for (int64_t i = 0; i < count; i += LANES) {
    Vector power = vectorExp(load(a + i) - largest);
    int64_t left = count - i < LANES ? count - i : LANES;
    // What stands behind the column is the next one, or another's.
    for (int64_t lane = 0; lane < left; lane++) {
      out[i + lane] = power[lane];
      sum += power[lane];
    }
  }
  for (int64_t i = 0; i < count; i++) out[i] /= sum;
}

// The logarithm of the sum of exp, less the largest, whose power is 1
// exactly: the others are summed alone and none of their digits is lost.
INLINE double restOfSum(const double *a, int64_t count, int64_t best) {
  Vector largest = every(a[best]);
  double sum = 0;
  for (int64_t i = 0; i < count; i += LANES) {
    Vector power = vectorExp(load(a + i) - largest);
    int64_t left = count - i < LANES ? count - i : LANES;
    for (int64_t lane = 0; lane < left; lane++) {
      if (i + lane != best) sum += power[lane];
    }
  }
  return vectorLog1p(every(sum))[0];
}

INLINE void logSoftmax(const double *a, double *out, int64_t count) {
  int64_t best = winner(a, count);
  double largest = a[best], rest = restOfSum(a, count, best);
  for (int64_t i = 0; i < count; i++) out[i] = (a[i] - largest) - rest;
}

INLINE double logSumExp(const double *a, int64_t count) {
  int64_t best = winner(a, count);
  return a[best] + restOfSum(a, count, best);
}

INLINE void sumOthers(const double *a, double *out, int64_t count) {
  double sum = 0;
  for (int64_t i = 0; i < count; i++) {
    out[i] = sum;
    sum += a[i];
  }
  sum = 0;
  for (int64_t i = count - 1; i >= 0; i--) {
    out[i] += sum;
    sum += a[i];
  }
}

INLINE double logSumWithout(const double *a, int64_t count, int64_t place) {
  if (count < 2) return -INFINITY;
  int64_t best = place == 0 ? 1 : 0;
  for (int64_t i = best + 1; i < count; i++) {
    if (i != place && a[i] > a[best]) best = i;
  }
  double sum = 0;
  for (int64_t i = 0; i < count; i++) {
    if (i != best && i != place) sum += exp(a[i] - a[best]);
  }
  return a[best] + log1p(sum);
}

INLINE void passOthers(
    const double *a, const double *b, double *out, int64_t count) {
  for (int64_t i = 0; i < count; i++) out[i] = 0;
  for (int64_t other = 0; other < count; other++) {
    double sum = logSumWithout(a, count, other);
    for (int64_t i = 0; i < count; i++) {
      if (i != other) out[i] += b[other] * exp(a[i] - sum);
    }
  }
}

INLINE void byColumn(const KernelStep *step) {
  int64_t rows = step->rows;
  for (int64_t column = 0; column < step->columns; column++) {
    const double *a = step->a + column * rows;
    double *out = step->out + column * rows;
    switch (step->operation) {
      case KernelSoftmax: softmax(a, out, rows); break;
      case KernelLogSoftmax: logSoftmax(a, out, rows); break;
      case KernelLogSumExp: step->out[column] = logSumExp(a, rows); break;
      case KernelSumOthers: sumOthers(a, out, rows); break;
      case KernelLogSumOthers:
        for (int64_t i = 0; i < rows; i++) out[i] = logSumWithout(a, rows, i);
        break;
      case KernelPassOthers:
        passOthers(a, step->b + column * rows, out, rows);
        break;
      default: break;
    }
  }
}

// MARK: - One number of all entries

INLINE double logDecays(const double *a, int64_t count) {
  return count > 4 * KernelStripLength ? kernels_long_log_decays(a, count)
                                       : totalOfLogDecays(a, count);
}

INLINE double extreme(const double *a, int64_t count, int largest) {
  double best = a[0];
  for (int64_t i = 1; i < count; i++) {
    if (isnan(best)) return best;
    double x = a[i];
    if (isnan(x)) return x;
    if (largest ? !(x < best) : x < best) best = x;
  }
  return best;
}

INLINE double trueEntries(const double *a, int64_t count, int all) {
  for (int64_t i = 0; i < count; i++) {
    int isTrue = a[i] != 0 && !isnan(a[i]);
    if (isTrue != all) return !all;
  }
  return all;
}

INLINE void oneNumber(const KernelStep *step) {
  int64_t count = step->rows * step->columns;
  double value = 0;
  switch (step->operation) {
    case KernelTotal: value = total(step->a, step->a, count); break;
    case KernelSquares:
      value = totalOfSquares(step->a, step->a, count);
      break;
    case KernelInner: value = totalOfProducts(step->a, step->b, count); break;
    case KernelLogDecays: value = logDecays(step->a, count); break;
    case KernelLargest: value = extreme(step->a, count, 1); break;
    case KernelSmallest: value = extreme(step->a, count, 0); break;
    case KernelEvery: value = trueEntries(step->a, count, 1); break;
    case KernelSome: value = trueEntries(step->a, count, 0); break;
    default: break;
  }
  step->out[0] =
      step->flags & KernelAccumulate ? step->out[0] + value : value;
}

// MARK: - Where entries stand

INLINE void transpose(const KernelStep *step) {
  enum { TILE = 16 };
  int64_t rows = step->rows, columns = step->columns;
  for (int64_t left = 0; left < columns; left += TILE) {
    int64_t right = left + TILE < columns ? left + TILE : columns;
    for (int64_t top = 0; top < rows; top += TILE) {
      int64_t bottom = top + TILE < rows ? top + TILE : rows;
      for (int64_t row = top; row < bottom; row++) {
        for (int64_t column = left; column < right; column++) {
          step->out[row * columns + column] = step->a[column * rows + row];
        }
      }
    }
  }
}

INLINE void place(const KernelStep *step) {
  int64_t rows = step->rows, columns = step->columns;
  const double *a = step->a;
  double *out = step->out;
  switch (step->operation) {
    case KernelFill:
      for (int64_t i = 0; i < rows * columns; i++) out[i] = a[0];
      break;
    case KernelSpreadColumn:
      for (int64_t column = 0; column < columns; column++) {
        for (int64_t row = 0; row < rows; row++) {
          out[column * rows + row] = a[row];
        }
      }
      break;
    case KernelSpreadRow:
      for (int64_t column = 0; column < columns; column++) {
        for (int64_t row = 0; row < rows; row++) {
          out[column * rows + row] = a[column];
        }
      }
      break;
    case KernelBlock:
      for (int64_t column = 0; column < columns; column++) {
        for (int64_t row = 0; row < rows; row++) {
          out[column * step->outColumn + row] =
              a[column * step->aColumn + row];
        }
      }
      break;
    case KernelDiagonal:
      memset(out, 0, (size_t)(rows * rows) * sizeof *out);
      for (int64_t i = 0; i < rows; i++) out[i * rows + i] = a[i];
      break;
    case KernelDiagonalOf:
      for (int64_t i = 0; i < rows; i++) out[i] = a[i * rows + i];
      break;
    default: break;
  }
}

#endif
