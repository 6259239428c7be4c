#include <pthread.h>
#include <stddef.h>

#include "CKernels.h"

// One thread stands ready beside the one that asks. It sleeps while there is
// nothing to do, and is started when it is needed for the first time.
static pthread_mutex_t owner = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static void *waiting;
static int64_t waitingCount;
static int32_t waitingLevel;
/// What was done last, until somebody has seen it.
static void *done;
static int isStarted;
static _Thread_local int32_t isAllowed = 1;

// How often something is looked for before sleeping: some microseconds.
enum { LOOKS = 300 };

static void lookFor(void *const *place) {
  for (int look = 0; look < LOOKS; look++) {
    if (__atomic_load_n(place, __ATOMIC_ACQUIRE)) return;
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
  }
}

static void *work(void *unused) {
  (void)unused;
  for (;;) {
    lookFor(&waiting);
    pthread_mutex_lock(&lock);
    while (!waiting) pthread_cond_wait(&changed, &lock);
    void *steps = waiting;
    int64_t count = waitingCount;
    kernels_use_level(waitingLevel);
    __atomic_store_n(&waiting, NULL, __ATOMIC_RELAXED);
    pthread_mutex_unlock(&lock);
    kernels_run(steps, 0, count);
    pthread_mutex_lock(&lock);
    __atomic_store_n(&done, steps, __ATOMIC_RELEASE);
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
  }
  return NULL;
}

static int start(void) {
  if (isStarted) return 1;
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes)) return 0;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  isStarted = !pthread_create(&thread, &attributes, work, NULL);
  pthread_attr_destroy(&attributes);
  return isStarted;
}

void kernels_use_threads(int32_t allowed) {
  isAllowed = allowed;
}

void kernels_run_both(
    const KernelStep *first, int64_t firstCount, const KernelStep *second,
    int64_t secondCount) {
  int isFree = isAllowed && !pthread_mutex_trylock(&owner);
  if (isFree && !start()) {
    pthread_mutex_unlock(&owner);
    isFree = 0;
  }
  if (!isFree) {
    kernels_run(first, 0, firstCount);
    kernels_run(second, 0, secondCount);
    return;
  }
  pthread_mutex_lock(&lock);
  waitingCount = secondCount;
  waitingLevel = kernels_level();
  __atomic_store_n(&done, NULL, __ATOMIC_RELAXED);
  __atomic_store_n(&waiting, (void *)second, __ATOMIC_RELEASE);
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&lock);
  kernels_run(first, 0, firstCount);
  lookFor(&done);
  pthread_mutex_lock(&lock);
  while (!done) pthread_cond_wait(&changed, &lock);
  pthread_mutex_unlock(&lock);
  pthread_mutex_unlock(&owner);
}
