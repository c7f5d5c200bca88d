/** The calendar entry that goes with an invitation (RFC 5545, RFC 5546): moved by a higher sequence, withdrawn by CANCEL. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Note } from '../../contract/index.ts';
import { addToInstant, type Instant, toLocal } from '../../core/calendar/index.ts';
import { vtimezone } from './vtimezone.ts';

export interface CalendarEntry {
  method: 'REQUEST' | 'CANCEL';
  content: string;
}

export interface EntryWords {
  summary: string;
  description?: string;
  /** Page about it. */
  url?: string;
}

interface Mailbox {
  name: string;
  address: string;
}

/** The entry of a note's invitation for one recipient, in the organisation's zone. `at` is when the message goes. */
export function calendarEntry(
  invite: NonNullable<Note['invite']>,
  words: EntryWords,
  { organiser, attendee, zone, at }: { organiser: Mailbox; attendee: Mailbox; zone: string; at: Instant },
): CalendarEntry {
  const method = invite.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: '//Speelruimte//Speelruimte//NL', method });
  const event = calendar.createEvent({
    id: invite.uid,
    sequence: invite.sequence,
    stamp: new Date(at),
    start: onTheWall(zone, invite.at),
    end: onTheWall(zone, addToInstant(invite.at, invite.minutes * 60_000)),
    timezone: zone,
    summary: words.summary,
    description: words.description,
    location: invite.place,
    url: words.url,
    status: invite.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organiser.name, email: organiser.address },
  });
  event.createAttendee({ name: attendee.name, email: attendee.address, rsvp: !invite.cancelled });
  // The library writes DTSTAMP in local time once the calendar itself has a zone, so the zone is put in here.
  const content = calendar.toString().replace('BEGIN:VEVENT', `${vtimezone(zone, invite.at)}BEGIN:VEVENT`);
  return { method: invite.cancelled ? 'CANCEL' : 'REQUEST', content };
}

/** Local date and time without zone: the library writes it as it stands. */
function onTheWall(zone: string, at: Instant): string {
  const { date, time } = toLocal(zone, at);
  return `${date}T${time}:00`;
}
