/** Job `mail`: a mail to an address outside. People who hold a role are told by a message of the process instead. */
import { createHash } from 'node:crypto';
import { mailContract } from '../../contract/jobs/mail.ts';
import type { Store } from '../../store/index.ts';
import { job } from './job.ts';

export const mail = job({
  ...mailContract,
  async run({ input, home, instance, key, element, at }, { store, send }) {
    const to = await addressee(store, home.org, input.to, `${instance}/${key}`);
    const message = `${instance}/${key}`;
    const note = {
      key: message,
      instance,
      to,
      role: 'outside',
      side: 'partner' as const,
      kind: 'news' as const,
      about: [],
      text: 'own',
      data: { own: { subject: input.subject, body: input.text }, ...(element ? { element } : {}) },
      at,
      act: true,
    };
    await send({ message: { key: message, to, channel: 'mail', at, notes: [note] } });
    return { result: { message } };
  },
});

/** Whoever has that address, or somebody new who has nothing else; found again when this try is repeated. */
async function addressee({ people, organisations }: Store, org: string, mail: string, call: string) {
  const [known] = await people.findByMail(org, mail);
  if (known) return known.id;
  const id = `per_${createHash('sha256').update(call).digest('hex').slice(0, 26)}`;
  const language = (await organisations.get(org))?.language ?? 'nl';
  await people.create({ id, org, name: mail, mail, side: 'partner', language, channel: 'mail' });
  return id;
}
