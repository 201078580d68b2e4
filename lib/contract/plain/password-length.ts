/** In characters (code points). A long password beats a complicated one; what is easy to guess is refused besides. */
export const PASSWORD_MIN = 15;
/** Only there so that nobody can make the server hash megabytes. */
export const PASSWORD_MAX = 1_000;
