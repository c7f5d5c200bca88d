/** What a process can begin with: the ready-made templates, and those the organisation kept itself. */
import type { z } from 'zod';
import type { Template } from '../contract/api/definitions.ts';
import type { Definition } from '../contract/index.ts';
import type { OwnTemplate } from '../store/index.ts';
import { templateFiles } from '../templates/index.ts';
import type { Deps } from './deps.ts';
import { parsedDefinition } from './parsed-definition.ts';
import { notFound } from './problem.ts';

let read: Definition[] | undefined;
export const readyMade = (): Definition[] => {
  read ??= templateFiles().map(parsedDefinition);
  return read;
};

type Shown = z.input<typeof Template>;

export const shownReadyMade = ({ id, name, summary }: Definition): Shown => ({
  id,
  name,
  ...(summary ? { summary } : {}),
});

export const shownOwn = ({ definition, revision, from, savedBy, savedAt }: OwnTemplate): Shown => ({
  ...shownReadyMade(definition),
  own: { revision, from, savedBy, savedAt },
});

export async function foundTemplate(
  { store }: Pick<Deps, 'store'>,
  org: string,
  id: string,
): Promise<Shown & { definition: Definition }> {
  const own = await store.ownTemplates.get(org, id);
  if (own) return { ...shownOwn(own), definition: own.definition };
  const found = readyMade().find((one) => one.id === id);
  if (!found) throw notFound('template', id, 'template');
  return { ...shownReadyMade(found), definition: found };
}

/** A process of one's own to begin with, under an id of its own. */
export async function copyOfTemplate(
  deps: Pick<Deps, 'store'>,
  org: string,
  template: string,
  id = template,
): Promise<Definition> {
  const { definition } = await foundTemplate(deps, org, template);
  return parsedDefinition({ ...definition, id });
}
