// Engine behaviour by number. An instance keeps the number it started with; a released number is never edited, only followed.

/**
 * 1: first release.
 * 2: hosts are told who waits for messages and signals (`subscribe`), so that they find instances from elsewhere.
 *    What is in a called process is told apart from what is around it (messages, chases, agreements). An inclusive join does not
 *    wait for a token that may come by a flow it has already. One thing at a time, in an ad-hoc sub-process, holds for claiming too,
 *    for what is begun by hand, and for what waited for its condition.
 */
export const ENGINE_VERSION = 2;
