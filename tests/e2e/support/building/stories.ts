/** The stories of a template, told with another definition in its place. */
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadScenario } from '../../../../cli/scenario-file.ts';
import type { Definition } from '../../../../contract/index.ts';
import { coreHost } from '../../../../core/scenario/core-host.ts';
import { carryOut, play, setupOf } from '../../../../core/scenario/index.ts';
import { temporaryFolder } from '../../../../servers/index.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

export interface Told {
  /** Files of the stories that were played. */
  stories: string[];
  /** What did not hold, per file. */
  failed: Record<string, unknown>;
}

/** Stories of which `template` is the main process, played with `made` instead. */
export async function toldWith(made: Definition, template: string): Promise<Told> {
  const folder = await temporaryFolder();
  try {
    cpSync(join(root, 'templates'), join(folder, 'templates'), { recursive: true });
    writeFileSync(join(folder, `templates/${template}.json`), JSON.stringify({ ...made, id: template }));
    const from = join(root, 'tests/scenarios');
    const told: Told = { stories: [], failed: {} };
    for (const file of readdirSync(from).filter((name) => name.endsWith('.scenario.yaml'))) {
      cpSync(join(from, file), join(folder, file));
      const { stage } = await loadScenario(join(folder, file), folder);
      if (stage.main.id !== template) continue;
      told.stories.push(file);
      const { failures } = carryOut(play(stage), coreHost(setupOf(stage)));
      if (failures.length > 0) told.failed[file] = failures;
    }
    return told;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
