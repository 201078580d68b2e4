/** Bytes of a file that can be read as a source. */
export const READING_FILE_MAX = 10_000_000;
