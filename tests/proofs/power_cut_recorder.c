/* Records what a process does to the files below one folder: for LD_PRELOAD, Linux only.
 *
 * POWER_CUT_FOLDER names the folder, POWER_CUT_RECORD the file that each operation is appended to once the kernel has
 * carried it out. An acknowledgement is a write like any other, to a file that the reader of the recording knows.
 *
 * It knows the calls that SQLite and Python make, not all there are. The reader therefore checks that the recording,
 * played to its end, gives the very files that lie in the folder: a call that is missing here cannot go unnoticed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { CREATE = 'C', WRITE = 'W', TRUNCATE = 'T', SYNC = 'S', UNLINK = 'U', RENAME = 'R' };

/* What stands before the path, the second path and the bytes of each operation; Python reads it as "=cHHqI". */
struct __attribute__((packed)) header {
    char kind;
    uint16_t path_length;
    uint16_t target_length;
    int64_t offset;
    uint32_t size;
};

static char folder[PATH_MAX];
static int record = -1;

/* The function that would have been called without this library. */
#define REAL(name)                                               \
    ({                                                           \
        static __typeof__(&name) real;                           \
        if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); \
        real;                                                    \
    })

/* A recording with a gap would prove nothing, so a failure ends the process. */
static void give_up(const char *what) {
    perror(what);
    abort();
}

__attribute__((constructor)) static void begin(void) {
    const char *watched = getenv("POWER_CUT_FOLDER"), *file = getenv("POWER_CUT_RECORD");
    if (!watched || !file) return;
    if (!realpath(watched, folder)) give_up("POWER_CUT_FOLDER");
    record = REAL(open64)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (record < 0) give_up("POWER_CUT_RECORD");
}

/* Whether an absolute path is the folder itself, whose syncs matter, or lies below it. */
static int watched(const char *path) {
    size_t length = strlen(folder);
    return record >= 0 && !strncmp(path, folder, length) && (!path[length] || path[length] == '/');
}

/* Writes the absolute path of an open file; 0 unless it is one of the folder's. Asking the kernel each time spares a
 * table that would have to follow every close, dup and rename. */
static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return watched(path);
}

static void note(enum kind kind, const char *path, const char *target, int64_t offset, const void *bytes, size_t size) {
    struct header header = {kind, strlen(path), strlen(target), offset, size};
    struct iovec parts[] = {
        {&header, sizeof header},
        {(void *)path, header.path_length},
        {(void *)target, header.target_length},
        {(void *)bytes, size},
    };
    /* In one call, so that operations of two threads do not mix. */
    ssize_t length = sizeof header + header.path_length + header.target_length + size;
    if (writev(record, parts, 4) != length) give_up("the recording could not be written");
}

/* Notes an operation that succeeded, after which errno means nothing to the caller and need not be kept. */
static void note_open_file(enum kind kind, int fd, int64_t offset, const void *bytes, size_t size) {
    char path[PATH_MAX];
    if (path_of(fd, path)) note(kind, path, "", offset, bytes, size);
}

/* Opening may make a file, which is a change of its folder, or empty one. */
static int opened(int fd, int flags, int existed) {
    if (fd < 0) return fd;
    if (!existed)
        note_open_file(CREATE, fd, 0, NULL, 0);
    else if (flags & O_TRUNC)
        note_open_file(TRUNCATE, fd, 0, NULL, 0);
    return fd;
}

/* The mode follows the flags only where a file may be made. */
#define MODE(flags)                                       \
    mode_t mode = 0;                                      \
    if (flags & O_CREAT) {                                \
        va_list rest;                                     \
        va_start(rest, flags);                            \
        mode = va_arg(rest, int);                         \
        va_end(rest);                                     \
    }

int open(const char *path, int flags, ...) {
    MODE(flags)
    int existed = !(flags & O_CREAT) || !access(path, F_OK);
    return opened(REAL(open)(path, flags, mode), flags, existed);
}

int open64(const char *path, int flags, ...) {
    MODE(flags)
    int existed = !(flags & O_CREAT) || !access(path, F_OK);
    return opened(REAL(open64)(path, flags, mode), flags, existed);
}

int openat(int from, const char *path, int flags, ...) {
    MODE(flags)
    int existed = !(flags & O_CREAT) || !faccessat(from, path, F_OK, 0);
    return opened(REAL(openat)(from, path, flags, mode), flags, existed);
}

int openat64(int from, const char *path, int flags, ...) {
    MODE(flags)
    int existed = !(flags & O_CREAT) || !faccessat(from, path, F_OK, 0);
    return opened(REAL(openat64)(from, path, flags, mode), flags, existed);
}

ssize_t write(int fd, const void *bytes, size_t size) {
    ssize_t written = REAL(write)(fd, bytes, size);
    /* Where it went is known only now: an appending file moves to its end first. */
    if (written > 0) note_open_file(WRITE, fd, lseek(fd, 0, SEEK_CUR) - written, bytes, written);
    return written;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
    ssize_t written = REAL(pwrite)(fd, bytes, size, offset);
    if (written > 0) note_open_file(WRITE, fd, offset, bytes, written);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
    ssize_t written = REAL(pwrite64)(fd, bytes, size, offset);
    if (written > 0) note_open_file(WRITE, fd, offset, bytes, written);
    return written;
}

/* The four that follow change or sync an open file, and answer 0 once they have. */
static int done(int answer, enum kind kind, int fd, int64_t offset) {
    if (!answer) note_open_file(kind, fd, offset, NULL, 0);
    return answer;
}

int ftruncate(int fd, off_t size) { return done(REAL(ftruncate)(fd, size), TRUNCATE, fd, size); }

int ftruncate64(int fd, off64_t size) { return done(REAL(ftruncate64)(fd, size), TRUNCATE, fd, size); }

int fsync(int fd) { return done(REAL(fsync)(fd), SYNC, fd, 0); }

int fdatasync(int fd) { return done(REAL(fdatasync)(fd), SYNC, fd, 0); }

int unlink(const char *path) {
    char whole[PATH_MAX];
    /* Afterwards there is nothing left to ask about. */
    int ours = record >= 0 && realpath(path, whole) && watched(whole);
    int answer = REAL(unlink)(path);
    if (!answer && ours) note(UNLINK, whole, "", 0, NULL, 0);
    return answer;
}

int rename(const char *path, const char *target) {
    char whole[PATH_MAX], whole_target[PATH_MAX];
    int ours = record >= 0 && realpath(path, whole) && watched(whole);
    int answer = REAL(rename)(path, target);
    if (!answer && ours && realpath(target, whole_target)) note(RENAME, whole, whole_target, 0, NULL, 0);
    return answer;
}
