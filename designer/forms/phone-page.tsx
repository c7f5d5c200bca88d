/** The page of residents in a frame as wide as a telephone: it answers to being filled in, and sends nothing. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sent } from '../../pages/form-data.ts';
import styles from './forms.module.css';
import {
  type Filled,
  keysAsked,
  nothingFilled,
  readSent,
  residentPage,
  type Shown,
  sent,
} from './resident-page.ts';

export function PhonePage({ shown }: { shown: Shown }) {
  const { t } = useTranslation('forms');
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(() => residentPage(shown, nothingFilled));
  const [filled, setFilled] = useState<Filled>(nothingFilled);
  const [isKept, setKept] = useState(false);
  const [isReady, setReady] = useState(false);
  /** What listens to the page looks here: the page is filled in between two drawings of it. */
  const latest = useRef({ shown, filled });
  latest.current.shown = shown;
  const draw = useCallback((next: Filled) => {
    latest.current.filled = next;
    setFilled(next);
  }, []);

  const typed = useCallback(
    (document: Document) => {
      const form = document.querySelector('form');
      if (!form) return;
      const { shown, filled } = latest.current;
      const next: Filled = {
        values: readSent(shown, sentBy(new FormData(form))),
        problems: [],
        outcome: filled.outcome,
      };
      setKept(false);
      if (keysAsked(shown, next) !== keysAsked(shown, filled)) draw(next);
      // What was typed stands on the page already.
      else latest.current.filled = next;
    },
    [draw],
  );

  const listen = useCallback(() => {
    const document = frame.current?.contentDocument;
    if (!document) return;
    document.addEventListener('input', () => typed(document));
    document.addEventListener('submit', (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const answer = sent(latest.current.shown, sentBy(new FormData(form, event.submitter)));
      setKept('kept' in answer);
      if ('again' in answer) {
        draw(answer.again);
        document.defaultView?.scrollTo(0, 0);
      }
    });
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      event.preventDefault();
      const id = link.getAttribute('href')?.replace(/^#/, '');
      const place = id ? document.getElementById(id) : null;
      place?.scrollIntoView({ block: 'center' });
      (place?.matches('fieldset') ? place.querySelector('input') : place)?.focus();
    });
    setReady(true);
  }, [typed, draw]);

  useEffect(() => {
    const document = frame.current?.contentDocument;
    // `filled` is what it was drawn with last; the latest has what was typed since.
    if (isReady && document && filled) redraw(document, residentPage(shown, latest.current.filled));
  }, [isReady, shown, filled]);

  return (
    <>
      <div className={styles.phone}>
        <iframe ref={frame} title={t('preview.frame')} srcDoc={first} onLoad={listen} />
      </div>
      <p role="status" className={styles.sent}>
        {isKept ? t('preview.sent') : ''}
      </p>
    </>
  );
}

/** As a browser sends a form: what has a name more than once is a list. */
function sentBy(data: FormData): Sent {
  const all: Record<string, string | string[]> = {};
  for (const [name, value] of data) {
    const text = String(value);
    const before = all[name];
    all[name] = before === undefined ? text : [before, text].flat();
  }
  return all;
}

/** Puts the new page in place of the old one; the cursor and the place on the page stay. */
function redraw(document: Document, html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const active = document.activeElement;
  const [id, at] = [active?.id, isText(active) ? active.selectionStart : null];
  const details = document.querySelector('details')?.open;
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  if (details) document.querySelector('details')?.setAttribute('open', '');
  const again = id ? document.getElementById(id) : null;
  again?.focus({ preventScroll: true });
  if (isText(again) && at !== null) again.setSelectionRange(at, at);
}

const isText = (one: Element | null | undefined): one is HTMLInputElement | HTMLTextAreaElement =>
  one?.tagName === 'TEXTAREA' || (one?.tagName === 'INPUT' && one.getAttribute('type') === 'text');
