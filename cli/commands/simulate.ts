/** `speelruimte simulate`: plays a scenario file on the engine in memory, or on a real Temporal server. */
import { InvalidScenario, type Played, type Stage } from '../../core/scenario/index.ts';
import { exit, type Io } from '../command.ts';
import { commands } from '../commands.ts';
import { findingLine } from '../finding-line.ts';
import { InvalidFile } from '../invalid-file.ts';
import { jobFindings } from '../job-findings.ts';
import { optionsOf } from '../options.ts';
import { invalidReport, linesOf, reportOf } from '../report.ts';
import { loadScenario } from '../scenario-file.ts';
import { UsageProblem } from '../usage-problem.ts';

/** How a story is carried out by each host. */
const hosts: Record<string, (stage: Stage) => Promise<Played>> = {
  async core(stage) {
    const { playInCore } = await import('../hosts/core.ts');
    return playInCore(stage);
  },
  async temporal(stage) {
    const { playOnTemporal } = await import('../hosts/temporal.ts');
    return playOnTemporal(stage);
  },
};

export async function run(args: string[], io: Io): Promise<number> {
  const usage = commands.simulate?.usage ?? 'simulate FILE';
  const { file: given, values } = optionsOf(usage, args, {
    host: { type: 'string', default: 'core' },
    json: { type: 'boolean', default: false },
  });
  const host = Object.hasOwn(hosts, values.host) ? hosts[values.host] : undefined;
  if (!host)
    throw new UsageProblem(
      `Expected --host to be ${Object.keys(hosts).join(' or ')}, but got '${values.host}'.`,
    );
  try {
    const { file, stage } = await loadScenario(given, io.cwd);
    const played = await playing(file, host, stage);
    const findings = jobFindings(stage);
    if (values.json) io.out(JSON.stringify(reportOf(played, stage.cast, findings), null, 2));
    else {
      for (const line of linesOf(file, stage.scenario, played)) io.out(line);
      for (const one of findings) io.out(findingLine(one.process, { ...one, line: 0 }));
    }
    return played.ok ? exit.ok : exit.notOk;
  } catch (error) {
    if (!(error instanceof InvalidFile)) throw error;
    if (values.json) io.out(JSON.stringify(invalidReport(error.file, error.problems), null, 2));
    else io.err(error.message);
    return exit.invalid;
  }
}

/** Servers that cannot be had, or do not answer: nothing was decided about the story. */
const OUT_OF_REACH = ['SetupProblem', 'EngineUnavailable'];

async function playing(file: string, host: (stage: Stage) => Promise<Played>, stage: Stage): Promise<Played> {
  try {
    return await host(stage);
  } catch (error) {
    // What shows only while playing, such as an expectation about the future, has its line in the scenario too.
    if (error instanceof InvalidScenario) throw new InvalidFile(file, error.problems);
    const { name, message } = error as Error;
    if (OUT_OF_REACH.includes(name)) throw new InvalidFile(file, [{ line: 0, message }]);
    throw error;
  }
}
