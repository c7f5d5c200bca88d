/** Tells small stories to the engine in memory: a YAML text and the processes it names. */
import { playInCore } from '../../../cli/hosts/core.ts';
import { yamlSource } from '../../../cli/yaml-source.ts';
import type { Definition } from '../../../contract/index.ts';
import { parseDefinition } from '../../../contract/index.ts';
import {
  InvalidScenario,
  type Played,
  readScenario,
  type Stage,
  stageOf,
} from '../../../core/scenario/index.ts';

/** A first question, then an agreement, a check by a machine, and two ways to end. */
export const visit = definition({
  id: 'visit',
  name: 'Visit',
  roles: [
    { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
    { id: 'supporter', name: { nl: 'Ondersteuner', en: 'Supporter' }, side: 'us' },
    { id: 'coordinator', name: { nl: 'Coördinator', en: 'Coordinator' }, side: 'us' },
  ],
  elements: [
    { id: 'start', type: 'startEvent' },
    {
      id: 'ask',
      type: 'userTask',
      name: { nl: 'Vraag stellen', en: 'First question' },
      aliases: ['question'],
      roles: ['supporter'],
      form: 'answer',
      term: { amount: 3, unit: 'workingDays' },
      outcomes: [
        { id: 'go-on', label: { nl: 'Doorgaan', en: 'Go on' }, default: true },
        { id: 'stop', label: { nl: 'Stoppen', en: 'Stop' } },
      ],
    },
    { id: 'agree', type: 'agreement', name: 'Agreement', roles: ['supporter'] },
    { id: 'look', type: 'serviceTask', name: 'Look it up', job: 'directory.look', result: 'found' },
    { id: 'done', type: 'endEvent', name: 'Done', outcome: 'all-done' },
    { id: 'early', type: 'endEvent', name: 'Early', outcome: 'stopped-early' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'ask' },
    { id: 'f2', from: 'ask', to: 'agree', outcome: 'go-on' },
    { id: 'f3', from: 'ask', to: 'early', outcome: 'stop' },
    { id: 'f4', from: 'agree', to: 'look' },
    { id: 'f5', from: 'look', to: 'done' },
  ],
  forms: [
    {
      id: 'answer',
      name: 'Answer',
      fields: [
        { key: 'note', type: 'text', label: 'Note' },
        { key: 'who', type: 'people', label: 'Who' },
        { key: 'size', type: 'choice', label: 'Size', options: [{ id: 'veryLarge', label: 'Very large' }] },
      ],
    },
  ],
});

export function definition(data: Record<string, unknown>): Definition {
  const parsed = parseDefinition({ v: 1, ...data });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.definition;
}

const frame = `process: visit
people: { initiator: Ada, supporter: { name: Bo, language: en }, coordinator: Cor }
steps:
`;

/** A story about `visit`; lines count from the first step, which is line 1. */
export function tell(steps: string, more: Record<string, Definition> = {}): Played {
  return tellFile(frame + steps, { visit, ...more });
}

export function tellFile(text: string, definitions?: Record<string, Definition>): Played {
  return playInCore(stageFor(text, definitions));
}

export function stageFor(text: string, definitions: Record<string, Definition> = { visit }): Stage {
  return stageOf(readScenario(yamlSource('story', text)), new Map(Object.entries(definitions)));
}

/** What makes a story invalid: `line: message`, lines counted from the first step. */
export function problemsOf(steps: string): string[] {
  try {
    tell(steps);
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    return error.problems.map(({ line, message }) => `${line - FRAME_LINES}: ${message}`);
  }
  return [];
}

const FRAME_LINES = frame.split('\n').length - 1;

/** Failures without their words: line and what was looked at. */
export function missed({ failures }: Played): string[] {
  return failures.map(({ line, step }) => `${line - FRAME_LINES}: ${step}`);
}
