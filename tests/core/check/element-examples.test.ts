// The processes on the pages about elements are right: no rule finds an error in what those pages show how to draw.
import { describe, expect, it } from 'vitest';
import { check } from '../../../core/check/index.ts';
import { examplesIn, pages, stageOfExample } from '../../docs/support/examples.ts';

/** Why an example may break a rule all the same: it shows just that, or it leaves out what it is not about. */
const exceptions: Record<string, { rules: string[]; because: string }> = {
  'ad-hoc.md: what is needed, in any order': handsIn(),
  'ad-hoc.md: a milestone opens what waits for it': handsIn(),
  'ad-hoc.md: what is open is waited for': handsIn(),
  'business-rule-task.md: a table of its own': handsIn(),
  'business-rule-task.md: a table that was published, and one that rests on another': handsIn(),
  'business-rule-task.md: two rows where one may fit are an incident': {
    rules: ['unknown-variable', 'decision-rows'],
    because: 'it shows the incident of which the rule warns; its story hands in the data',
  },
  'call-activity.md: not published': {
    rules: ['start-event', 'dead-end'],
    because: 'the called process is not more than it has to be',
  },
  'end-event.md: a message with its key reaches the one who waits for it': {
    rules: ['unknown-variable', 'wait-without-owner'],
    because: 'the wait is drawn without who minds it; its story hands in the data',
  },
  'exclusive-gateway.md: the first that holds': handsIn(),
  'exclusive-gateway.md: none holds': {
    rules: ['unknown-variable', 'default-flow'],
    because: 'it shows the incident of which the rule warns; its story hands in the data',
  },
  'exclusive-gateway.md: a join lets every token through': {
    rules: ['duplicate-id'],
    because: 'two equal flows, which have no name of their own on that page',
  },
  'inclusive-gateway.md: all that hold, and as many are waited for': handsIn(),
  'inclusive-gateway.md: a way round that may still come is waited for': {
    rules: ['default-flow'],
    because: 'its conditions are such that one always holds',
  },
  'intermediate-catch-event.md: a moment, counted, exact or given': handsIn(),
  'intermediate-catch-event.md: a condition, a signal': withoutOwner(),
  'intermediate-throw-event.md: a signal reaches everybody who listens, and starts what begins with it':
    withoutOwner(),
  'mappings.md: a value that cannot be worked out is an incident, mended and tried again': {
    rules: ['expression'],
    because: 'it shows the incident of an expression beyond the bounds',
  },
  'messages.md: the longest wait, the key, the time to live': withoutOwner(),
  'messages.md: thrown by a process, and kept for who waits later': withoutOwner(),
  'script-task.md: reckons': handsIn(),
  'send-task.md: told at once, in the words of the process': {
    rules: ['text-placeholder'],
    because: 'its story hands in the data, which a form would ask',
  },
  'service-task.md: done, failed and tried again, and an error that is caught': handsIn(),
  'standard-loop.md: until it is good': handsIn(),
  'start-event.md: only when its condition holds': handsIn(),
  'unsupported.md: an incident, not silence': {
    rules: ['not-carried-out'],
    because: 'it shows the incident of which the rule warns',
  },
};

function handsIn() {
  return { rules: ['unknown-variable'], because: 'its story hands in the data, which a form would ask' };
}

function withoutOwner() {
  return { rules: ['wait-without-owner'], because: 'the wait is drawn without who minds it' };
}

const examples = pages.flatMap((page) =>
  examplesIn(page).map(({ title, example }) => ({ name: `${page}: ${title}`, page, example })),
);
const errorsIn = (page: string, example: (typeof examples)[number]['example']) =>
  [...stageOfExample(page, example).definitions.values()]
    .flatMap((definition) => check(definition))
    .filter(({ severity }) => severity === 'error');

describe('an example of an element', () => {
  it.each(examples)('$name: no errors but those with a reason', ({ name, page, example }) => {
    const allowed = exceptions[name]?.rules ?? [];

    expect(errorsIn(page, example).filter(({ rule }) => !allowed.includes(rule))).toEqual([]);
  });

  it('has no exception that it does not need', () => {
    const idle = Object.entries(exceptions).flatMap(([name, { rules }]) => {
      const found = examples.find((one) => one.name === name);
      const broken = found ? errorsIn(found.page, found.example).map(({ rule }) => rule) : [];
      return rules.filter((rule) => !broken.includes(rule)).map((rule) => `${name}: ${rule}`);
    });

    expect(idle).toEqual([]);
  });
});
