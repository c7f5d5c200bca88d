/** Every command of the program. Adding one is one entry here and one file in `commands/`. */
import type { Command } from './command.ts';

export const commands: Record<string, Command> = {
  check: {
    usage: 'check FILE [--json]',
    summary: 'Look for mistakes in a process or a scenario file',
    load: () => import('./commands/check.ts'),
  },
  convert: {
    usage: 'convert IN OUT [--json]',
    summary: 'Turn a process file into BPMN, DMN or JSON, whichever OUT ends with',
    load: () => import('./commands/convert.ts'),
  },
  simulate: {
    usage: 'simulate FILE.scenario.yaml [--host core|temporal] [--json]',
    summary: 'Play a scenario and see whether everything in it holds',
    load: () => import('./commands/simulate.ts'),
  },
  explore: {
    usage: 'explore FILE [--json] [--max-states N] [--write DIR]',
    summary: 'Play every way a process can go, and tell what may go wrong, each time with a story',
    load: () => import('./commands/explore.ts'),
  },
  replay: {
    usage: 'replay HISTORY.json [--json]',
    summary: 'See whether a recorded history goes on with the workflows as they are now',
    load: () => import('./commands/replay.ts'),
  },
  help: {
    usage: 'help [COMMAND]',
    summary: 'Show what can be asked',
    load: () => import('./commands/help.ts'),
  },
};
