/** The ready-made processes as drawings: everything they name exists, everything leads somewhere, nothing overlaps. */
import { describe, expect, it } from 'vitest';
import type { Definition, Element } from '../../contract/index.ts';
import { standardLadders } from '../../core/chasing/standard-ladders.ts';
import { check } from '../../core/check/index.ts';
import { compile } from '../../core/engine/compile.ts';
import { parse } from '../../core/feel/index.ts';
import { readTemplate } from './read-template.ts';

/** Numbers of the template's list in docs/templates.md. */
const NUMBERS: Record<string, string> = {
  T1: '1 2 3 3b 4 5 6 7 7w 7l 8 9 10 11 12 13 14 15 16',
  T2: '1 2 3 4 4a 4e 5 6 7 8 9 9m 10 11 12 13 13a 14',
  T7: '1 2 3 4 4n 5 6 7 8 9 10 11 12',
  T12: '1 2 3 4 5',
};

/** Outcome ids: the words in parentheses of docs/templates.md. */
const OUTCOMES: Record<string, Record<string, string[]>> = {
  T1: {
    n3: ['reached', 'not-reached', 'small-question-answered'],
    n3b: ['reply', 'rest'],
    n7: ['free-place-by-exception', 'referral', 'waiting-list', 'one-light-conversation'],
    n8: ['our-contact', 'own-supporter', 'general', 'on-own-strength'],
    n13: [
      'continue',
      'pilot',
      'subsidy',
      'space',
      'signal',
      'partnership',
      'on-our-own',
      'to-volunteers',
      'rest',
    ],
    n14: ['continues-on-own-strength', 'stopped'],
    n16: ['yes', 'no'],
  },
  T2: {
    n8: ['standing', 'adjust', 'grow', 'stop', 'partner', 'volunteers'],
    n9m: ['adjust', 'standing', 'stop'],
  },
  T7: {
    n3: ['yes', 'no'],
    n4: ['yes', 'less', 'not-now'],
    n10: ['continue', 'adjust', 'end'],
  },
  T12: {
    n4: ['approve', 'change'],
  },
};

const ENDINGS: Record<string, string[]> = {
  T1: [
    'answered',
    'continues-on-own-strength',
    'on-own-strength',
    'referred',
    'rested',
    'stopped',
    'themes-shared',
  ],
  T2: ['grow', 'partner', 'partnership-ended', 'standing', 'stays-supported', 'stop', 'volunteers'],
  T7: ['partnership-ended', 'stays-supported'],
  T12: ['sent'],
};

const outcomesOf = (e: Element) => (e.type === 'userTask' ? (e.outcomes ?? []) : []);
const leaving = (d: Definition, id: string) => d.flows.filter((f) => f.from === id);

/** Where a token may go from an element: along flows, into and out of sub-processes, to what hangs on it, to who catches it. */
function next(d: Definition, e: Element): string[] {
  const to = leaving(d, e.id).map((f) => f.to);
  const hanging = d.elements.flatMap((b) =>
    b.type === 'boundaryEvent' && b.attachedTo === e.id ? [b.id] : [],
  );
  const children = d.elements.filter(
    (c) => c.parent === e.id && (c.type === 'startEvent' || (c.type === 'subProcess' && c.event)),
  );
  const out = e.type === 'endEvent' && e.parent ? [e.parent] : [];
  const outer = e.type === 'subProcess' && e.event && e.parent ? [e.parent] : [];
  return [...to, ...hanging, ...(e.type === 'subProcess' ? children.map((c) => c.id) : []), ...out, ...outer];
}

function reached(d: Definition, from: string[], step: (e: Element) => string[]): Set<string> {
  const seen = new Set<string>();
  const todo = [...from];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    const element = d.elements.find((e) => e.id === id);
    if (!element || seen.has(id)) continue;
    seen.add(id);
    todo.push(...step(element));
  }
  return seen;
}

const STANDARD = standardLadders.map(({ id }) => id);

describe.each(['T1', 'T2', 'T7', 'T12'])('template %s', (id) => {
  const template = readTemplate(id);
  const byId = new Map(template.elements.map((e) => [e.id, e]));
  const known = new Set(template.elements.flatMap((e) => [e.id, ...(e.aliases ?? [])]));

  it('has every element of the list in docs/templates.md under its number', () => {
    const missing = (NUMBERS[id] ?? '').split(' ').filter((number) => !known.has(`n${number}`));

    expect(missing).toEqual([]);
  });

  it('can be compiled', () => {
    expect(compile(template, id).elements.size).toBeGreaterThanOrEqual(template.elements.length);
  });

  it('passes every check before publishing, warnings included', () => {
    expect(check(template)).toEqual([]);
  });

  it('connects only elements that exist, in the same scope', () => {
    const wrong = template.flows.filter(({ from, to }) => {
      const [a, b] = [byId.get(from), byId.get(to)];
      return !a || !b || a.parent !== b.parent;
    });

    expect(wrong).toEqual([]);
  });

  it('gives every id once', () => {
    const ids = [...template.elements, ...template.flows].map((one) => one.id);

    expect(ids.filter((one, i) => ids.indexOf(one) !== i)).toEqual([]);
  });

  it('gives every element a name in Dutch and English', () => {
    const unnamed = template.elements.filter((e) => typeof e.name !== 'object' || !e.name.nl || !e.name.en);

    expect(unnamed.map((e) => e.id)).toEqual([]);
  });

  it('has the outcomes of docs/templates.md', () => {
    for (const [task, outcomes] of Object.entries(OUTCOMES[id] ?? {})) {
      const element = byId.get(task);
      expect(element && outcomesOf(element).map((o) => o.id)).toEqual(outcomes);
    }
  });

  it('leads on from every outcome, and only from outcomes there are', () => {
    for (const element of template.elements) {
      const flows = leaving(template, element.id);
      const offered = outcomesOf(element).map((o) => o.id);
      const named = flows.flatMap((f) => f.outcome ?? []);
      const always = flows.some((f) => f.outcome === undefined && f.condition === undefined && !f.default);
      expect([element.id, named.filter((o) => !offered.includes(o))]).toEqual([element.id, []]);
      expect([element.id, always ? [] : offered.filter((o) => !named.includes(o))]).toEqual([element.id, []]);
    }
  });

  it('gives every exclusive gateway a default flow and a condition on the others', () => {
    for (const gateway of template.elements.filter((e) => e.type === 'exclusiveGateway')) {
      const flows = leaving(template, gateway.id);
      expect([gateway.id, flows.filter((f) => f.default).length]).toEqual([gateway.id, 1]);
      expect([gateway.id, flows.filter((f) => !f.default && !f.condition)]).toEqual([gateway.id, []]);
    }
  });

  it('is reached as a whole from its start, and reaches an end from everywhere', () => {
    // What waits beside the whole process begins and ends by itself.
    const isBeside = (e: Element | undefined) => e?.type === 'subProcess' && e.event && !e.parent;
    const begins = (e: Element) => (e.type === 'startEvent' && !e.parent) || isBeside(e);
    const ends = (e: Element | undefined) =>
      e?.type === 'endEvent' && (!e.parent || isBeside(byId.get(e.parent)));
    const starts = template.elements.filter(begins).map((e) => e.id);
    const fromStart = reached(template, starts, (e) => next(template, e));
    const stuck = template.elements.filter((e) => {
      const ahead = reached(template, [e.id], (one) => next(template, one));
      return ![...ahead].some((one) => ends(byId.get(one)));
    });

    expect(template.elements.map((e) => e.id).filter((one) => !fromStart.has(one))).toEqual([]);
    expect(stuck.map((e) => e.id)).toEqual([]);
  });

  it('ends with the outcomes of docs/templates.md', () => {
    const outcomes = template.elements.flatMap((e) => (e.type === 'endEvent' ? (e.outcome ?? []) : []));

    expect(outcomes.sort()).toEqual(ENDINGS[id]);
  });

  it('names only roles, forms, ladders and texts that it has', () => {
    const roles = new Set(template.roles.map((r) => r.id));
    const forms = new Set(template.forms.map((f) => f.id));
    const ladders = new Set([...STANDARD, 'none', ...template.ladders.map((l) => l.id)]);

    const used = template.elements.flatMap((e): [Set<string>, string | undefined][] => {
      if (e.type === 'startEvent') return [[forms, e.form], ...(e.by ?? []).map(role)];
      if (e.type === 'sendTask') return e.to.map(role);
      if (e.type === 'callActivity') return [role(e.whenMissing ?? '')];
      if (e.type === 'userTask') return [[forms, e.form], [ladders, e.ladder], ...e.roles.map(role)];
      if (e.type !== 'agreement') return [];
      return [
        [forms, e.form],
        [forms, e.confirmForm],
        [ladders, e.ladder],
        [ladders, e.confirmLadder],
        ...[...e.roles, ...e.confirmRoles].map(role),
      ];
    });
    function role(name: string): [Set<string>, string] {
      return [roles, name];
    }
    const rungTexts = template.ladders.flatMap((l) =>
      l.rungs.flatMap((r) => r.acts.flatMap((a) => (a.act === 'notify' ? a.text : []))),
    );

    expect(used.filter(([names, name]) => name !== undefined && !names.has(name))).toEqual([]);
    expect(rungTexts.filter((key) => !(key in template.texts))).toEqual([]);
    expect(
      [...forms].filter((form) => !used.some(([names, name]) => names === forms && name === form)),
    ).toEqual([]);
  });

  it('gives every task for people a term and a ladder', () => {
    const bare = template.elements.filter(
      (e) =>
        (e.type === 'userTask' && (!e.term || !e.ladder)) ||
        (e.type === 'agreement' && (!e.term || !e.ladder || !e.confirmTerm || !e.confirmLadder)),
    );

    expect(bare.map((e) => e.id)).toEqual([]);
  });

  it('holds only expressions that can be read', () => {
    const expressions = template.elements.flatMap((e) => [
      ...(e.set ?? []).flatMap((s) => ('value' in s ? s.value : [])),
      ...(e.type === 'userTask' ? (e.refuseIf ?? []).map((r) => r.condition) : []),
      ...(e.type === 'serviceTask' ? Object.values(e.input ?? {}) : []),
      ...('triggers' in e && e.triggers?.condition ? [e.triggers.condition] : []),
    ]);
    const onFlows = template.flows.flatMap((f) => f.condition ?? []);
    const onFields = template.forms.flatMap((f) =>
      f.fields.flatMap(({ visibleIf, requiredIf, default: preset }) => [
        ...(visibleIf ? [visibleIf] : []),
        ...(requiredIf ? [requiredIf] : []),
        ...(typeof preset === 'string' && preset.startsWith('=') ? [preset.slice(1)] : []),
      ]),
    );

    const unread = [...expressions, ...onFlows, ...onFields].filter((text) => !parse(text).ok);
    expect(unread).toEqual([]);
  });

  it('can be looked at: nothing overlaps and children lie inside', () => {
    const boxes = template.elements
      .filter((e) => e.type !== 'boundaryEvent')
      .map(({ id: name, parent, x = Number.NaN, y = Number.NaN, width = 0, height = 0 }) => ({
        name,
        parent,
        left: x,
        top: y,
        right: x + width,
        bottom: y + height,
      }));
    const overlaps = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.parent === b.parent)
        .filter((b) => !(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top))
        .map((b) => `${a.name} and ${b.name}`),
    );
    const outside = boxes.filter(({ parent, left, top, right, bottom }) => {
      const around = parent === undefined ? undefined : byId.get(parent);
      return (
        around && !(left >= 0 && top >= 0 && right <= (around.width ?? 0) && bottom <= (around.height ?? 0))
      );
    });

    expect(boxes.filter((b) => Number.isNaN(b.left + b.top) || b.right === b.left)).toEqual([]);
    expect(overlaps).toEqual([]);
    expect(outside).toEqual([]);
  });
});
