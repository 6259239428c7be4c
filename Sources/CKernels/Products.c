#include "Products.h"

#include <stdlib.h>

#include "Vectors.h"

// Here a product and a sum may be rounded once, where the processor can.
#pragma STDC FP_CONTRACT ON

// A tile of the result, up to 3 vectors high and 8 columns wide, stays in
// registers while the inner dimension is walked through. A stands as it is
// where its columns are contiguous, else in a packed panel; B is read where
// it is, one number at a time.
typedef struct {
  const double *a;
  int64_t aColumn;
  const double *b;
  int64_t bRow, bColumn;
  int64_t inner;
  double *out;
  int64_t outColumn;
  int64_t rows;
  /// Added to each column, at the first block of the inner dimension.
  const double *c;
  int accumulates;
} Tile;

enum { HIGH = 3, WIDE = 8, INNER_BLOCK = 256 };

INLINE void tile(const Tile *t, const int high, const int wide) {
  Vector sums[HIGH][WIDE];
#pragma clang loop unroll(full)
  for (int i = 0; i < high; i++) {
#pragma clang loop unroll(full)
    for (int j = 0; j < wide; j++) sums[i][j] = every(0);
  }
  const double *a = t->a, *b = t->b;
  for (int64_t k = 0; k < t->inner; k++) {
    Vector column[HIGH];
#pragma clang loop unroll(full)
    for (int i = 0; i < high; i++) column[i] = load(a + i * LANES);
#pragma clang loop unroll(full)
    for (int j = 0; j < wide; j++) {
      Vector number = every(b[j * t->bColumn]);
#pragma clang loop unroll(full)
      for (int i = 0; i < high; i++) sums[i][j] += column[i] * number;
    }
    a += t->aColumn;
    b += t->bRow;
  }
#pragma clang loop unroll(full)
  for (int j = 0; j < wide; j++) {
#pragma clang loop unroll(full)
    for (int i = 0; i < high; i++) {
      double *out = t->out + j * t->outColumn + i * LANES;
      int64_t left = t->rows - i * LANES;
      if (left >= LANES) {
        Vector sum = sums[i][j];
        if (t->c) sum += load(t->c + i * LANES);
        store(out, t->accumulates ? load(out) + sum : sum);
      } else {
        for (int64_t lane = 0; lane < left; lane++) {
          double sum = sums[i][j][lane];
          if (t->c) sum += t->c[i * LANES + lane];
          out[lane] = t->accumulates ? out[lane] + sum : sum;
        }
      }
    }
  }
}

#define OF_WIDTH(high) \
  switch (wide) { \
    case 1: tile(t, high, 1); break; \
    case 2: tile(t, high, 2); break; \
    case 3: tile(t, high, 3); break; \
    case 4: tile(t, high, 4); break; \
    case 5: tile(t, high, 5); break; \
    case 6: tile(t, high, 6); break; \
    case 7: tile(t, high, 7); break; \
    default: tile(t, high, 8); break; \
  }

typedef struct {
  void (*tile)(const Tile *, int high, int wide);
  /// Vectors and columns of a tile that registers can hold.
  int high, wide;
} Shape;

#if KERNELS_X86
LEVEL_4 static void tile4(const Tile *t, int high, int wide) {
  switch (high) {
    case 1: OF_WIDTH(1) break;
    case 2: OF_WIDTH(2) break;
    default: OF_WIDTH(3) break;
  }
}

LEVEL_3 static void tile3(const Tile *t, int high, int wide) {
  (void)high;
  OF_WIDTH(1)
}
#endif

static void tile0(const Tile *t, int high, int wide) {
  (void)high;
  OF_WIDTH(1)
}

static Shape shape(void) {
#if KERNELS_X86
  switch (kernels_level()) {
    case 4: return (Shape){tile4, 3, 8};
    case 3: return (Shape){tile3, 1, 6};
    default: break;
  }
#endif
  return (Shape){tile0, 1, 3};
}

// How many of `left` go into the next piece, when pieces of at most `most`
// are to be as equal as they can be.
INLINE int64_t share(int64_t left, int64_t most) {
  int64_t pieces = (left + most - 1) / most;
  return (left + pieces - 1) / pieces;
}

static void pack(
    const double *a, int64_t aRow, int64_t aColumn, int64_t rows,
    int64_t inner, int64_t high, double *panel) {
  int64_t height = high * LANES;
  for (int64_t row = 0; row < height; row++) {
    for (int64_t k = 0; k < inner; k++) {
      panel[k * height + row] =
          row < rows ? a[row * aRow + k * aColumn] : 0;
    }
  }
}

static _Thread_local double panel[HIGH * LANES * INNER_BLOCK]
    __attribute__((aligned(64)));

void kernels_blocked_product(const KernelStep *step) {
  Shape kernel = shape();
  for (int64_t from = 0; from < step->inner; from += INNER_BLOCK) {
    int64_t inner = step->inner - from;
    if (inner > INNER_BLOCK) inner = INNER_BLOCK;
    int64_t row = 0;
    while (row < step->rows) {
      int64_t vectors = (step->rows - row + LANES - 1) / LANES;
      int64_t high = share(vectors, kernel.high);
      int64_t rows = step->rows - row;
      if (rows > high * LANES) rows = high * LANES;
      const double *a = step->a + row * step->aRow + from * step->aColumn;
      Tile t = {
          .a = a, .aColumn = step->aColumn, .bRow = step->bRow,
          .bColumn = step->bColumn, .inner = inner,
          .outColumn = step->outColumn, .rows = rows,
          .c = step->c && from == 0 ? step->c + row : 0,
          .accumulates = from > 0 || (step->flags & KernelAccumulate)};
      if (step->aRow != 1) {
        pack(a, step->aRow, step->aColumn, rows, inner, high, panel);
        t.a = panel;
        t.aColumn = high * LANES;
      }
      int64_t column = 0;
      while (column < step->columns) {
        int64_t wide = share(step->columns - column, kernel.wide);
        t.b = step->b + from * step->bRow + column * step->bColumn;
        t.out = step->out + row + column * step->outColumn;
        kernel.tile(&t, (int)high, (int)wide);
        column += wide;
      }
      row += rows;
    }
  }
}

void kernels_product(const KernelStep *step) { product(step); }
