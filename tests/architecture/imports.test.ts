/** Holds which folder may import which, with the reason in each name; docs/architecture.md shows the same as a picture. */
import { describe, expect, test } from 'vitest';
import { codeOf, filesOf, type Import, importsOf, loadedBy, readImports } from './source-imports.ts';

/** Names of messages, ids and search attributes: what others must know to speak to a workflow. */
const WORKFLOW_NAMES = /^workflows\/(messages|ids|visible|search-attributes)\.ts$/;
/** Where the parts are put together may know the parts. */
const COMPOSITION = new Set(['servers/main.ts', 'servers/for-tests.ts']);

interface Rule {
  why: string;
  /** Folders it may import; in brackets those of which it may import types only. */
  may: string[];
  /** Packages it may import; without a list, all but those `never` names. */
  packages?: RegExp;
  never?: RegExp;
}

const NODE = 'node:.*';
const only = (...packages: string[]) => new RegExp(`^(${packages.join('|')})$`);
const SERVER_SIDE = new RegExp(`^(${NODE}|mongoose|mongodb|express|nodemailer|pino|@temporalio/.*)$`);

const rules: Record<string, Rule> = {
  contract: {
    why: 'because every folder shares it, the browser too',
    may: [],
    packages: only('zod'),
  },
  core: {
    why: 'because the same bytes run in the workflow sandbox, the browser and tests',
    may: ['(contract)'],
    packages: only('feelin'),
  },
  bpmn: {
    why: 'because it only translates, on the server as in the browser, and reads files of strangers itself',
    may: ['contract'],
    packages: only(),
  },
  workflows: {
    why: 'because the sandbox has no world, and zod would double its bundle',
    may: ['core', '(contract)', '(activities)'],
    packages: only('@temporalio/workflow', '@temporalio/common'),
  },
  activities: {
    why: 'because they touch the world for workflows and decide nothing about it themselves',
    may: ['contract', 'core', 'store'],
    never: only('express', 'mongoose', '@temporalio/workflow', '@temporalio/worker'),
  },
  store: {
    why: 'because queries know neither Temporal nor the web',
    may: ['contract', 'core'],
    packages: only('mongoose', 'ulid', NODE),
  },
  worker: {
    why: 'because it puts the parts together on the server; the browser is not a part of it',
    may: ['contract', 'core', '(workflows)', 'activities', 'store', 'api', 'templates', '(servers)'],
    never: only('@temporalio/workflow', 'react', 'react-dom'),
  },
  api: {
    why: 'because it parses, permits, calls and maps, and the worker is another process',
    may: ['contract', 'core', 'bpmn', 'pages', 'store', 'templates'],
    never: only('mongoose', '@temporalio/worker', '@temporalio/activity', '@temporalio/workflow'),
  },
  designer: {
    why: 'because it runs in the browser, reaches the server by HTTP alone, and shows residents’ pages with the very code that makes them',
    may: ['contract', 'core', 'bpmn', 'pages'],
    never: new RegExp(`${SERVER_SIDE.source}|^(bpmn-js|diagram-js|@bpmn-io)`),
  },
  pages: {
    why: 'because residents’ pages are made from views alone',
    may: ['contract', 'core'],
    never: only('mongoose', 'express', '@temporalio/.*'),
  },
  templates: {
    why: 'because ready-made processes are data',
    may: [],
    packages: only(NODE),
  },
  servers: {
    why: 'because a server is found and started without knowing what it is for',
    may: [],
    never: only('express', 'react', '@temporalio/(worker|workflow|activity)'),
  },
  cli: {
    why: 'because it is a host like the others, without the web',
    may: ['contract', 'core', 'bpmn', 'store', 'servers', 'worker', 'templates', 'scripts'],
    never: only('express', 'mongoose', 'react', '@temporalio/(worker|workflow|activity)'),
  },
};

const folderOf = (file: string) => file.split('/')[0] ?? '';

function fits({ may, packages, never }: Rule, folder: string, found: Import): boolean {
  if (!found.ours) return packages ? packages.test(found.to) : !never?.test(found.to);
  const target = folderOf(found.to);
  if (target === folder || may.includes(target) || COMPOSITION.has(found.from)) return true;
  return (found.typeOnly && may.includes(`(${target})`)) || WORKFLOW_NAMES.test(found.to);
}

const show = ({ from, to, typeOnly }: Import) => `${from} imports ${typeOnly ? 'types of ' : ''}${to}`;

describe('imports', () => {
  for (const [folder, rule] of Object.entries(rules)) {
    const what = [...rule.may, rule.packages?.source ?? `no ${rule.never?.source}`].join(', ');
    test(`${folder} imports itself and ${what}: ${rule.why}`, () => {
      // How a folder is built runs in Node, whatever the folder itself runs in.
      const found = filesOf(folder)
        .filter((file) => !/^designer\/(vite\.config\.ts$|building\/)/.test(file))
        .flatMap(importsOf);

      expect(found.filter((each) => !fits(rule, folder, each)).map(show)).toEqual([]);
    });
  }

  test('bpmn runs wherever JavaScript does: no machine, no page, no clock, no chance', () => {
    const machine =
      /\bDate\b|\bMath\.random\b|\bglobalThis\b|\bwindow\b|\bsetTimeout\b|\bBuffer\b|\bprocess\.(env|argv|cwd|nextTick)\b/;

    expect(filesOf('bpmn').filter((file) => machine.test(withoutTexts(codeOf(file))))).toEqual([]);
  });

  test.each(['workflows', 'core'])(
    '%s never loads zod, mongoose or Node itself, however far the way, because the sandbox has neither room nor world',
    (folder) => {
      const loaded = loadedBy(filesOf(folder));
      const forbidden = [...loaded].filter(([name]) => name === 'zod' || SERVER_SIDE.test(name));
      const inSandbox = forbidden.filter(([name]) => !/^@temporalio\/(workflow|common)$/.test(name));

      expect(inSandbox.map(([, way]) => way)).toEqual([]);
    },
  );
});

describe('core', () => {
  test.each([
    [
      'the clock',
      'time comes in with events',
      /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(|\bperformance\b/,
    ],
    ['chance', 'the same story must give the same names', /\bMath\.random\b|\bcrypto\b/],
    [
      'waiting',
      'one step is one function call',
      /\basync\b|\bawait\b|\bsetTimeout\b|\bsetInterval\b|\bnew Promise\b/,
    ],
    [
      'the machine',
      'there is none',
      /\bprocess\.(env|argv|pid|cwd|exit|nextTick|hrtime)\b|\bglobalThis\b|\bconsole\./,
    ],
    ['local time', 'zones are inputs', /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(/],
    ['code made at run time', 'definitions hold no scripts', /\beval\(|\bnew Function\(|\bimport\s*\(/],
  ])('never uses %s, because %s', (_, _because, forbidden) => {
    const found = filesOf('core').filter((file) => forbidden.test(withoutTexts(codeOf(file))));

    expect(found).toEqual([]);
  });
});

/** Texts may speak of waiting; only code may not. */
const withoutTexts = (code: string) => code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

describe('the reader of imports', () => {
  test('tells what is loaded at run time from what is only a type', () => {
    const code = `
      import type { A } from '../contract/a.ts';
      import { type B, b } from './b.ts';
      import { type C } from 'zod';
      export type { D } from '@scope/name/deep';
      export * from './e.ts';
      import 'side-effect';
      const f = await import('./f.ts');
      let g: typeof import('./g.ts');
      import {
        h,
      } from 'node:fs';
    `;

    const found = readImports('core/x.ts', code).map(({ to, typeOnly }) => `${typeOnly ? 'type ' : ''}${to}`);

    expect(found).toEqual([
      'type contract/a.ts',
      'core/b.ts',
      'zod',
      'type @scope/name',
      'core/e.ts',
      'side-effect',
      'node:fs',
      'core/f.ts',
      'type core/g.ts',
    ]);
  });
});
