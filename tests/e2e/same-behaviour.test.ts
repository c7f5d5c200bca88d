/** What compares a drawing with the template it was drawn after: it sees every other word and number, and no other name. */
import { describe, expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { difference } from '../../core/difference/index.ts';
import { readTemplate } from '../templates/read-template.ts';
import { inNamesOf, plain } from './support/building/same-behaviour.ts';
import { toldWith } from './support/building/stories.ts';

const T2 = readTemplate('T2');

type Path = (string | number)[];

/** Every word, number and yes or no in a definition. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, one]) =>
    leaves(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(definition: Definition, path: Path): Definition {
  const copy = structuredClone(definition);
  let at = copy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as typeof at;
  const last = path.at(-1) as string | number;
  const was = at[last];
  at[last] = typeof was === 'number' ? was + 1 : typeof was === 'boolean' ? !was : `${was ?? ''} other`;
  return copy;
}

const otherThan = (made: Definition) => difference(plain(T2), inNamesOf(T2, made));

/** On paper only, or what nobody sees. */
const SILENT = ['x', 'y', 'width', 'height', 'points', 'pinned'];
const isSilent = (path: Path): boolean => {
  const [list, , ...rest] = path;
  if (path.some((key) => SILENT.includes(String(key)))) return true;
  // Arrows and points of a ladder are called by their place.
  if (list === 'flows' && rest.join() === 'id') return true;
  if (list === 'ladders' && rest[0] === 'rungs' && rest.at(-1) === 'id') return true;
  // A definition in the hands of the designer gets an id and a version of its own.
  return path.length === 1 && ['id', 'v'].includes(String(path[0]));
};

describe('a drawing compared with its template', () => {
  test('the template is the same as itself', () => {
    expect(otherThan(T2)).toEqual([]);
  });

  test('any other word, number or condition is seen', () => {
    const told = leaves(T2).filter((path) => !isSilent(path));
    expect(told.length).toBeGreaterThan(500);

    const missed = told.filter((path) => otherThan(changed(T2, path)).length === 0);

    expect(missed.map((path) => path.join('.'))).toEqual([]);
  });

  test('an arrow that leads elsewhere, or is not there, is seen', () => {
    for (const { id } of T2.flows) {
      expect(otherThan({ ...T2, flows: T2.flows.filter((flow) => flow.id !== id) })).not.toEqual([]);
    }
  });

  test('names that nobody sees, and places, are no difference', () => {
    const forms = JSON.parse(
      JSON.stringify(T2, (key, value) =>
        (key === 'form' || key === 'confirmForm') && typeof value === 'string' ? `own-${value}` : value,
      ),
    ) as Definition;
    const made: Definition = {
      ...forms,
      id: 'made',
      forms: T2.forms.map((form) => ({ ...form, id: `own-${form.id}` })),
      elements: forms.elements.map((element) => ({ ...element, x: 7, y: 8 })),
      flows: T2.flows.map((flow, index) => ({ ...flow, id: `arrow-${index}`, points: [{ x: 1, y: 2 }] })),
    };

    expect(otherThan(made)).toEqual([]);
  });

  test('stories told with another term or another condition do not hold', async () => {
    const other = (element: string, amount: number): Definition => ({
      ...T2,
      elements: T2.elements.map((one) =>
        one.id === element && 'term' in one ? ({ ...one, term: { ...one.term, amount } } as typeof one) : one,
      ),
    });
    const condition: Definition = {
      ...T2,
      flows: T2.flows.map((flow) =>
        flow.from === 'n8.round' && flow.condition ? { ...flow, condition: 'round < 1' } : flow,
      ),
    };

    expect((await toldWith(other('n1', 9), 'T2')).failed).not.toEqual({});
    expect((await toldWith(condition, 'T2')).failed).not.toEqual({});
  });
});
