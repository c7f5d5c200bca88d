// Engine behaviour by number. An instance keeps the number it started with; a released number is never edited, only followed.

/**
 * 1: first release.
 * 2: hosts are told who waits for messages and signals (`subscribe`), so that they find instances from elsewhere.
 *    What is in a called process is told apart from what is around it (messages, chases, agreements). An inclusive join does not
 *    wait for a token that may come by a flow it has already. One thing at a time, in an ad-hoc sub-process, holds for claiming too,
 *    for what is begun by hand, and for what waited for its condition.
 * 3: what goes round without a wait is stopped on its circle and can go on from there; so is automatic work that is answered at
 *    once and leads to itself, when nobody acts. One thing at a time, in an ad-hoc sub-process, holds for work for many too.
 * 4: messages and signals that lead to one another, from instance to instance, are stopped where the next is thrown. In a rehearsal
 *    they do not count as turns of the instance any more. Who is away until a day is there again the day after.
 * 5: more open commitments of ours than an organisation allows need the manager when one is added by itself, as in an agreement.
 */
export const ENGINE_VERSION = 5;
