/** Routes of how an organisation looks: its colour, that is made readable, and its logo, that is made harmless. */
import { AccentChosen, LogoGiven, LogoKept, Look } from '../../contract/api/looks.ts';
import { cleanPng } from '../look/clean-png.ts';
import { cleanSvg } from '../look/clean-svg.ts';
import { MOST_BYTES, shownLook } from '../look/shown-look.ts';
import { Problem } from '../problem.ts';
import { type Call, route } from '../route.ts';

type Calling = Pick<Call<unknown, unknown, unknown>, 'deps' | 'caller'>;

export const lookRoutes = [
  route({
    id: 'looks.get',
    method: 'get',
    path: '/look',
    action: 'look.read',
    summary: 'How the organisation looks: its colour in light and dark, and its logo.',
    answer: Look,
    handle: (call) => now(call),
  }),
  route({
    id: 'looks.accent',
    method: 'put',
    path: '/look/accent',
    action: 'look.write',
    summary:
      'Chooses the colour of the organisation. Where it could not be read a darker or lighter one is used, and told with its contrast.',
    body: AccentChosen,
    answer: Look,
    async handle(call) {
      const accent = call.body.accent?.toUpperCase();
      await change(call, { accent }, 'look.accent', { accent: accent ?? 'none' });
      return now(call);
    },
  }),
  route({
    id: 'looks.logo',
    method: 'put',
    path: '/look/logo',
    action: 'look.write',
    summary:
      'Sets the logo: a PNG or SVG file of at most 200 kB, from which everything but the picture is taken out.',
    body: LogoGiven,
    answer: LogoKept,
    async handle(call) {
      const { type, data } = call.body;
      const file = Buffer.from(data, 'base64');
      if (file.length > MOST_BYTES) throw refused(`Expected at most ${MOST_BYTES} bytes, got ${file.length}`);
      const { content, leftOut } = cleaned(type, file);
      await change(call, { logo: { type, content } }, 'look.logo', { type, bytes: content.length });
      return { ...(await now(call)), leftOut };
    },
  }),
  route({
    id: 'looks.removeLogo',
    method: 'delete',
    path: '/look/logo',
    action: 'look.write',
    summary: 'Takes the logo away.',
    answer: Look,
    async handle(call) {
      await change(call, { logo: undefined }, 'look.logo', { type: 'none' });
      return now(call);
    },
  }),
];

function cleaned(type: 'image/png' | 'image/svg+xml', file: Buffer): { content: Buffer; leftOut: string[] } {
  if (type === 'image/png') {
    const png = cleanPng(file);
    if (!png.ok) throw refused(png.why);
    return { content: png.png, leftOut: png.leftOut };
  }
  const svg = cleanSvg(file.toString('utf8'));
  if (!svg.ok) throw refused(svg.why);
  return { content: Buffer.from(svg.svg), leftOut: svg.leftOut };
}

const refused = (why: string) => new Problem('INVALID_ARGUMENT', why, { path: 'data' });

const now = async ({ deps, caller }: Calling) => shownLook(await deps.store.looks.get(caller.org));

/** In the audit trail and to open screens. */
async function change(
  { deps, caller }: Calling,
  what: Parameters<typeof deps.store.looks.change>[1],
  action: string,
  detail: Record<string, string | number>,
) {
  const by = caller.person ?? caller.token;
  await deps.store.looks.change(caller.org, what, by, deps.clock());
  await deps.store.audit.add({ org: caller.org, at: deps.clock(), by, action, about: caller.org, detail });
}
