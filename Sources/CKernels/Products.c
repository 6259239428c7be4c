#include "Products.h"

#include "Vectors.h"

#if KERNELS_X86
#include <immintrin.h>
#endif

// Here a product and a sum may be rounded once, where the processor can.
#pragma STDC FP_CONTRACT ON

// A tile of the result, up to 4 vectors high and 8 columns wide, stays in
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
  /// What the next tile reads of B: `LINE` walks, so far apart, of cache
  /// lines, so far apart.
  const double *next;
  int64_t nextWalk, nextLine;
} Tile;

enum { HIGH = 4, WIDE = 8, INNER_BLOCK = 256, LINE = 8 };

// The first entries of a column. No other entry is touched: behind them
// another thread may be writing.
typedef struct {
  void (*read)(const double *from, int64_t count, Vector *into);
  void (*leave)(double *to, int64_t count, const Vector *value);
} Part;

#if KERNELS_X86
LEVEL_4 static void read4(const double *from, int64_t count, Vector *into) {
  *into = (Vector)_mm512_maskz_loadu_pd((__mmask8)((1 << count) - 1), from);
}

LEVEL_4 static void leave4(double *to, int64_t count, const Vector *value) {
  _mm512_mask_storeu_pd(to, (__mmask8)((1 << count) - 1), (__m512d)*value);
}

static const Part part4 = {read4, leave4};
#endif

static void read0(const double *from, int64_t count, Vector *into) {
  *into = every(0);
  for (int64_t i = 0; i < count; i++) (*into)[i] = from[i];
}

static void leave0(double *to, int64_t count, const Vector *value) {
  for (int64_t i = 0; i < count; i++) to[i] = (*value)[i];
}

static const Part part0 = {read0, leave0};

INLINE Vector first(const double *from, int64_t count, Part part) {
  if (count >= LANES) return load(from);
  Vector value;
  part.read(from, count, &value);
  return value;
}

// All that is added to is read before anything is left: a vector read where
// its neighbour has just been left would wait for it.
INLINE void tile(const Tile *t, const int high, const int wide, Part part) {
  Vector sums[HIGH][WIDE];
#pragma clang loop unroll(full)
  for (int i = 0; i < high; i++) {
    int64_t count = t->rows - i * LANES;
#pragma clang loop unroll(full)
    for (int j = 0; j < wide; j++) {
      sums[i][j] = every(0);
      if (t->accumulates) {
        const double *out = t->out + j * t->outColumn + i * LANES;
        sums[i][j] = first(out, count, part);
      }
      if (t->c) sums[i][j] += first(t->c + i * LANES, count, part);
    }
  }
  const double *a = t->a, *b = t->b;
  for (int64_t k = 0; k < t->inner; k++) {
    __builtin_prefetch(
        t->next + k % LINE * t->nextWalk + k / LINE * t->nextLine);
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
  for (int i = 0; i < high; i++) {
    int64_t count = t->rows - i * LANES;
#pragma clang loop unroll(full)
    for (int j = 0; j < wide; j++) {
      double *to = t->out + j * t->outColumn + i * LANES;
      if (count >= LANES) {
        store(to, sums[i][j]);
      } else {
        part.leave(to, count, &sums[i][j]);
      }
    }
  }
}

#define OF_WIDTH(high, part) \
  switch (wide) { \
    case 1: tile(t, high, 1, part); break; \
    case 2: tile(t, high, 2, part); break; \
    case 3: tile(t, high, 3, part); break; \
    case 4: tile(t, high, 4, part); break; \
    case 5: tile(t, high, 5, part); break; \
    case 6: tile(t, high, 6, part); break; \
    case 7: tile(t, high, 7, part); break; \
    default: tile(t, high, 8, part); break; \
  }

typedef struct {
  void (*tile)(const Tile *, int high, int wide);
  /// How many vectors of a tile registers can hold, and how many columns of
  /// each number of them.
  int high, wide[HIGH];
} Shape;

#if KERNELS_X86
LEVEL_4 static void tile4(const Tile *t, int high, int wide) {
  switch (high) {
    case 1: OF_WIDTH(1, part4) break;
    case 2: OF_WIDTH(2, part4) break;
    case 3: OF_WIDTH(3, part4) break;
    default: OF_WIDTH(4, part4) break;
  }
}

LEVEL_3 static void tile3(const Tile *t, int high, int wide) {
  (void)high;
  OF_WIDTH(1, part0)
}
#endif

static void tile0(const Tile *t, int high, int wide) {
  (void)high;
  OF_WIDTH(1, part0)
}

static Shape shape(void) {
#if KERNELS_X86
  switch (kernels_level()) {
    case 4: return (Shape){tile4, 4, {8, 8, 8, 6}};
    case 3: return (Shape){tile3, 1, {6}};
    default: break;
  }
#endif
  return (Shape){tile0, 1, {3}};
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
          .accumulates = from > 0 || (step->flags & KernelAccumulate),
          .nextWalk = step->bRow == 1 ? step->bColumn : step->bRow,
          .nextLine = LINE * step->bRow};
      if (step->aRow != 1) {
        pack(a, step->aRow, step->aColumn, rows, inner, high, panel);
        t.a = panel;
        t.aColumn = high * LANES;
      }
      const double *b = step->b + from * step->bRow;
      int isLast = row + rows >= step->rows;
      int64_t column = 0;
      while (column < step->columns) {
        int64_t wide = share(step->columns - column, kernel.wide[high - 1]);
        t.b = b + column * step->bColumn;
        t.out = step->out + row + column * step->outColumn;
        column += wide;
        t.next = column < step->columns ? b + column * step->bColumn
                 : isLast ? b + inner * step->bRow : b;
        kernel.tile(&t, (int)high, (int)wide);
      }
      row += rows;
    }
  }
}

void kernels_product(const KernelStep *step) { product(step); }
