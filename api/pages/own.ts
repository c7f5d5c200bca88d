/** Another day for one's own step, and the initiators' own words. */
import type { Request, Response } from 'express';
import { addDays, isLocalDate, localDate } from '../../core/calendar/index.ts';
import { wordsOf, writtenDate } from '../../core/texts/index.ts';
import { one } from '../../pages/form-data.ts';
import { type NewDatePage, newDatePage, type WordsPage, wordsPage } from '../../pages/own-pages.ts';
import type { Deps } from '../deps.ts';
import { actAs } from './act.ts';
import { saidOf } from './glance.ts';
import { itemsOf, seenOf, type Touched, touched } from './items.ts';
import type { Opened } from './opened.ts';
import { forReader, isAway, missing, seeOther, send, sentBy } from './reading.ts';

export const showNewDate = (deps: Deps) =>
  forReader(deps, async (opened, request, response) => {
    const found = await find(deps, opened, request, response);
    if (found) send(response, newDatePage(datePage(opened, found, {})));
  });

export const takeNewDate = (deps: Deps) =>
  forReader(deps, async (opened, request, response) => {
    const found = await find(deps, opened, request, response);
    if (!found) return;
    const sent = sentBy(request);
    const [due, why] = [one(sent, 'due'), one(sent, 'why').trim()];
    const again = (problem: NonNullable<NewDatePage['problem']>, status = 422) =>
      send(response, newDatePage({ ...datePage(opened, found, { due, why }), problem }), status);
    if (!isLocalDate(due) || due <= opened.today) return again('past');
    const isCommitment = found.kind === 'commitment';
    if (isCommitment && why === '') return again('whyMissing');
    const about = isCommitment ? found.commitment.commitment : found.task.key;
    const { instance } = isCommitment ? found.commitment : found.task;
    const data = { due, ...(why ? { why: why.slice(0, 1_000) } : {}) };
    try {
      const act = { type: 'press', about, button: 'newDate', data } as const;
      const answer = await actAs(deps, opened, instance, act, one(sent, 'seen'));
      seeOther(response, opened, saidOf(answer, 'newDate'));
    } catch (error) {
      if (!isAway(error)) throw error;
      again('away', 503);
    }
  });

/** Only what is still open gets another day. */
async function find(
  deps: Deps,
  opened: Opened,
  request: Request,
  response: Response,
): Promise<Touched | undefined> {
  const { instance = '', item = '' } = request.params as Record<string, string>;
  const items = await itemsOf(deps, opened);
  const found = touched(opened, items, instance, item);
  const isOpen =
    found?.kind === 'task'
      ? found.task.state === 'open'
      : found && found.commitment.status !== 'done' && found.commitment.status !== 'dropped';
  if (found && isOpen) return found;
  if (found) seeOther(response, opened, 'refused');
  else missing(response, opened);
  return undefined;
}

function datePage(opened: Opened, found: Touched, values: { due?: string; why?: string }): NewDatePage {
  const { language, today, organisation, frame, address } = opened;
  const isCommitment = found.kind === 'commitment';
  const { instance } = isCommitment ? found.commitment : found.task;
  const item = isCommitment ? found.commitment.commitment : found.task.key;
  const due = isCommitment
    ? found.commitment.due
    : (found.task.due?.date ?? localDate(organisation.zone, found.task.due?.at ?? opened.now));
  const what = isCommitment ? found.commitment.text : wordsOf(found.task.title ?? found.task.name, language);
  return {
    ...frame,
    at: address(`/date/${instance}/${item}`),
    back: address(),
    seen: seenOf(opened),
    what,
    due: writtenDate(language, due, today),
    needsWhy: isCommitment,
    values,
    tomorrow: addDays(today, 1),
  };
}

export const showWords = (deps: Deps) =>
  forReader(deps, async (opened, _request, response) => {
    const { initiative } = opened;
    if (!initiative?.words || opened.side !== 'initiator') return missing(response, opened);
    send(response, wordsPage(ownWords(opened, initiative.words, initiative.revision)));
  });

/** Nobody's words are lost: who saved meanwhile is named as the reason to look once more. */
export const takeWords = (deps: Deps) =>
  forReader(deps, async (opened, request, response) => {
    const { initiative, person } = opened;
    if (!initiative?.words || opened.side !== 'initiator') return missing(response, opened);
    const sent = sentBy(request);
    const text = (key: string, longest: number) =>
      one(sent, key).replace(/\r\n/g, '\n').trim().slice(0, longest);
    const values = {
      title: text('title', 200),
      motto: text('motto', 200),
      idea: text('idea', 15_000),
      place: text('place', 200),
    };
    const again = (problem: NonNullable<WordsPage['problem']>, status: number) =>
      send(response, wordsPage({ ...ownWords(opened, values, initiative.revision), problem }), status);
    if (values.title === '') return again('nameMissing', 422);
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    const { title: _t, motto: _m, idea: _i, place: _p, ...others } = initiative.words;
    const words = { ...others, ...given, title: values.title };
    const isCurrent = Number(one(sent, 'revision')) === initiative.revision;
    if (!isCurrent || !(await deps.store.initiatives.save({ ...initiative, words })))
      return again('changed', 409);
    const { org, id, world } = initiative;
    await deps.store.audit.add({
      org,
      at: deps.clock(),
      by: person.id,
      action: 'initiative.words',
      about: id,
    });
    await deps.store.changes.add({
      org,
      kind: 'initiative',
      id,
      initiative: id,
      rows: [],
      ...(world ? { world } : {}),
    });
    seeOther(response, opened, 'words');
  });

function ownWords(
  { frame, address }: Opened,
  { title, idea, place, motto }: { title?: string; idea?: string; place?: string; motto?: string },
  revision: number,
): WordsPage {
  return {
    ...frame,
    at: address('/words'),
    back: address(),
    seen: '',
    revision,
    values: {
      ...(title ? { title } : {}),
      ...(idea ? { idea } : {}),
      ...(place ? { place } : {}),
      ...(motto ? { motto } : {}),
    },
  };
}
