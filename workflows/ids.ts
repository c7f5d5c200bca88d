/** Workflow ids: how instances, mailrooms and schedules are named in Temporal. None of them holds personal data. */

/** The mailroom of one recipient; a rehearsal world has mailrooms of its own. */
export function mailroomId({ org, person, world }: { org: string; person: string; world?: string }): string {
  return world ? `${world}-mailroom-${person}` : `mailroom-${org}-${person}`;
}

/** The Temporal Schedule of an organisation, which starts the daily workflow. */
export function dailyScheduleId(org: string): string {
  return `daily-${org}`;
}

/** The instance that starts itself on an occasion (a date, or a moment): the same occasion never starts it twice. */
export function scheduledInstanceId(start: {
  org: string;
  process: string;
  element: string;
  occasion: string;
}): string {
  return `pi-${start.org}-${start.process}-${start.element}-${start.occasion}`;
}
