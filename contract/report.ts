// A report of a period: what was counted, frozen; what people added since; and how it reads, section by section.
import { z } from 'zod';
import { Text } from './text.ts';

/** A figure as it stood when the report was made. */
export const FrozenFigure = z.object({
  figure: z.string(),
  name: Text,
  value: z.number().nullable(),
  of: z.number().optional(),
  list: z.array(z.string()),
  rest: z.array(z.string()).optional(),
  more: z.record(z.string(), z.number().nullable()).optional(),
});
export type FrozenFigure = z.infer<typeof FrozenFigure>;

/** Something worth telling about an initiative. */
export const NewsKind = z.enum(['began', 'agreed', 'decided', 'partners', 'learned', 'ended']);
export type NewsKind = z.infer<typeof NewsKind>;
export const News = z.object({ kind: NewsKind, on: z.iso.date(), outcome: z.string().optional() });
export type News = z.infer<typeof News>;

/** What the report tells about one initiative; it is asked before anything goes outside under its name. */
export const Reported = z.object({
  /** Id of the initiative; of the instance where it has none (a rehearsal). */
  initiative: z.string(),
  /** Whom it is asked of. */
  person: z.string(),
  news: z.array(News),
});
export type Reported = z.infer<typeof Reported>;

export const FrozenRoom = z.object({
  name: z.string(),
  used: z.number(),
  total: z.number().optional(),
  waiting: z.number(),
});
export type FrozenRoom = z.infer<typeof FrozenRoom>;

/** A figure of an earlier report that came out otherwise since: both values stay readable. */
export const Correction = z.object({
  period: z.string(),
  figure: z.string(),
  name: Text,
  was: z.object({ value: z.number().nullable(), of: z.number().optional() }),
  is: z.object({ value: z.number().nullable(), of: z.number().optional() }),
});
export type Correction = z.infer<typeof Correction>;

/** Written once and never changed. */
export const Frozen = z.object({
  period: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  figures: z.array(FrozenFigure),
  initiatives: z.array(Reported),
  rooms: z.array(FrozenRoom),
  /** Ids of what was recorded in the period, by kind; the words stay with the initiatives. */
  recorded: z.record(z.string(), z.array(z.string())),
  /** Of them, learnings that name an obstacle. */
  obstacles: z.array(z.string()),
  corrections: z.array(Correction),
});
export type Frozen = z.infer<typeof Frozen>;

export const ReportStatus = z.enum(['draft', 'sent']);
export type ReportStatus = z.infer<typeof ReportStatus>;

export const Consent = z.enum(['withName', 'anonymous', 'no']);
export type Consent = z.infer<typeof Consent>;

/** For whom it is shown: the team itself, or anybody outside it. */
export const Audience = z.enum(['team', 'outside']);
export type Audience = z.infer<typeof Audience>;

export const SectionId = z.enum([
  'promises',
  'firstResponse',
  'pilots',
  'raised',
  'signals',
  'obstacles',
  'learnings',
  'freeRoom',
  'money',
  'notDelivered',
]);
export type SectionId = z.infer<typeof SectionId>;

export const ReportLine = z.object({
  text: Text,
  /** Somebody's own words, as they wrote them. */
  quote: z.string().optional(),
  /** The figure behind it, for who may look further. */
  figure: z.string().optional(),
});
export type ReportLine = z.infer<typeof ReportLine>;

export const ReportSection = z.object({ id: SectionId, title: Text, lines: z.array(ReportLine) });
export type ReportSection = z.infer<typeof ReportSection>;

/** A report as it reads: the same sections, always, in the same order. */
export const ReportText = z.object({
  title: Text,
  comment: z.string().optional(),
  sections: z.array(ReportSection),
  corrections: z.array(ReportLine),
});
export type ReportText = z.infer<typeof ReportText>;
