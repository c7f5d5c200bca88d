/** A report as it reads now: what was frozen, with the words that may still be told. */
import { type Audience, Consent, type ReportText } from '../contract/index.ts';
import { type Learning, readReport } from '../core/report/index.ts';
import type { Report, Result } from '../store/index.ts';
import type { Deps } from './deps.ts';

/** Under which answers of initiatives are kept (activities/jobs/report.ts). */
const CONSENTS_KIND = 'report-consent';

export interface Answer {
  initiative: string;
  title?: string;
  consent?: Consent;
  wish?: string;
}

export interface Told {
  text: ReportText;
  answers: Answer[];
}

export async function tellReport({ store }: Deps, report: Report, audience: Audience): Promise<Told> {
  const { org, id, frozen, comment } = report;
  const ids = new Set(frozen.initiatives.map(({ initiative }) => initiative));
  const kept = await store.results.byIds(org, frozen.recorded.learning ?? []);
  for (const { initiative } of kept) if (initiative !== undefined) ids.add(initiative);

  const names = new Map<string, string>();
  for (const initiative of ids) {
    const title = (await store.initiatives.get(initiative))?.words?.title;
    if (title !== undefined) names.set(initiative, title);
  }
  const said = new Map<string, { consent: Consent; wish?: string }>();
  for (const { initiative, data } of await store.results.list({ org, instance: id, kind: CONSENTS_KIND })) {
    const consent = Consent.safeParse(data.consent);
    if (initiative === undefined || !consent.success) continue;
    said.set(initiative, { consent: consent.data, ...withText('wish', data.wish) });
  }
  return {
    text: readReport(
      {
        frozen,
        comment,
        names,
        consents: new Map([...said].map(([initiative, { consent }]) => [initiative, consent])),
        learnings: new Map(kept.map((one) => [one.id, learningOf(one)])),
      },
      audience,
    ),
    answers: frozen.initiatives.map(({ initiative }) => ({
      initiative,
      ...withText('title', names.get(initiative)),
      ...said.get(initiative),
    })),
  };
}

function learningOf({ initiative, data }: Result): Learning {
  const consent = Consent.safeParse(data.consent);
  return {
    initiative,
    consent: consent.success ? consent.data : undefined,
    ...withText('obstacle', data.obstacle),
    ...withText('learned', data.learned ?? data.note ?? data.happened),
  };
}

/** Several answers are one text. */
function withText<K extends string>(key: K, value: unknown): { [key in K]?: string } {
  const text = [value].flat().filter((one) => typeof one === 'string' && one.trim() !== '');
  return text.length > 0 ? ({ [key]: text.join('; ') } as { [key in K]?: string }) : {};
}
