/** Putting into use with four eyes, and comments that mail: by two people who signed in, and refused to who may not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from './support/app.ts';
import { oneCall } from './support/one-call.ts';
import { type Browser, signedIn } from './support/sign-in.ts';

let app: RunningForTests;
let noor: Browser;
let max: Browser;
let sam: Browser;
beforeAll(async () => {
  app = await appForTests();
  [noor, max, sam] = [
    await signedIn(app, 'coordinator'),
    await signedIn(app, 'manager'),
    await signedIn(app, 'supporter'),
  ];
});

const personOf = async (one: Browser): Promise<string> => (await one.ask('GET', '/me')).body.person.id;

/** A draft by Noor, of a process that needs a second person. */
async function draftOf(id: string): Promise<number> {
  const made = await noor.ask('POST', '/definitions', { definition: oneCall(id) });
  expect(made.status).toBe(201);
  const before = (await max.ask('GET', '/four-eyes')).body;
  await max.ask('PUT', '/four-eyes', { ...before, processes: [...before.processes, id] });
  return made.body.revision;
}

const asks = (id: string, revision: number) =>
  noor.ask('POST', `/definitions/${id}/publish-requests`, { revision, note: 'Sooner', name: 'Quick' });

describe('with four eyes', () => {
  test('nobody puts it into use alone, also not who may', async () => {
    const revision = await draftOf('alone');

    for (const one of [noor, max]) {
      const answer = await one.ask('POST', '/definitions/alone/versions', { revision, note: 'Sooner' });
      expect([answer.status, answer.body.code]).toEqual([409, 'APPROVAL_NEEDED']);
    }
    expect((await noor.ask('GET', '/definitions/alone/versions')).status).toBe(404);
  });

  test('who drew it asks, and cannot approve; somebody else can, and both names stand with the version', async () => {
    const revision = await draftOf('two');
    const asked = await asks('two', revision);
    expect(asked.body).toMatchObject({ number: 1, state: 'open', note: 'Sooner', name: 'Quick' });
    expect((await asks('two', revision)).body.code).toBe('ALREADY_EXISTS');

    const own = await noor.ask('POST', '/definitions/two/publish-requests/1/approve', {});
    expect([own.status, own.body.code]).toEqual([403, 'PERMISSION_DENIED']);
    const supporter = await sam.ask('POST', '/definitions/two/publish-requests/1/approve', {});
    expect(supporter.status).toBe(403);
    expect(
      (await max.ask('GET', '/publish-requests')).body.items.map(({ id }: { id: string }) => id),
    ).toContain('two');

    const approved = await max.ask('POST', '/definitions/two/publish-requests/1/approve', {});

    expect([approved.status, approved.body]).toEqual([
      201,
      expect.objectContaining({
        version: 1,
        name: 'Quick',
        note: 'Sooner',
        publishedBy: await personOf(noor),
        approvedBy: await personOf(max),
      }),
    ]);
    const again = await max.ask('POST', '/definitions/two/publish-requests/1/approve', {});
    expect([again.status, again.body.code]).toEqual([409, 'INVALID_STATE']);
    const trail = await max.ask('GET', '/audit?about=two');
    expect(trail.body.items.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['publishing.asked', 'publishing.approved', 'definition.published']),
    );
  });

  test('what is approved is what was asked, whatever was drawn after it', async () => {
    const revision = await draftOf('later');
    await asks('later', revision);
    await noor.ask('PUT', '/definitions/later', { definition: oneCall('later', 'Not finished'), revision });

    await max.ask('POST', '/definitions/later/publish-requests/1/approve', {});

    const { body } = await noor.ask('GET', '/definitions/later/versions/1');
    expect(body.definition.elements[1].name).toBe('Call');
  });

  test('whoever saved the draft since has worked on it too, also when somebody else saved it after', async () => {
    const revision = await draftOf('hands');
    const saved = await max.ask('PUT', '/definitions/hands', {
      definition: oneCall('hands', 'Ring'),
      revision,
    });
    const last = await noor.ask('PUT', '/definitions/hands', {
      definition: oneCall('hands', 'Ring soon'),
      revision: saved.body.revision,
    });
    await asks('hands', last.body.revision);

    expect((await max.ask('POST', '/definitions/hands/publish-requests/1/approve', {})).status).toBe(403);
  });

  test('it is rejected with a reason, or taken back by who asked and by nobody else', async () => {
    const revision = await draftOf('back');
    await asks('back', revision);
    expect(
      (await max.ask('POST', '/definitions/back/publish-requests/1/reject', { reason: ' ' })).status,
    ).toBe(400);
    const rejected = await max.ask('POST', '/definitions/back/publish-requests/1/reject', {
      reason: 'Too short in July',
    });
    expect(rejected.body).toMatchObject({ state: 'rejected', reason: 'Too short in July' });

    expect((await asks('back', revision)).body.number).toBe(2);
    expect((await max.ask('POST', '/definitions/back/publish-requests/2/withdraw', {})).status).toBe(403);
    const withdrawn = await noor.ask('POST', '/definitions/back/publish-requests/2/withdraw', {});

    expect(withdrawn.body.state).toBe('withdrawn');
    expect((await noor.ask('GET', '/definitions/back/versions')).status).toBe(404);
  });

  test('a draft with a mistake in it is not laid before anybody', async () => {
    const revision = await draftOf('wrong');
    const broken = {
      ...oneCall('wrong'),
      flows: [
        { id: 'a', from: 'start', to: 'call' },
        { id: 'c', from: 'call', to: 'nowhere' },
      ],
    };
    const saved = await noor.ask('PUT', '/definitions/wrong', { definition: broken, revision });

    expect((await asks('wrong', saved.body.revision)).body.code).toBe('CHECK_FAILED');
  });

  test('it can be chosen for everything, by who may', async () => {
    expect((await noor.ask('PUT', '/four-eyes', { all: true, processes: [] })).status).toBe(403);
    const before = (await max.ask('GET', '/four-eyes')).body;
    await max.ask('PUT', '/four-eyes', { ...before, all: true });
    const { body } = await noor.ask('POST', '/definitions', { definition: oneCall('any') });

    const answer = await noor.ask('POST', '/definitions/any/versions', {
      revision: body.revision,
      note: 'x',
    });
    await max.ask('PUT', '/four-eyes', before);

    expect(answer.body.code).toBe('APPROVAL_NEEDED');
    expect(
      (await noor.ask('POST', '/definitions/any/versions', { revision: body.revision, note: 'x' })).status,
    ).toBe(201);
  });
});

describe('comments', () => {
  test('whoever is mentioned gets a mail with the words and the way there; settled and opened again it is kept', async () => {
    await noor.ask('POST', '/definitions', { definition: oneCall('talk') });
    const [who, me] = [await personOf(sam), await personOf(noor)];

    const said = await noor.ask('POST', '/definitions/talk/comments', {
      text: 'Is two days enough?',
      element: 'call',
      mentions: [who, me],
    });

    expect(said.body).toMatchObject({ element: 'call', by: me, mentions: [who, me] });
    const key = encodeURIComponent(`${said.body.id}/${who}`);
    const mail = await sam.ask('GET', `/messages/${key}`);
    expect(mail.status).toBe(200);
    expect(mail.body.text).toContain('Is two days enough?');
    expect(mail.body.text).toContain('/processes/talk?element=call');
    // Nobody mails themselves.
    expect((await sam.ask('GET', `/messages/${encodeURIComponent(`${said.body.id}/${me}`)}`)).status).toBe(
      404,
    );

    const answer = await sam.ask('POST', '/definitions/talk/comments', {
      text: 'It is.',
      answers: said.body.id,
    });
    expect(answer.body.answers).toBe(said.body.id);
    const settled = await sam.ask('POST', `/definitions/talk/comments/${said.body.id}/resolve`, {});
    expect(settled.body).toMatchObject({ resolvedBy: who });
    const open = await noor.ask('POST', `/definitions/talk/comments/${said.body.id}/reopen`, {});
    expect(open.body.resolvedBy).toBeUndefined();
    expect((await noor.ask('GET', '/definitions/talk/comments')).body.items).toHaveLength(2);
  });

  test('an element that is not there, and somebody who is no colleague, are refused by name', async () => {
    await noor.ask('POST', '/definitions', { definition: oneCall('nobody') });
    const place = await noor.ask('POST', '/definitions/nobody/comments', { text: 'x', element: 'gone' });
    const person = await noor.ask('POST', '/definitions/nobody/comments', { text: 'x', mentions: ['per_x'] });

    expect([place.body.path, person.body.path]).toEqual(['element', 'mentions']);
  });
});

test('who has it open is seen by others, until they close it', async () => {
  await noor.ask('POST', '/definitions', { definition: oneCall('open') });
  await noor.ask('POST', '/definitions/open/presence', {});
  const both = await sam.ask('POST', '/definitions/open/presence', {});
  expect(both.body.items.map(({ person }: { person: string }) => person).sort()).toEqual(
    [await personOf(noor), await personOf(sam)].sort(),
  );

  const left = await noor.ask('DELETE', '/definitions/open/presence');

  expect(left.body.items.map(({ person }: { person: string }) => person)).toEqual([await personOf(sam)]);
});
