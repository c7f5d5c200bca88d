/** Serves the page behind a link in a message, and takes the answer: once per link and button, whoever presses how often. */
import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Act, Language } from '../contract/index.ts';
import { personalPage as page } from '../pages/personal-page.ts';
import type { StoredMessage } from '../store/index.ts';
import type { Deps } from './deps.ts';

/** These are answered on a page of their own, not by one press. */
const NOT_HERE = new Set(['open', 'openTask', 'answer']);

type Button = { id: string; label: string; about: string[]; url: string };

export function personalPage(deps: Deps): { show: RequestHandler; press: RequestHandler } {
  const found = async (token: string) => {
    const link = deps.openLink(token);
    const message = link && (await deps.store.messages.called(link.message));
    const note = message?.message?.notes[link?.note ?? 0];
    return message && note ? { message, note } : undefined;
  };

  return {
    async show(request, response) {
      const link = await found(String(request.params.token));
      if (!link)
        return answer(deps, response, 404, {
          state: 'unknown',
          language: languageOf(request.acceptsLanguages('nl', 'en')),
        });
      const pressed = request.query.button;
      const buttons = buttonsOf(link.message, link.note.about);
      const ordered = [...buttons].sort((a, b) => Number(b.id === pressed) - Number(a.id === pressed));
      return answer(deps, response, 200, {
        state: 'ask',
        message: link.message,
        buttons: ordered.map(({ id, label }) => ({
          id,
          label,
          ...(id === 'newDate' ? { needs: 'date' as const } : {}),
        })),
      });
    },

    async press(request, response) {
      const link = await found(String(request.params.token));
      const { button, due } = (request.body ?? {}) as { button?: unknown; due?: unknown };
      const known = link && buttonsOf(link.message, link.note.about).find(({ id }) => id === button);
      if (!link || !known)
        return answer(deps, response, 404, {
          state: 'unknown',
          language: languageOf(request.acceptsLanguages('nl', 'en')),
        });
      const { message, note } = link;
      const act: Act = {
        type: 'press',
        about: note.about[0] ?? '',
        button: known.id,
        by: message.to,
        channel: 'link',
        ...(typeof due === 'string' && due ? { data: { due } } : {}),
      };
      const id = createHash('sha256')
        .update(JSON.stringify([note.key, known.id, due]))
        .digest('hex');
      const { world } = message;
      const result = world
        ? await deps.worlds.act(world, note.instance, act, { id })
        : await deps.engine.act(note.instance, act, { id });
      return answer(deps, response, result.ok ? 200 : 409, {
        state: result.ok ? 'done' : 'refused',
        message,
      });
    },
  };
}

/** Buttons of the message about the same thing. */
function buttonsOf({ rendered }: StoredMessage, about: string[]): Button[] {
  const all = (rendered?.buttons ?? []) as Button[];
  return all.filter(
    (button) => !NOT_HERE.has(button.id) && button.about.some((item) => about.includes(item)),
  );
}

const languageOf = (accepted: string | false): Language => (accepted === 'en' ? 'en' : 'nl');

async function answer(
  { store }: Deps,
  response: Response,
  status: number,
  shown: {
    state: 'ask' | 'done' | 'refused' | 'unknown';
    language?: Language;
    message?: StoredMessage;
    buttons?: { id: string; label: string; needs?: 'date' }[];
  },
): Promise<void> {
  const { state, message, buttons } = shown;
  const [organisation, initiative] = await Promise.all([
    message ? store.organisations.get(message.org) : undefined,
    message?.initiatives[0] ? store.initiatives.get(message.initiatives[0]) : undefined,
  ]);
  const contactId = initiative?.roles.supporter?.[0] ?? initiative?.roles.coordinator?.[0];
  const contact = contactId ? await store.people.get(contactId) : undefined;
  const language = (message?.rendered?.language as Language | undefined) ?? shown.language ?? 'nl';
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    .type('html')
    .send(
      page({
        language,
        organisation: organisation?.name ?? 'Speelruimte',
        state,
        ...(state === 'ask' && message?.rendered ? { text: message.rendered.text } : {}),
        ...(buttons ? { buttons } : {}),
        ...(contact?.name
          ? { contact: { name: contact.name, ...(contact.phone ? { phone: contact.phone } : {}) } }
          : {}),
      }),
    );
}
