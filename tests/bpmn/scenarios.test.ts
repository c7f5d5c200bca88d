/** Stories on BPMN files, one per construct of BPMN: what must be true is thought through from its specification. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { playInCore } from '../../cli/hosts/core.ts';
import { loadScenario } from '../../cli/scenario-file.ts';

const folder = fileURLToPath(new URL('scenarios/', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.scenario.yaml'));

describe('stories on BPMN files', () => {
  it.each(files)('%s holds', async (file) => {
    const { stage } = await loadScenario(`${folder}${file}`, root);

    expect(playInCore(stage).failures).toEqual([]);
  });
});
