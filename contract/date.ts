/** Dates and moments that something can be planned on: nothing that starts in them is counted out of the calendar. */
import { z } from 'zod';

const YEARS = /^(19|20|21)\d\d-/;
const error = 'Expected a date in the years 1900 to 2199';

export const LocalDate = z.iso.date().regex(YEARS, error);
/** In UTC. */
export const Instant = z.iso.datetime().regex(YEARS, error);
/** On the clock of the organisation, or in UTC: `2026-04-01T20:15`. */
export const LocalTime = z.iso.datetime({ local: true }).regex(YEARS, error);
