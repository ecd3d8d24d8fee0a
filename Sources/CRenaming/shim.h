/* Linux, in the C library; its own header hides it without _GNU_SOURCE. */
extern int renameat2(
    int old_folder, const char *old_name, int new_folder, const char *new_name,
    unsigned int flags);
