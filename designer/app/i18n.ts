/** Dutch and English on screen: the language somebody chose, else that of their browser. Keys are typed. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language, Text } from '../../contract/index.ts';
import { allTexts } from './all-texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'layout';
    resources: { [N in keyof typeof allTexts]: (typeof allTexts)[N]['nl'] };
  }
}

const KEPT = 'speelruimte.language';

const resourcesOf = (language: Language) =>
  Object.fromEntries(Object.entries(allTexts).map(([name, both]) => [name, both[language]]));

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: initialLanguage(),
  fallbackLng: false,
  resources: { nl: resourcesOf('nl'), en: resourcesOf('en') },
  ns: Object.keys(allTexts),
  defaultNS: 'layout',
  interpolation: { escapeValue: false },
  returnNull: false,
});

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
