/** Holds what residents can do by their link: look without changing anything, answer, and always hear what happened. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from '../api/support/app.ts';
import { choosing, confirming, story } from './support/story.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

const get = async (url: string) => {
  const response = await fetch(url);
  return { response, status: response.status, text: await response.text() };
};
const post = async (url: string, fields: Record<string, string> | [string, string][]) => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return { response, status: response.status, text: await response.text() };
};
const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const hrefs = (page: string, part: string) =>
  [...page.matchAll(/href="([^"]+)"/g)]
    .map(([, href]) => href as string)
    .filter((href) => href.includes(part));

describe('looking', () => {
  test('shows the initiative in the words of its initiators, escaped', async () => {
    const told = await choosing(app);

    const { status, text, response } = await get(await told.link('initiator', 'n8'));

    expect(status).toBe(200);
    expect(text).toContain('De Groene Kring');
    expect(text).toContain('Samen eten wat je &amp; de buren zaaien');
    expect(text).toContain('Welke steun kies je?');
    expect(text).toContain('Sam de Boer');
    expect(text).not.toContain('<script');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('GET and HEAD of every address in every message and page change nothing', async () => {
    const told = await confirming(app);
    const before = await told.everything();
    const page = await told.link('initiator', 'n9.confirm');
    const first = await get(page);
    const all = [
      page,
      `${page}?button=confirm`,
      `${page}?button=done`,
      `${page}?button=wake`,
      `${page}?button=pause`,
    ];
    for (const href of [...hrefs(first.text, '/p/'), `${new URL(page).pathname}/block`])
      all.push(app.url + href);

    for (const url of all) {
      expect((await fetch(url, { method: 'HEAD' })).status).toBeLessThan(500);
      expect((await get(url)).status).toBeLessThan(500);
    }

    expect(all.length).toBeGreaterThan(6);
    expect(await told.everything()).toEqual(before);
  });

  test('the same message has the same link on every try, and no two people share one', async () => {
    const told = await choosing(app);

    expect(await told.link('initiator', 'n8')).toBe(await told.link('initiator', 'n8'));
    expect(await told.link('initiator', 'n2')).not.toBe(await told.link('initiator', 'n8'));
  });

  test('the other language is one click away and stays', async () => {
    const told = await choosing(app, 'en');
    const page = await told.link('initiator', 'n8');

    expect((await get(page)).text).toContain('<html lang="en">');
    const dutch = await get(`${page}?lang=nl`);
    expect(dutch.text).toContain('<html lang="nl">');
    expect(hrefs(dutch.text, '/answer/')[0]).toContain('lang=nl');
  });
});

describe('answering', () => {
  test('a choice from the message: one more press, and once however often', async () => {
    const told = await choosing(app);
    const page = `${await told.link('initiator', 'n8')}?button=our-contact`;
    const asked = await get(page);
    expect(asked.text).toContain('Druk nog één keer');

    const fields = {
      button: 'our-contact',
      instance: told.instance,
      item: hidden(asked.text, 'item'),
      seen: hidden(asked.text, 'seen'),
    };
    const [first, again] = await Promise.all([post(page, fields), post(page, fields)]);

    expect([first.status, again.status]).toEqual([200, 200]);
    expect(first.text).toContain('Dank je wel voor je antwoord');
    expect(await told.open()).toEqual(['n9']);
    const late = await post(page, { ...fields, seen: 'other' });
    expect(late.text).toContain('er is intussen iets veranderd');
  });

  test('an agreement is read whole and confirmed; the page then says who did', async () => {
    const told = await confirming(app);
    const page = await told.link('initiator', 'n9.confirm');
    const [answerAt] = hrefs((await get(page)).text, '/answer/');
    const form = await get(app.url + answerAt);
    for (const words of ['Vraag de buren wie meedoet', 'We nemen het werk niet over.', 'woensdag 1 juli'])
      expect(form.text).toContain(words);

    const sent = await post(app.url + answerAt, [
      ['seen', hidden(form.text, 'seen')],
      ['asked', 'ownershipAccepted'],
      ['asked', 'changeWish'],
      ['ownershipAccepted', 'yes'],
      ['outcome', 'confirm'],
    ]);

    expect(sent.text).toContain('Dank je wel voor je antwoord');
    expect(sent.text).toContain('De afspraken zijn akkoord');
    expect(sent.text).toContain('wij: 2 afspraken');
    const again = await get(app.url + answerAt);
    expect(again.status).toBe(409);
    expect(again.text).toContain('Je hebt dit op woensdag 1 april beantwoord');
  });

  test('what was typed is still there when something is wrong, with what in their own language', async () => {
    const told = await confirming(app);
    await told.act({ type: 'complete', task: 'n9.confirm', by: 'initiator', outcome: 'confirm' });
    const page = await told.link('initiator', 'n9.confirm');
    const dates = hrefs((await get(page)).text, '/date/');
    const form = await get(app.url + dates[0]);

    const past = await post(app.url + dates[0], { due: '2026-03-01', why: 'Het <regende>', seen: '1' });

    expect(form.status).toBe(200);
    expect(past.status).toBe(422);
    expect(past.text).toContain('Kies een dag die nog moet komen');
    expect(past.text).toContain('Het &lt;regende&gt;');
    const moved = await post(app.url + dates[0], { due: '2026-04-28', why: 'Het regende', seen: '1' });
    expect(moved.text).toContain('De nieuwe dag staat genoteerd');
    expect(moved.text).toContain('Verplaatst, was eerst maandag 20 april. Reden: Het regende');
  });

  test('an own step is ticked off, and is done', async () => {
    const told = await confirming(app);
    await told.act({ type: 'complete', task: 'n9.confirm', by: 'initiator', outcome: 'confirm' });
    const page = await told.link('initiator', 'n9.confirm');
    const { text } = await get(page);

    const done = await post(page, {
      button: 'done',
      instance: told.instance,
      item: 'c1',
      seen: hidden(text, 'seen'),
    });

    expect(done.text).toContain('Gedaan: Vraag de buren wie meedoet');
    const ours = await post(page, { button: 'done', instance: told.instance, item: 'c2', seen: '1' });
    expect(ours.status).toBe(404);
  });

  test('help and a call make a task for us', async () => {
    const told = await choosing(app);
    const page = await told.link('initiator', 'n8');
    const { text } = await get(page);
    const fields = { instance: told.instance, item: hidden(text, 'item'), seen: hidden(text, 'seen') };

    const called = await post(page, { ...fields, button: 'callMe' });

    expect(called.text).toContain('We bellen je');
    expect((await told.open()).some((name) => name.endsWith('.help'))).toBe(true);
  });

  test('a pause and going on again', async () => {
    const told = await choosing(app);
    const page = await told.link('initiator', 'n8');
    const seen = async () => hidden((await get(page)).text, 'seen');

    const paused = await post(page, { button: 'pause', until: '2026-05-11', seen: await seen() });
    expect(paused.text).toContain('Jullie hebben pauze tot maandag 11 mei');
    const on = await post(page, { button: 'wake', seen: await seen() });

    expect(on.text).toContain('Fijn dat je er weer bent');
    expect(on.text).not.toContain('Jullie hebben pauze');
    const again = await post(page, { button: 'pause', seen: await seen() });
    expect(again.text).toContain('Jullie hebben pauze.');
  });

  test('their own words are theirs to change, and two at once do not lose any', async () => {
    const told = await story(app);
    const page = `${(await told.link('initiator', 'n2')).split('?')[0]}/words`;
    const form = await get(page);
    const words = {
      title: 'De Groene Ring',
      idea: 'Kool',
      place: 'Hoek',
      motto: '',
      revision: hidden(form.text, 'revision'),
    };

    const kept = await post(page, words);
    const stale = await post(page, { ...words, title: 'Iets anders' });

    expect(kept.text).toContain('De Groene Ring');
    expect(kept.text).not.toContain('zaaien');
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('value="Iets anders"');
    expect((await app.ask('coordinator', 'GET', `/initiatives/${told.initiative}`)).body.words.title).toBe(
      'De Groene Ring',
    );
  });
});

describe('a partner', () => {
  /** Mila of the housing corporation is asked to lend a shed. */
  async function asked() {
    const told = await confirming(app);
    await told.act({ type: 'complete', task: 'n9.confirm', by: 'initiator', outcome: 'confirm' });
    const mila = told.people.partner;
    await told.act({ type: 'assign', by: 'coordinator', role: 'partner', people: [mila] });
    await told.act({
      type: 'commit',
      by: 'supporter',
      commitment: {
        text: 'Leen het schuurtje uit',
        owner: mila,
        ownerSide: 'partner',
        due: '2026-04-24',
      },
    });
    return { told, page: await told.link('partner') };
  }

  test('sees what is theirs and no more, and agrees by one press', async () => {
    const { told, page } = await asked();

    const { text } = await get(page);
    expect(text).toContain('Leen het schuurtje uit');
    expect(text).toContain('Akkoord');
    expect(text).not.toContain('Bel de gemeente over de grond');
    expect(text).not.toContain('Iedereen mag meedoen');
    expect(text).not.toContain('Even pauze');
    const item = hidden(text, 'item');

    const agreed = await post(page, {
      button: 'agreed',
      instance: told.instance,
      item,
      seen: hidden(text, 'seen'),
    });

    expect(agreed.text).toContain('We hebben het opgeschreven');
    expect(agreed.text).not.toContain('value="agreed"');
    expect(agreed.text).toContain('value="done"');
  });

  test('cannot pause the initiative, change its words or touch what is the initiators’', async () => {
    const { told, page } = await asked();
    const before = await told.everything();

    const paused = await post(page, { button: 'pause', seen: '1' });
    const words = await post(`${page}/words`, { title: 'Van ons', revision: '1' });
    const theirs = await post(page, { button: 'done', instance: told.instance, item: 'c1', seen: '1' });

    expect([paused.status, words.status, theirs.status]).toEqual([404, 404, 404]);
    expect(await told.everything()).toEqual(before);
  });
});

describe('links that are not theirs, or not any more', () => {
  test('an altered or invented link shows nothing and offers a new one', async () => {
    const told = await choosing(app);
    const page = await told.link('initiator', 'n8');
    const altered = page.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));

    for (const url of [altered, `${app.url}/p/x`, `${altered}/words`]) {
      const { status, text } = await get(url);
      expect(status).toBe(404);
      expect(text).not.toContain('Groene Kring');
      expect(text).toContain('action="/p/new');
    }
  });

  test('items of others cannot be touched through one’s own link', async () => {
    const [mine, theirs] = [await choosing(app), await choosing(app)];
    const page = await mine.link('initiator', 'n8');
    const before = await theirs.everything();
    const other = (await app.ask('coordinator', 'GET', `/tasks?instance=${theirs.instance}&state=open`)).body
      .items[0];

    const pressed = await post(page, {
      button: 'our-contact',
      instance: theirs.instance,
      item: other.key,
      seen: '1',
    });
    const answered = await post(`${page}/answer/${theirs.instance}/${other.key}`, {
      outcome: 'our-contact',
      seen: '1',
    });

    expect([pressed.status, answered.status]).toEqual([404, 404]);
    expect(await theirs.everything()).toEqual(before);
  });

  test('a blocked link says so, does nothing, and later messages have another', async () => {
    const told = await choosing(app);
    const page = await told.link('initiator', 'n8');
    const fields = {
      button: 'our-contact',
      instance: told.instance,
      item: hidden((await get(page)).text, 'item'),
      seen: '1',
    };

    const { body } = await app.ask(
      'coordinator',
      'POST',
      `/people/${told.people.initiator}/links/revocation`,
    );

    expect(body.revoked).toBeGreaterThan(0);
    const blocked = await get(page);
    expect(blocked.status).toBe(410);
    expect(blocked.text).toContain('Deze link is stopgezet');
    expect(blocked.text).not.toContain('Groene Kring');
    expect((await post(page, fields)).status).toBe(410);
    expect(await told.open()).toEqual(['n8']);
    await told.act({ type: 'complete', task: 'n8', by: 'initiator', outcome: 'our-contact' });
    await told.act({
      type: 'complete',
      task: 'n9',
      by: 'supporter',
      data: {
        commitments: [{ text: 'Bel de buren', owner: 'initiator', due: '2026-04-20' }],
        weDo: 'Bellen.',
        weDoNot: 'Overnemen.',
        reviewOn: '2026-07-01',
      },
    });
    const fresh = await told.link('initiator', 'n9.confirm');
    expect((await get(fresh)).status).toBe(200);
  });

  test('who asks for a new link hears the same, known or not, and not endlessly', async () => {
    const ask = (mail: string) => post(`${app.url}/p/new`, { mail });
    const known = await ask('anouk@example.org');
    const unknown = await ask('nobody@example.org');

    expect(known.text).toBe(unknown.text);
    expect(known.text).toContain('Kijk in je mail');
    await ask('nobody@example.org');
    await ask('nobody@example.org');
    expect((await ask('nobody@example.org')).status).toBe(429);
    const newLink = async () =>
      (await app.ask('coordinator', 'GET', '/messages?limit=100')).body.items.filter(
        ({ subject }: { subject?: string }) => subject === 'Je nieuwe link',
      );
    await expect.poll(async () => (await newLink()).length, { timeout: 10_000 }).toBe(1);
    const [{ key }] = await newLink();
    const text = (await app.ask('coordinator', 'GET', `/messages/${encodeURIComponent(key)}?as=text`))
      .body as string;
    const { pathname } = new URL(/https?:\S+\/p\/[\w-]+/.exec(text)?.[0] as string);
    expect((await get(app.url + pathname)).text).toContain('Moestuin De Groene Kring');
  });

  test('colleagues are sent to where they sign in', async () => {
    const told = await story(app);
    await app.ask('coordinator', 'POST', `/worlds/${told.world}/jump`, { to: '2026-04-02T09:30' });

    const { text } = await get(await told.link('coordinator', 'n3'));

    expect(text).toContain('Dit is werk voor jou als collega');
    expect(text).toContain(`/?item=${encodeURIComponent(`${told.instance}/n3`)}`);
  });
});
