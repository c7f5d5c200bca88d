/** Shape of a screen's words: the same keys in Dutch and in English, which the compiler holds. */

type Words = { readonly [key: string]: string | Words };

/** The same keys all the way down, any words. */
type Alike<W> = { readonly [K in keyof W]: W[K] extends string ? string : Alike<W[K]> };

export interface Texts<W extends Words = Words> {
  nl: W;
  en: Alike<W>;
}

/** `texts({ hello: 'Hallo' }, { hello: 'Hello' })`: leaving a key out of either does not compile. */
export const texts = <const W extends Words>(nl: W, en: Alike<W>): Texts<W> => ({ nl, en });
