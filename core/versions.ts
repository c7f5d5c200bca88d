// Engine behaviour by number. An instance keeps the number it started with; a released number is never edited, only followed.

/**
 * 1: first release.
 */
export const ENGINE_VERSION = 1;
