/** A date as people say it: "Thursday 16 April". */
import { useLanguage } from '../app/i18n.ts';

export function spoken(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T12:00:00Z`));
}

/** The date inside a sentence that holds `{{date}}`. */
export function DueWords({ date, template }: { date: string; template: string }) {
  const language = useLanguage();
  const [before, after] = template.split('{{date}}');
  return (
    <>
      {before}
      <strong>{spoken(date, language)}</strong>
      {after}
    </>
  );
}
