/** Every workflow pattern has a story that holds, and docs/patterns.md says of each how it is supported. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBpmn, writeBpmn } from '../../bpmn/index.ts';
import { playInCore } from '../../cli/hosts/core.ts';
import { loadProcess } from '../../cli/process-file.ts';
import { loadScenario } from '../../cli/scenario-file.ts';
import { check } from '../../core/check/index.ts';
import { folder, page, root, rows, stories } from './support.ts';

const all = Array.from({ length: 43 }, (_, i) => i + 1);
const numberOf = (story: string) => Number(/^wcp-(\d\d)-/.exec(story)?.[1]);

describe('the 43 workflow patterns', () => {
  it.each(stories)('%s holds', async (story) => {
    const { stage } = await loadScenario(`${folder}${story}.scenario.yaml`, root);

    const { failures, facts } = playInCore(stage);

    expect(failures).toEqual([]);
    expect(facts.some(({ type }) => type === 'instance.ended')).toBe(true);
  });

  it('have one story each, with the process beside it', () => {
    expect(stories.map(numberOf)).toEqual(all);
    for (const story of stories) {
      expect(readFileSync(`${folder}${story}.scenario.yaml`, 'utf8')).toContain(`\nprocess: ${story}\n`);
      expect(existsSync(`${folder}${story}.json`), story).toBe(true);
    }
    expect(readdirSync(folder).filter((file) => file.endsWith('.json'))).toHaveLength(43);
  });

  describe.each(stories)('the process of %s', (story) => {
    const load = async () => {
      const { definition, others } = await loadProcess(`${folder}${story}.json`, root);
      return [definition, ...others];
    };

    it('could be published', async () => {
      const errors = (await load())
        .flatMap((definition) => check(definition).map((finding) => ({ ...finding, in: definition.id })))
        .filter(({ severity }) => severity === 'error')
        // The check refuses a circle of two inclusive joins; the story shows what the engine makes of one.
        .filter(({ rule, in: id }) => !(rule === 'join-never-completes' && id === 'wcp-38-circle'))
        .map(({ rule, element }) => `${rule} ${element}`);

      expect(errors).toEqual([]);
    });

    it('goes out as BPMN, and comes back as it was', async () => {
      const definitions = await load();

      const back = readBpmn(new TextEncoder().encode(writeBpmn(definitions)));

      expect(back.ok && back.definitions).toEqual(definitions);
    });
  });
});

describe('docs/patterns.md', () => {
  it('has a row for each pattern, under the name of its story', () => {
    expect(rows.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(all);
    for (const { number, name } of rows) {
      const story = stories.find((one) => numberOf(one) === number);
      const text = readFileSync(`${folder}${story}.scenario.yaml`, 'utf8');
      expect(text).toMatch(new RegExp(`^scenario: WCP-${number} ${name}$`, 'm'));
    }
  });

  it.each(rows)('says of $number $name whether it is supported, how or why not, and shows it', (row) => {
    expect(['directly', 'idiom', 'not']).toContain(row.support);
    expect(row.how).toMatch(/\w{3}/);
    if (row.support === 'not' && row.story === undefined) return;
    const story = stories.find((one) => numberOf(one) === row.number);
    expect(resolve(root, 'docs', row.story ?? '')).toBe(`${folder}${story}.scenario.yaml`);
  });

  it('counts them', () => {
    const count = (support: string) => rows.filter((row) => row.support === support).length;

    expect(page).toContain(
      `**${count('directly')} directly, ${count('idiom')} by an idiom, ${count('not')} not.**`,
    );
  });

  it('leads only to pages that exist', () => {
    const links = [...page.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, link = '']) => link);

    expect(links.filter((link) => !existsSync(resolve(root, 'docs', link)))).toEqual([]);
  });
});
