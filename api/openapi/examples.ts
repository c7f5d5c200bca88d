/** An example of every body, and of what stands in addresses; tests hold that each is accepted by its schema. */

const aRegistration = {
  yourName: 'Lotte Bakker',
  contact: 'lotte@example.org',
  title: 'The bench',
  idea: 'A bench where people can meet',
  place: 'Liendert',
};

export const bodyExamples: Record<string, unknown> = {
  'sessions.open': { email: 'noor@delinde.example.org', password: 'a password of at least twelve' },
  'sessions.changePassword': { current: 'the one of now, as given', password: 'a password of my own' },
  'accounts.add': {
    name: 'Joost Hendriks',
    mail: 'joost@delinde.example.org',
    language: 'nl',
    roles: [{ role: 'supporter', team: 'north' }],
  },
  'accounts.roles': { roles: [{ role: 'supporter', team: 'north' }, { role: 'coordinator' }] },
  'absences.reportOwn': { until: '2026-08-14', deputy: 'per_sam' },
  'absences.report': { deputy: 'per_sam' },
  'accounts.erase': { why: 'Left us, and asked for it', confirm: 'erase' },
  'looks.accent': { accent: '#C4470D' },
  'looks.logo': { type: 'image/svg+xml', data: 'PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=' },
  'teams.set': { name: 'North' },
  'definitions.create': { template: 'T2', id: 'ourPilot' },
  'definitions.save': { definition: drawn(), revision: 3 },
  'definitions.beginOwnCopy': { revision: 3 },
  'definitions.saveOwnCopy': { definition: drawn(), revision: 1 },
  'definitions.check': { definition: drawn(), explore: true },
  'definitions.import': drawn(),
  'definitions.chooseFourEyes': { all: false, processes: ['T2'] },
  'definitions.askToPublish': { revision: 4, note: 'We call within two days instead of three' },
  'definitions.approve': {},
  'definitions.reject': { reason: 'Two days is too short in July' },
  'definitions.withdraw': {},
  'definitions.comment': { text: 'Is two days enough?', element: 'call', mentions: ['per_noor'] },
  'definitions.resolveComment': {},
  'definitions.reopenComment': {},
  'definitions.arrive': {},
  'definitions.keepTemplate': {
    name: { nl: 'Straatfeest', en: 'Street party' },
    summary: { nl: 'Van vergunning tot opruimen.', en: 'From permit to tidying up.' },
    version: 2,
  },
  'definitions.changeTemplate': {
    name: { nl: 'Straatfeest', en: 'Street party' },
    summary: { nl: 'Van vergunning tot opruimen.', en: 'From permit to tidying up.' },
    revision: 1,
    from: { process: 'ourPilot' },
  },
  'definitions.share': { forWhom: 'Neighbourhood centre De Roef', version: 2, endsOn: '2026-12-31' },
  'definitions.unshare': {},
  'definitions.publish': { revision: 4, note: 'We call within two days instead of three' },
  'initiatives.register': {
    process: 'T1',
    data: aRegistration,
  },
  'initiatives.act': { type: 'pause', until: '2026-09-01', why: 'Holidays' },
  'initiatives.erase': { why: 'They asked for it', confirm: 'erase' },
  'instances.start': { process: 'T8' },
  'instances.act': { type: 'skip', element: 'n5', why: 'We spoke at the market' },
  'tasks.complete': { outcome: 'reached', data: { note: 'Thursday evening suits them' } },
  'tasks.claim': {},
  'tasks.unclaim': {},
  'tasks.plan': { moment: '2026-04-16T17:30:00Z', place: 'Neighbourhood room' },
  'tasks.log': { outcome: 'not reached', note: 'Left a message' },
  'tasks.handOver': { to: 'per_noor', why: 'I am away until the first of May' },
  'tasks.accept': {},
  'tasks.decline': { why: 'My weeks are full' },
  'tasks.skip': { why: 'We spoke at the market' },
  'tasks.postpone': { until: '2026-05-11', why: 'They asked for a week more' },
  'commitments.add': {
    instance: 'pi_01JQ8Z3V6T9K2M4N7P0R5S8W1X',
    commitment: { text: 'Ask the municipality about the spot', owner: 'supporter', due: '2026-04-20' },
  },
  'commitments.done': { note: 'They agree' },
  'commitments.rePromise': { due: '2026-04-27', why: 'The official is ill', calledInitiator: true },
  'commitments.drop': { why: 'The neighbours took it on' },
  'capacities.set': { total: 5 },
  'worlds.create': {
    name: 'Practice of Noor',
    at: '2026-04-01T09:00',
    people: { initiator: [{ name: 'Lotte' }], supporter: [{ name: 'Sam' }] },
  },
  'worlds.start': { process: 'T1', by: 'initiator', data: aRegistration },
  'worlds.act': { type: 'complete', task: 'n3', by: 'supporter', outcome: 'reached' },
  'instances.preview': {
    type: 'modify',
    changes: [{ do: 'move', element: 'n5', to: 'n6' }],
    why: 'We spoke at the market',
  },
  'instances.planMigration': { to: 3 },
  'instances.migrate': { to: 3, mapping: { n5: 'call' }, why: 'The new way of calling helps them too' },
  'scenarios.create': { scenario: aScenario() },
  'scenarios.upload': {
    file: 'scenario: Said yes\nprocess: asking.json\nsteps:\n  - start: { by: coordinator }\n  - complete: { task: ask, outcome: "yes" }\n',
  },
  'scenarios.save': { scenario: aScenario(), revision: 2 },
  'definitions.planMigration': { to: 3 },
  'batches.start': {
    instances: ['pi_01JQ8Z3V6T9K2M4N7P0R5S8W1X'],
    do: { type: 'migrate', to: 3 },
    why: 'The new way of calling helps them too',
  },
  'secrets.put': { value: 'a key of the other system', origins: ['https://crm.example.org'] },
  'tokens.add': { name: 'Payments', role: 'system' },
  'events.message': { name: 'paid', key: 'INV-7', data: { amount: 250 }, ttl: 'P7D', id: 'payment-1' },
  'events.signal': { name: 'officeClosed' },
  'worlds.jump': { to: '2026-04-03T17:00' },
};

function drawn() {
  return {
    v: 1,
    id: 'ourPilot',
    name: { nl: 'Onze proef', en: 'Our pilot' },
    roles: [{ id: 'supporter', name: { nl: 'Ondersteuner', en: 'Supporter' }, side: 'us' }],
    elements: [
      { id: 'start', type: 'startEvent' },
      {
        id: 'call',
        type: 'userTask',
        name: 'Call',
        roles: ['supporter'],
        term: { amount: 2, unit: 'workingDays' },
      },
      { id: 'end', type: 'endEvent' },
    ],
    flows: [
      { id: 'f1', from: 'start', to: 'call' },
      { id: 'f2', from: 'call', to: 'end' },
    ],
  };
}

/** What stands in addresses, by the name of the parameter. */
export const parameterExamples: Record<string, unknown> = {
  instance: 'pi_01JQ8Z3V6T9K2M4N7P0R5S8W1X',
  initiative: 'ini_01JQ8Z3V6T9K2M4N7P0R5S8W1X',
  task: 'n3',
  commitment: 'c1',
  world: 'wld_01JQ8Z3V6T9K2M4N7P0R5S8W1X',
  definition: 'ourPilot',
  scenario: 'scn_01JZX3K4M5N6P7Q8R9S0T1V2W3',
  version: 2,
  request: 1,
  template: 'tpl_01JQ8Z3V6T9K2M4N7P0R5S8W1X',
  link: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  comment: 'com_01JQ8Z3V6T9K2M4N7P0R5S8W1X',
  figure: 'promises-kept',
  report: 'pi_01JQ8Z3V6T9K2M4N7P0R5S8W1X',
  person: 'per_noor',
  team: 'north',
  name: 'freeRoom',
  batch: 'bat_01JQ8Z3V6T9K2M4N7P0R5S8W1X',
  token: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  key: 'pi_01JQ8Z3V6T9K2M4N7P0R5S8W1X/n3/1/open/per_noor',
};

/** A story that is kept with the process of the other examples. */
function aScenario() {
  return {
    scenario: 'Asked and answered',
    process: 'ourPilot',
    people: { supporter: 'Sam', coordinator: 'Carla' },
    steps: [
      { at: '2026-09-07T10:00', start: { by: 'coordinator' }, expect: [{ open: ['n1'] }] },
      { at: '2026-09-08T10:00', complete: { task: 'n1', by: 'supporter' } },
    ],
  };
}
