/** Requests and answers about reports. */
import { z } from 'zod';
import { Audience, Consent, FrozenFigure, ReportStatus, ReportText } from '../report.ts';
import { Instant, LocalDate, listOf } from './common.ts';

export const ReportList = z
  .object({ status: ReportStatus.optional(), team: z.string().optional(), world: z.string().optional() })
  .strict();
export const ReportParams = z.object({ report: z.string() });

/** Without it the most that one may read. */
export const ReportQuery = z.object({ audience: Audience.optional() }).strict();

export const ReportSummary = z.object({
  /** Id of the instance that made it. */
  id: z.string(),
  instance: z.string(),
  team: z.string().optional(),
  of: z.enum(['month', 'quarter', 'year']),
  period: z.string(),
  frozenAt: Instant,
  status: ReportStatus,
  sentAt: Instant.optional(),
  world: z.string().optional(),
});
export const Reports = listOf(ReportSummary);

/** What an initiative said about being in it; without consent it is silent. */
export const ReportAnswer = z.object({
  initiative: z.string(),
  title: z.string().optional(),
  consent: Consent.optional(),
  wish: z.string().optional(),
});

export const Report = ReportSummary.extend({
  from: LocalDate,
  to: LocalDate,
  /** For whom it is told here. */
  audience: Audience,
  text: ReportText,
  /** Team only: the figures with the ids behind them, as they were frozen. */
  figures: z.array(FrozenFigure).optional(),
  /** Team only. */
  answers: z.array(ReportAnswer).optional(),
});
export type Report = z.infer<typeof Report>;
