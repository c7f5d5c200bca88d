// Who holds a role: the nearest place with somebody who is here; a rehearsal reaches only its own people.
import { describe, expect, it } from 'vitest';
import { holdersOf, namedFor, placesOfRoles } from '../../core/role-holders.ts';

const organisation = {
  roles: { manager: ['max'], director: ['dirk'] },
  teams: [{ id: 'west', roles: { coordinator: ['cor'], manager: ['mia'] } }],
};
const initiative = { roles: { initiator: ['ada'], supporter: ['bo', 'bea'] }, team: 'west' };
const people = (...gone: string[]) =>
  new Map(
    ['max', 'dirk', 'cor', 'mia', 'ada', 'bo', 'bea', 'dee', 'act', 'ann']
      .filter((id) => !gone.includes(id))
      .map((id) => [id, id === 'bo' ? { away: { until: '2026-09-07', deputy: 'dee' } } : {}]),
  );
const at = (today: string, ...gone: string[]) => ({ people: people(...gone), today });

describe('who holds a role', () => {
  const near = placesOfRoles({ initiative, organisation });

  it.each<[string, string[], string[]]>([
    ['initiator', ['ada'], ['initiative']],
    ['manager', ['mia'], ['team']],
    ['director', ['dirk'], ['organisation']],
    ['nobody', [], []],
  ])('%s is looked for from the initiative outward', (role, held, reasons) => {
    expect(holdersOf(role, near, at('2026-10-01'))).toEqual({ people: held, reasons });
  });

  it('is the deputy of who is away, up to and including their last day', () => {
    expect(holdersOf('supporter', near, at('2026-09-07'))).toEqual({
      people: ['dee', 'bea'],
      reasons: ['initiative', 'deputyOf:bo'],
    });
    expect(holdersOf('supporter', near, at('2026-09-08')).people).toEqual(['bo', 'bea']);
  });

  it('is somebody further off where the nearest are erased', () => {
    expect(holdersOf('manager', near, at('2026-10-01', 'mia'))).toEqual({
      people: ['max'],
      reasons: ['organisation'],
    });
    expect(holdersOf('manager', near, at('2026-10-01', 'mia', 'max'))).toEqual({
      people: [],
      reasons: ['erased:mia', 'erased:max'],
    });
  });

  it('is as the nearest place names them, also who is away', () => {
    expect(namedFor(near, 'supporter')).toEqual(['bo', 'bea']);
    expect(namedFor(near, 'nobody')).toEqual([]);
  });
});

describe('who holds a role in a rehearsal', () => {
  const world = { id: 'w', roles: { initiator: ['act'], supporter: ['act'] } };

  it('is somebody of an initiative that was registered in it, then one of its own people', () => {
    const inside = { roles: { initiator: ['ann'] }, world: 'w' };
    const near = placesOfRoles({ initiative: inside, organisation, world });

    expect(holdersOf('initiator', near, at('2026-10-01')).people).toEqual(['ann']);
    expect(holdersOf('supporter', near, at('2026-10-01')).people).toEqual(['act']);
  });

  it('is never somebody from outside', () => {
    const near = placesOfRoles({ initiative, organisation, world });

    expect(holdersOf('initiator', near, at('2026-10-01')).people).toEqual(['act']);
    expect(holdersOf('manager', near, at('2026-10-01')).people).toEqual([]);
  });
});
