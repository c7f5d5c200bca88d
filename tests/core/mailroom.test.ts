// The mailroom of one person: what goes when, together with what (docs/domain.md "Time and chasing", ADR 0004).
import { describe, expect, it } from 'vitest';
import type { Note } from '../../contract/index.ts';
import { dutchCalendar, toInstant, toLocal } from '../../core/calendar/index.ts';
import type { MailroomCommand, MailroomEvent, MailroomState, Reach } from '../../core/index.ts';
import {
  callOf,
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

describe('what is announced', () => {
  const checkIn = note({ kind: 'checkIn', about: ['n12'], at: at('2026-06-11T09:00') });
  const chase = () => note({ kind: 'chase', about: ['c1'], chase: 'c1' });

  it('again under the same key has moved: it is taken in on its new day only', () => {
    const room = new Room()
      .post('2026-05-12T10:00', { announce: [checkIn] })
      .post('2026-05-13T10:00', { announce: [{ ...checkIn, at: at('2026-06-18T09:00') }] })
      .post('2026-06-10T09:00', { notes: [chase()] });

    expect(room.sent.map((m) => m.about)).toEqual([['c1']]);
    expect(room.state.announced.map((n) => n.at)).toEqual([at('2026-06-18T09:00')]);
  });

  it('and comes is announced no more, so that it is not said twice', () => {
    const room = new Room()
      .post('2026-05-12T10:00', { announce: [checkIn] })
      .post('2026-06-09T09:00', { notes: [{ ...checkIn, at: at('2026-06-09T09:00') }] })
      .post('2026-06-10T09:00', { notes: [chase()] });

    expect(room.sent.map((m) => m.about)).toEqual([['n12'], ['c1']]);
  });

  it('under another key stays when one comes, is withdrawn or is taken in', () => {
    const later = note({ kind: 'checkIn', about: ['n13'], at: at('2026-06-30T09:00') });
    const room = new Room()
      .post('2026-05-12T10:00', { announce: [checkIn, later] })
      .post('2026-05-12T11:00', {
        announce: [note({ kind: 'checkIn', about: ['n1'], at: at('2026-07-30T09:00') })],
      })
      .post('2026-05-13T10:00', { withdraw: ['another'] })
      .post('2026-06-10T09:00', { notes: [chase()] });

    expect(room.sent.map((m) => m.about)).toEqual([['c1', 'n12']]);
    expect(room.state.announced.map((n) => n.about[0])).toEqual(['n13', 'n1']);
  });

  it('of the chase itself is not taken in: its next rung goes on its own day', () => {
    const room = new Room()
      .post('2026-05-12T10:00', {
        announce: [note({ kind: 'chase', about: ['c1'], chase: 'c1', at: at('2026-06-12T09:00') })],
      })
      .post('2026-06-10T09:00', { notes: [chase()] });

    expect(room.sent.map((m) => m.about)).toEqual([['c1']]);
    expect(room.state.announced).toHaveLength(1);
  });

  it('for the last minute of the second working day goes along, and no later', () => {
    const until = (time: string) =>
      new Room()
        .post('2026-05-12T10:00', {
          announce: [note({ kind: 'checkIn', about: ['n12'], at: at(`2026-06-12T${time}`) })],
        })
        .post('2026-06-10T09:00', { notes: [chase()] })
        .sent.map((m) => m.about.length);

    expect([until('23:59'), until('23:59:01')]).toEqual([[2], [1]]);
  });

  it('by several instances is told to each of them, with what is theirs', () => {
    const of = (instance: string, about: string) => ({
      ...note({ kind: 'checkIn', about: [about], at: at('2026-06-11T09:00') }),
      instance,
    });
    const [mine, first, second] = [of('i1', 'n12'), of('i2', 'n4'), of('i2', 'n5')];
    const room = new Room()
      .post('2026-05-12T10:00', { announce: [mine, first, second] })
      .post('2026-06-10T09:00', { notes: [chase()] });

    expect(room.told).toEqual([
      { do: 'tell', instance: 'i1', notes: [mine.key], lead: 'i1/c1' },
      { do: 'tell', instance: 'i2', notes: [first.key, second.key], lead: 'i1/c1' },
    ]);
    // Whoever led knows that it has ended.
    room.told.length = 0;
    room.post('2026-06-12T15:00', { ended: ['i1/c1'] }).post('2026-06-12T16:00', { ended: ['i1/c1'] });
    expect(room.told).toEqual([{ do: 'leadEnded', instance: 'i2', lead: 'i1/c1' }]);
  });
});

describe('when something goes', () => {
  it('that is for later waits for its moment, and what is late goes at once', () => {
    const room = new Room()
      .post('2026-06-10T09:00', {
        notes: [note({ kind: 'dated', about: ['n1'], at: at('2026-06-12T09:00') })],
      })
      .post('2026-06-10T10:00', {
        notes: [note({ kind: 'dated', about: ['n2'], at: at('2026-06-08T09:00') })],
      })
      .until('2026-06-30T09:00');

    expect(room.sent.map((m) => `${m.at} ${m.about}`)).toEqual([
      '2026-06-10 10:00 n2',
      '2026-06-12 09:00 n1',
    ]);
  });

  it('the earliest comes first, whatever came first', () => {
    const room = new Room().post('2026-06-10T09:00', {
      notes: [
        note({ kind: 'dated', about: ['n1'], at: at('2026-06-12T09:00') }),
        note({ kind: 'dated', about: ['n2'], at: at('2026-06-11T09:00') }),
        note({ kind: 'dated', about: ['n3'], at: at('2026-06-13T09:00') }),
      ],
    });

    expect(mailroomNextDue(room.state)).toBe(at('2026-06-11T09:00'));
    room.until('2026-06-30T09:00');
    expect(room.sent.map((m) => m.about)).toEqual([['n2'], ['n1'], ['n3']]);
  });

  it('what is withdrawn while it waits is not asked about, and the rest is', () => {
    const [gone, stays] = ['n1', 'n2'].map((about) =>
      note({ kind: 'dated', about: [about], at: at('2026-06-12T09:00') }),
    ) as [Note, Note];
    const room = new Room()
      .post('2026-06-10T09:00', { notes: [gone, stays] })
      .post('2026-06-11T09:00', { withdraw: [gone.key] })
      .until('2026-06-30T09:00');

    expect(room.asked).toEqual([[stays.key]]);
    expect(room.sent.map((m) => m.about)).toEqual([['n2']]);
  });

  it('a chase keeps the days of its own rungs, and what falls on the end of its window stays there', () => {
    const room = new Room()
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] })
      .post('2026-06-12T09:00', {
        notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1', at: at('2026-06-12T09:00') })],
      })
      .until('2026-06-30T09:00');
    expect(room.sent.map((m) => m.at)).toEqual(['2026-06-10 09:00', '2026-06-12 09:00']);

    const later = new Room()
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] })
      .post('2026-06-18T14:00', {
        notes: [note({ kind: 'checkIn', about: ['n12'], at: at('2026-06-18T14:00') })],
      });
    expect(later.sent.map((m) => m.at)).toEqual(['2026-06-10 09:00', '2026-06-18 14:00']);
  });

  it('what waits already for a day within the window moves to its end; what has its own day does not', () => {
    const waits = (kind: Note['kind'], about: string, when: string, chase?: string) =>
      note({ kind, about: [about], at: at(when), ...(chase ? { chase } : {}) });
    const room = new Room()
      .post('2026-06-09T10:00', {
        notes: [
          waits('checkIn', 'n12', '2026-06-11T10:00'),
          waits('dated', 'n13', '2026-06-11T11:00'),
          waits('chase', 'c1', '2026-06-12T09:00', 'c1'),
          waits('checkIn', 'n14', '2026-06-19T10:00'),
        ],
      })
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] });

    expect(room.state.waiting.map((n) => `${n.about} ${n.at}`)).toEqual([
      `n12 ${at('2026-06-17T09:00')}`,
      `n13 ${at('2026-06-11T11:00')}`,
      `c1 ${at('2026-06-12T09:00')}`,
      `n14 ${at('2026-06-19T10:00')}`,
    ]);
  });
});

describe('asking again', () => {
  /** Two that waited, each of another instance, and one that somebody caused at that very moment. */
  function asking() {
    const [one, other] = ['i1', 'i2'].map((instance, i) => ({
      ...note({ kind: 'dated', about: [`n${i}`], at: at('2026-06-12T09:00') }),
      instance,
    })) as [Note, Note];
    const now = note({ kind: 'news', act: true, about: ['now'], at: at('2026-06-12T09:00') });
    const step = (state: MailroomState, event: MailroomEvent) =>
      mailroomStep({ calendar: dutchCalendar, settings: defaultSettings }, state, event);
    const post = (when: string, notes: Note[]): MailroomEvent => ({
      type: 'post',
      at: at(when),
      instance: 'i1',
      notes,
      announce: [],
      withdraw: [],
      ended: [],
      reach: mail,
    });
    const waiting = step(
      openMailroom('ada', mail, at('2026-06-01T10:00')),
      post('2026-06-10T09:00', [one, other]),
    );
    const both = step(waiting.state, post('2026-06-12T09:00', [now]));
    const asked = step(both.state, { type: 'tick', at: at('2026-06-12T09:00') });
    const answer = (state: MailroomState, instance: string, holds: string[]) =>
      step(state, { type: 'answered', at: at('2026-06-12T09:00'), instance, holds });
    return { one, other, now, asked, answer, step };
  }

  it('each instance is asked for what is theirs, and until they answer nothing else happens', () => {
    const { one, other, asked, step } = asking();

    expect(asked.commands).toEqual([
      { do: 'ask', instance: 'i1', keys: [one.key] },
      { do: 'ask', instance: 'i2', keys: [other.key] },
    ]);
    expect(mailroomNextDue(asked.state)).toBeUndefined();
    expect(mailroomEmpty(asked.state)).toBe(false);
    const again = step(asked.state, { type: 'tick', at: at('2026-06-13T09:00') });
    expect(again.commands).toEqual([]);
    expect(again.state.asking).toEqual(asked.state.asking);
  });

  it.each([
    [
      ['i1', 'i2'],
      [true, true],
      ['n0', 'n1', 'now'],
    ],
    [
      ['i2', 'i1'],
      [false, true],
      ['n1', 'now'],
    ],
    [
      ['i1', 'i2'],
      [true, false],
      ['n0', 'now'],
    ],
    [['i1', 'i2'], [false, false], ['now']],
  ] as const)('answered by %j, of which hold %j: %j goes, once all have answered', (order, holds, left) => {
    const { one, other, asked, answer } = asking();
    const held: Record<string, string[]> = {
      i1: holds[0] ? [one.key] : [],
      i2: holds[1] ? [other.key] : [],
    };

    const first = answer(asked.state, order[0], held[order[0]] as string[]);
    expect(first.commands).toEqual([]);
    const second = answer(first.state, order[1], held[order[1]] as string[]);

    expect(second.commands).toMatchObject([{ do: 'send' }]);
    const [sent] = second.commands;
    const notes = sent?.do === 'send' ? sent.message.notes : [];
    expect(notes.map((n) => n.about[0]).sort()).toEqual([...left].sort());
    expect(second.state.asking).toBeUndefined();
    expect(answer(second.state, 'i1', [one.key]).commands).toEqual([]);
  });

  it('where nothing holds any more nothing is sent', () => {
    const late = note({ kind: 'dated', about: ['n1'], at: at('2026-06-12T09:00') });
    const room = new Room().post('2026-06-10T09:00', { notes: [late] });
    room.gone.add(late.key);

    expect(room.until('2026-06-30T09:00').sent).toEqual([]);
    expect(room.state.sent).toBe(0);
  });
});

describe('by which channel', () => {
  const goesBy = (channels: Reach['channels'], preferred?: Reach['preferred'], otherChannel?: true) => {
    const room = new Room({ side: 'initiator', channels, ...(preferred ? { preferred } : {}) }).post(
      '2026-06-10T09:00',
      {
        notes: [
          note({
            kind: 'request',
            act: true,
            at: at('2026-06-10T09:00'),
            ...(otherChannel ? { otherChannel } : {}),
          }),
        ],
      },
    );
    return room.sent[0]?.channel ?? room.told[0]?.do;
  };

  it.each([
    ['the first that there is', goesBy(['sms', 'mail']), 'sms'],
    ['what somebody prefers', goesBy(['mail', 'sms'], 'sms'), 'sms'],
    ['the first where the preferred is not there', goesBy(['sms'], 'mail'), 'sms'],
    ['a person, where somebody wants to be called', goesBy(['mail', 'sms'], 'phone'), 'callNeeded'],
    ['a person, where only a letter arrives', goesBy(['post']), 'callNeeded'],
    ['a person, where somebody prefers letters', goesBy(['mail', 'post'], 'post'), 'callNeeded'],
    ['another than the first', goesBy(['mail', 'sms'], 'sms', true), 'mail'],
    ['the first again, where the only other is a letter', goesBy(['mail', 'post'], undefined, true), 'mail'],
    ['a person, where there is no first to be other than', goesBy(['mail'], 'phone', true), 'callNeeded'],
  ])('%s', (_, channel, expected) => {
    expect(channel).toBe(expected);
  });

  it('the first and another of one moment are two messages, each under the key of its first note', () => {
    const notes = [undefined, true, undefined].map((other, i) =>
      note({
        kind: 'request',
        act: true,
        about: [`n${i}`],
        at: at('2026-06-10T09:00'),
        ...(other ? { otherChannel: true } : {}),
      }),
    );
    let state = openMailroom('ada', mail, at('2026-06-01T10:00'));
    const ctx = { calendar: dutchCalendar, settings: defaultSettings };
    const when = at('2026-06-10T09:00');
    const post = { instance: 'i1', notes, announce: [], withdraw: [], ended: [], reach: mail };
    state = mailroomStep(ctx, state, { type: 'post', at: when, ...post }).state;
    const { state: after, commands } = mailroomStep(ctx, state, { type: 'tick', at: when });

    const messages = commands.flatMap((c) => (c.do === 'send' ? [c.message] : []));
    expect(messages.map(({ key, channel, to }) => [key, channel, to])).toEqual([
      [`${notes[0]?.key}@${when}`, 'mail', 'ada'],
      [`${notes[1]?.key}@${when}`, 'sms', 'ada'],
    ]);
    expect(after.sent).toBe(2);
  });
});

describe('a mailroom', () => {
  it('belongs to the world it was opened in', () => {
    expect(openMailroom('ada', mail, at('2026-06-01T10:00'))).not.toHaveProperty('world');
    expect(openMailroom('ada', mail, at('2026-06-01T10:00'), 'w1').world).toBe('w1');
  });

  it('stays open while something waits, while somebody rests under a lead, and until the window of a lead is over', () => {
    const other = { ...note({ kind: 'checkIn', about: ['n4'], at: at('2026-06-11T09:00') }), instance: 'i2' };
    const room = new Room()
      .post('2026-05-12T10:00', { announce: [other] })
      .post('2026-06-10T09:00', { notes: [note({ kind: 'chase', about: ['c1'], chase: 'c1' })] });
    const isEmpty = (when: string) => {
      room.post(when, {});
      return mailroomEmpty(room.state);
    };

    expect(isEmpty('2026-06-18T10:00')).toBe(false);
    room.post('2026-06-16T10:00', { ended: ['i1/c1'] });
    expect([isEmpty('2026-06-16T10:00'), isEmpty('2026-06-17T08:59'), isEmpty('2026-06-17T09:00')]).toEqual([
      false,
      false,
      true,
    ]);
    room.post('2026-06-18T09:00', { notes: [note({ kind: 'dated', at: at('2026-06-20T09:00') })] });
    expect(mailroomEmpty(room.state)).toBe(false);
  });

  it('tells an instance whom to call, and why', () => {
    const call = { do: 'callNeeded' as const, instance: 'i1', about: ['n8'], person: 'ada', note: 'k' };

    expect(callOf(call)).toEqual({ type: 'callNeeded', about: ['n8'], person: 'ada', note: 'k' });
    expect(callOf({ ...call, wrongAddress: true })).toMatchObject({ wrongAddress: true });
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

  it('makes a chase of a colleague no lead: nothing is taken in, nothing is kept from following', () => {
    const us = { side: 'us', act: true } as const;
    const room = new Room(staff)
      .post('2026-06-01T10:00', {
        announce: [note({ kind: 'checkIn', ...us, about: ['n12'], at: at('2026-06-11T09:00') })],
      })
      .post('2026-06-10T08:00', { notes: [note({ kind: 'chase', ...us, about: ['c1'], chase: 'c1' })] })
      .until('2026-06-10T09:00')
      .post('2026-06-11T08:00', { notes: [note({ kind: 'checkIn', ...us, about: ['n13'] })] })
      .until('2026-06-30T09:00');

    expect(room.sent.map((m) => `${m.at} ${m.about}`)).toEqual([
      '2026-06-10 09:00 c1',
      '2026-06-11 09:00 n13',
    ]);
    expect(room.told).toEqual([]);
  });
});
