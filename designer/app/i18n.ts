/**
 * Dutch and English on screen: the language somebody chose, else that of their browser. Keys are typed. Words come with the
 * feature that says them (`building/words-with-screens.ts`).
 */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language, Text } from '../../contract/index.ts';
import type { allTexts } from './all-texts.ts';
import type { Texts } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'layout';
    resources: { [N in keyof typeof allTexts]: (typeof allTexts)[N]['nl'] };
  }
}

const KEPT = 'speelruimte.language';

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: initialLanguage(),
  fallbackLng: false,
  resources: {},
  ns: [],
  defaultNS: 'layout',
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** Takes up the words of a feature, in both languages. */
export function speak(name: string, { nl, en }: Texts): void {
  i18n.addResourceBundle('nl', name, nl);
  i18n.addResourceBundle('en', name, en);
}

function initialLanguage(): Language {
  const kept = globalThis.localStorage?.getItem(KEPT);
  if (kept === 'nl' || kept === 'en') return kept;
  const preferred = (globalThis.navigator?.languages ?? []).map((one) => one.slice(0, 2));
  return preferred.find((one): one is Language => one === 'nl' || one === 'en') ?? 'nl';
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  void i18n.changeLanguage(language);
}

/** A text of a definition, a figure or a form in the language on screen. */
export function useSaid(): (text: Text | undefined) => string {
  const language = useLanguage();
  return (text) => said(text, language);
}

export const said = (text: Text | undefined, language: Language): string =>
  text === undefined ? '' : typeof text === 'string' ? text : text[language];
