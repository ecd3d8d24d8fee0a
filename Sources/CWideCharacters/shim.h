#include <stddef.h>

/* POSIX XSI, in the C library; its own header hides it without _XOPEN_SOURCE. */
extern int wcwidth(wchar_t character);
