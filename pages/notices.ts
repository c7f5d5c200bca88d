/** Pages that say what happened: an unknown or stopped link, a new one on its way, something that did not work. */
import { banner, type Frame, frame } from './frame.ts';
import { html } from './html.ts';
import { WORDS } from './words.ts';

export type Notice =
  | { kind: 'unknown' | 'erased' | 'sent' | 'tooMany' | 'broken' | 'missing' }
  | { kind: 'revoked'; day: string }
  | { kind: 'staff'; at: string };

/** Where a new link is asked for. */
export const NEW_LINK = '/p/new';

export function noticePage(base: Omit<Frame, 'title'>, notice: Notice): string {
  const words = WORDS[base.language].notice;
  const mayAsk = notice.kind === 'unknown' || notice.kind === 'revoked';
  const [title, text] = {
    unknown: [words.unknownTitle, words.unknown],
    revoked: [words.revokedTitle, notice.kind === 'revoked' ? words.revoked(notice.day) : ''],
    erased: [words.erasedTitle, words.erased],
    sent: [words.sentTitle, words.sent],
    tooMany: [words.newLink, words.tooMany],
    broken: [words.brokenTitle, words.broken],
    missing: [words.missingTitle, words.missing],
    staff: [words.staffTitle, words.staff],
  }[notice.kind] as [string, string];
  return frame(
    { ...base, title },
    html`<h1>${title}</h1>
<p>${text}</p>
${notice.kind === 'staff' && html`<p><a class="main" href="${notice.at}">${words.openWork}</a></p>`}
${mayAsk && newLink(base)}`,
  );
}

/** Asking for a new link, after a mistake in the address. */
export function newLinkPage(base: Omit<Frame, 'title'>, problem?: 'mailMissing'): string {
  const words = WORDS[base.language].notice;
  return frame(
    { ...base, title: words.newLink },
    html`<h1>${words.newLink}</h1>
${problem && banner('trouble', words[problem])}
${newLink(base, problem)}`,
  );
}

function newLink({ language }: Pick<Frame, 'language'>, problem?: 'mailMissing') {
  const words = WORDS[language].notice;
  return html`<form method="post" action="${NEW_LINK}?lang=${language}">
<div class="field"><label for="mail">${words.mail}</label>
<p class="help" id="mail-help">${words.mailHelp}</p>
<input type="email" id="mail" name="mail" autocomplete="email" required aria-describedby="mail-help"${problem ? html` aria-invalid="true"` : ''}></div>
<button class="main">${words.newLink}</button>
</form>`;
}
