// Texts that go with a calendar entry: a meeting planned, moved or cancelled.
import type { StandardText } from './standard-text.ts';

export const meetings: Record<string, StandardText> = {
  'meeting.planned': {
    subject: { nl: 'Uitnodiging: {meeting}', en: 'Invitation: {meeting}' },
    body: {
      nl: 'Kom je op {meeting}? We hebben dan een gesprek: {name}. [De plek: {place}.]\n\n[Het gaat om {initiative}.] Kun je niet, of wil je liever een andere plek? Bel {contact}.',
      en: 'Will you come on {meeting}? We have a conversation then: {name}. [The place: {place}.]\n\n[It is about {initiative}.] Can you not come, or would you rather meet elsewhere? Call {contact}.',
    },
    sms: {
      nl: 'Gesprek op {meeting}[, {place}]. Kun je niet? Bel {contact}[, {contactPhone}].',
      en: 'Conversation on {meeting}[, {place}]. Can you not come? Call {contact}[, {contactPhone}].',
    },
  },
  'meeting.moved': {
    subject: { nl: 'Verplaatst naar {meeting}', en: 'Moved to {meeting}' },
    body: {
      nl: 'Het gesprek is verplaatst naar {meeting}: {name}. [De plek: {place}.]\n\n[Het gaat om {initiative}.] In je agenda verandert het vanzelf mee. Kun je dan niet? Bel {contact}.',
      en: 'The conversation is moved to {meeting}: {name}. [The place: {place}.]\n\n[It is about {initiative}.] Your calendar changes with it. Can you not come then? Call {contact}.',
    },
    sms: {
      nl: 'Het gesprek is verplaatst naar {meeting}[, {place}]. Kun je niet? Bel {contact}[, {contactPhone}].',
      en: 'The conversation is moved to {meeting}[, {place}]. Can you not come? Call {contact}[, {contactPhone}].',
    },
  },
  'meeting.cancelled': {
    subject: { nl: 'Gaat niet door: {meeting}', en: 'Cancelled: {meeting}' },
    body: {
      nl: 'Het gesprek op {meeting} gaat niet door: {name}. [De reden: {why}.]\n\n[Het gaat om {initiative}.] Wil je een ander moment? Bel {contact}.',
      en: 'The conversation on {meeting} is cancelled: {name}. [The reason: {why}.]\n\n[It is about {initiative}.] Would you like another time? Call {contact}.',
    },
    sms: {
      nl: 'Het gesprek op {meeting} gaat niet door. Een ander moment? Bel {contact}[, {contactPhone}].',
      en: 'The conversation on {meeting} is cancelled. Another time? Call {contact}[, {contactPhone}].',
    },
  },
};
