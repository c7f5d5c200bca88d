// The mailroom of one person: what goes when, together with what (docs/domain.md "Time and chasing", ADR 0004).
import { describe, expect, it } from 'vitest';
import type { Note } from '../../contract/index.ts';
import { dutchCalendar, toInstant, toLocal } from '../../core/calendar/index.ts';
import type { MailroomCommand, MailroomEvent, MailroomState, Reach } from '../../core/index.ts';
import {
  defaultSettings,
  mailroomEmpty,
  mailroomNextDue,
  mailroomStep,
  openMailroom,
} from '../../core/index.ts';

const zone = 'Europe/Amsterdam';
/** Local date and time. */
const at = (text: string) => toInstant(zone, text.slice(0, 10), text.slice(11));
const mail: Reach = { side: 'initiator', channels: ['mail', 'sms'] };

let made = 0;
function note(more: Partial<Note> & Pick<Note, 'kind'>): Note {
  made += 1;
  const item = more.about?.[0] ?? `c${made}`;
  return {
    key: `i1/${item}/1/${more.kind}.${made}/ada`,
    instance: 'i1',
    to: 'ada',
    role: 'initiator',
    side: 'initiator',
    about: [item],
    text: 'std:task.asked',
    data: {},
    at: at('2026-06-10T09:00'),
    act: false,
    ...more,
  };
}

/** A mailroom driven by hand, answering every question with "all still hold" unless told otherwise. */
class Room {
  state: MailroomState;
  readonly sent: { at: string; about: string[]; channel: string }[] = [];
  readonly told: MailroomCommand[] = [];
  readonly asked: string[][] = [];
  gone = new Set<string>();

  constructor(reach: Reach = mail, start = '2026-06-01T10:00') {
    this.state = openMailroom('ada', reach, at(start));
  }

  take(event: MailroomEvent): this {
    const r = mailroomStep({ calendar: dutchCalendar, settings: defaultSettings }, this.state, event);
    this.state = r.state;
    for (const c of r.commands) {
      if (c.do === 'send') {
        const { date, time } = toLocal(zone, c.message.at);
        this.sent.push({
          at: `${date} ${time}`,
          about: c.message.notes.flatMap((n) => n.about),
          channel: c.message.channel,
        });
      } else if (c.do === 'ask') {
        this.asked.push(c.keys);
        this.take({
          type: 'answered',
          at: event.at,
          instance: c.instance,
          holds: c.keys.filter((k) => !this.gone.has(k)),
        });
      } else this.told.push(c);
    }
    return this;
  }

  post(when: string, p: { notes?: Note[]; announce?: Note[]; withdraw?: string[]; ended?: string[] }): this {
    return this.take({
      type: 'post',
      at: at(when),
      instance: 'i1',
      notes: [],
      announce: [],
      withdraw: [],
      ended: [],
      reach: this.state.reach,
      ...p,
    }).until(when);
  }

  until(when: string): this {
    for (
      let due = mailroomNextDue(this.state);
      due !== undefined && due <= at(when);
      due = mailroomNextDue(this.state)
    ) {
      this.take({ type: 'tick', at: due > this.state.at ? due : this.state.at });
    }
    return this;
  }
}

describe('the mailroom of somebody outside the organisation', () => {
  it('sends what a person caused at once, also at night and on a Sunday', () => {
    const room = new Room().post('2026-06-07T23:10', {
      notes: [note({ kind: 'confirmation', act: true, about: ['n2'], at: at('2026-06-07T23:10') })],
    });

    expect(room.sent).toEqual([{ at: '2026-06-07 23:10', about: ['n2'], channel: 'mail' }]);
  });

  it('makes one message of what goes at the same moment', () => {
    const when = '2026-06-10T14:00';
    const room = new Room();
    const events = [
      note({ kind: 'request', act: true, about: ['n12'], at: at(when) }),
      note({ kind: 'news', act: true, about: ['c1'], at: at(when) }),
    ];
    for (const n of events)
      room.take({
        type: 'post',
        at: at(when),
        instance: 'i1',
        notes: [n],
        announce: [],
        withdraw: [],
        ended: [],
        reach: mail,
      });
    room.until(when);

    expect(room.sent).toEqual([{ at: '2026-06-10 14:00', about: ['n12', 'c1'], channel: 'mail' }]);
  });

  it('lets a chasing mail take in what is announced for the next two working days, and tells its instance', () => {
    const checkIn = note({ kind: 'checkIn', about: ['n12'], at: at('2026-06-11T09:00') });
    const room = new Room()
      .post('2026-05-12T10:00', { announce: [checkIn] })
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] });

    expect(room.sent).toEqual([{ at: '2026-06-10 09:00', about: ['c1', 'n12'], channel: 'mail' }]);
    expect(room.told).toEqual([{ do: 'tell', instance: 'i1', notes: [checkIn.key], lead: 'i1/c1' }]);
  });

  it('leaves alone what is announced for later than that', () => {
    const room = new Room()
      .post('2026-05-12T10:00', {
        announce: [note({ kind: 'checkIn', about: ['n12'], at: at('2026-06-15T09:00') })],
      })
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] });

    expect(room.sent.map((m) => m.about)).toEqual([['c1']]);
  });

  it('does not take in what was withdrawn', () => {
    const checkIn = note({ kind: 'checkIn', about: ['n12'], at: at('2026-06-11T09:00') });
    const room = new Room()
      .post('2026-05-12T10:00', { announce: [checkIn] })
      .post('2026-06-09T10:00', { withdraw: [checkIn.key] })
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] });

    expect(room.sent.map((m) => m.about)).toEqual([['c1']]);
  });

  it('moves what would follow a chasing mail within five working days to the fifth', () => {
    const room = new Room()
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] })
      .post('2026-06-15T09:00', {
        notes: [note({ kind: 'checkIn', about: ['n12'], at: at('2026-06-15T09:00') })],
      })
      .until('2026-06-30T09:00');

    expect(room.sent.map((m) => `${m.at} ${m.about}`)).toEqual([
      '2026-06-10 09:00 c1',
      '2026-06-17 09:00 n12',
    ]);
  });

  it('never moves mails with their own date, honest ones and results', () => {
    const room = new Room().post('2026-06-10T09:00', {
      notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })],
    });
    for (const kind of ['dated', 'honest', 'result'] as const)
      room.post('2026-06-11T09:00', { notes: [note({ kind, about: [kind], at: at('2026-06-11T09:00') })] });

    expect(room.sent.slice(1).map((m) => m.at)).toEqual([
      '2026-06-11 09:00',
      '2026-06-11 09:00',
      '2026-06-11 09:00',
    ]);
  });

  it('asks again before it sends what had to wait, and drops what no longer holds', () => {
    const late = note({ kind: 'checkIn', about: ['n12'], at: at('2026-06-15T09:00') });
    const room = new Room()
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] })
      .post('2026-06-15T09:00', { notes: [late] });
    room.gone.add(late.key);
    room.until('2026-06-30T09:00');

    expect(room.asked).toEqual([[late.key]]);
    expect(room.sent).toHaveLength(1);
  });

  it('tells those who rest under a lead when it has ended', () => {
    const other = { ...note({ kind: 'checkIn', about: ['n4'], at: at('2026-06-11T09:00') }), instance: 'i2' };
    const room = new Room()
      .post('2026-05-12T10:00', { announce: [other] })
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] })
      .post('2026-06-12T15:00', { ended: ['i1/c1'] });

    expect(room.told.at(-1)).toEqual({ do: 'leadEnded', instance: 'i2', lead: 'i1/c1' });
  });

  it('uses another channel when the first was not answered', () => {
    const room = new Room().post('2026-06-19T09:00', {
      notes: [
        note({ kind: 'chase', about: ['c1'], chase: 'c1', otherChannel: true, at: at('2026-06-19T09:00') }),
      ],
    });

    expect(room.sent[0]?.channel).toBe('sms');
  });

  it('asks a person to call or write where no channel works', () => {
    const room = new Room({ side: 'initiator', channels: [] }).post('2026-06-10T09:00', {
      notes: [note({ kind: 'request', act: true, about: ['n8'], at: at('2026-06-10T09:00') })],
    });

    expect(room.sent).toEqual([]);
    expect(room.told).toMatchObject([{ do: 'callNeeded', instance: 'i1', about: ['n8'], person: 'ada' }]);
  });

  it('asks a person to call where a mail never arrived, but not about a colleague', () => {
    const message = (side: Note['side']) => ({
      key: 'k',
      to: 'ada',
      channel: 'mail' as const,
      at: at('2026-06-10T09:00'),
      notes: [note({ kind: 'request', side, about: ['n8'] }), note({ kind: 'request', side, about: ['c3'] })],
    });
    const refused = (side: Note['side']) =>
      new Room().take({ type: 'refused', at: at('2026-06-10T09:01'), message: message(side) }).told;

    expect(refused('initiator')).toMatchObject([
      { do: 'callNeeded', instance: 'i1', about: ['n8'], person: 'ada', wrongAddress: true },
      { do: 'callNeeded', instance: 'i1', about: ['c3'], person: 'ada', wrongAddress: true },
    ]);
    expect(refused('us')).toEqual([]);
  });

  it('may close when nothing waits and nothing is announced', () => {
    const checkIn = note({ kind: 'checkIn', about: ['n12'], at: at('2026-06-11T09:00') });
    const room = new Room().post('2026-06-01T11:00', { announce: [checkIn] });
    expect(mailroomEmpty(room.state)).toBe(false);

    room.post('2026-06-02T11:00', { withdraw: [checkIn.key] });
    expect(mailroomEmpty(room.state)).toBe(true);
  });
});

describe('the mailroom of staff', () => {
  const staff: Reach = { side: 'us', channels: ['mail'] };

  it('gathers everything into one message at 09:00 on the next working day', () => {
    const room = new Room(staff, '2026-06-05T08:00')
      .post('2026-06-05T14:00', {
        notes: [note({ kind: 'inbox', side: 'us', act: true, about: ['n3'], at: at('2026-06-05T14:00') })],
      })
      .post('2026-06-05T16:00', {
        notes: [note({ kind: 'raise', side: 'us', act: true, about: ['n4'], at: at('2026-06-05T16:00') })],
      })
      .until('2026-06-12T09:00');

    expect(room.sent).toEqual([{ at: '2026-06-08 09:00', about: ['n3', 'n4'], channel: 'mail' }]);
  });

  it('sends a calendar entry at once', () => {
    const room = new Room(staff).post('2026-06-05T14:00', {
      notes: [note({ kind: 'invite', side: 'us', act: true, about: ['n4'], at: at('2026-06-05T14:00') })],
    });

    expect(room.sent.map((m) => m.at)).toEqual(['2026-06-05 14:00']);
  });

  it('says nothing about work that was done before 09:00', () => {
    const inbox = note({ kind: 'inbox', side: 'us', act: true, about: ['n3'], at: at('2026-06-05T14:00') });
    const room = new Room(staff).post('2026-06-05T14:00', { notes: [inbox] });
    room.gone.add(inbox.key);

    expect(room.until('2026-06-12T09:00').sent).toEqual([]);
  });
});
