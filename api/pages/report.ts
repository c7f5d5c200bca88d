/** The report that a link leads to, once it was sent; and what a report that is being made tells about the reader's initiative. */
import { localDate } from '../../core/calendar/index.ts';
import { aboutInitiative } from '../../core/report/index.ts';
import type { Variables } from '../../core/state.ts';
import { wordsOf, writtenDate } from '../../core/texts/index.ts';
import type { AnswerPage } from '../../pages/answer.ts';
import { reportPage } from '../../pages/report.ts';
import type { Report } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { tellReport } from '../tell-report.ts';
import type { Opened } from './opened.ts';
import { forReader, missing, send } from './reading.ts';

export const showReport = (deps: Deps) =>
  forReader(deps, async (opened, _request, response) => {
    const report = await sentReport(deps, opened);
    if (!report) return missing(response, opened);
    const { language, today, organisation, frame, address, person } = opened;
    const other = language === 'nl' ? 'en' : 'nl';
    const [path = ''] = address('/report').split('?');
    const { text } = await tellReport(deps, report, 'outside');
    const sent = report.sentAt && localDate(organisation.zone, report.sentAt);
    send(
      response,
      reportPage({
        ...frame,
        other: other === person.language ? path : `${path}?lang=${other}`,
        report: text,
        ...(sent ? { sent: writtenDate(language, sent, today) } : {}),
      }),
    );
  });

/** The report a link is about, once it is out. */
export async function sentReport({ store }: Deps, { link }: Opened): Promise<Report | undefined> {
  const report = await store.reports.get(link.instance);
  return report?.org === link.org && report.status === 'sent' ? report : undefined;
}

/** Whoever is asked whether something may be in a report reads what that is. The process calls it `ask`, as it was frozen. */
export async function reported(
  { store }: Deps,
  { language, person }: Opened,
  instance: string,
  variables: Variables,
): Promise<Pick<AnswerPage, 'reported'>> {
  const asked = variables.ask as { initiative?: unknown } | null | undefined;
  const initiative = typeof asked?.initiative === 'string' ? asked.initiative : undefined;
  const report = initiative === undefined ? undefined : await store.reports.get(instance);
  const found = report?.frozen.initiatives.find(
    (one) => one.initiative === initiative && one.person === person.id,
  );
  if (!found) return {};
  const title = (await store.initiatives.get(found.initiative))?.words?.title;
  const lines = aboutInitiative(found.news).map(({ text }) => wordsOf(text, language));
  return { reported: { lines, ...(title === undefined ? {} : { title }) } };
}
