/** The nouns of the API: the beginning of every operation's name, with what they are. */

export const nouns: Record<string, { name: { nl: string; en: string }; about: { nl: string; en: string } }> =
  {
    sessions: {
      name: { nl: 'Aanmelden', en: 'Signing in' },
      about: { nl: 'Aan- en afmelden, en wie je bent.', en: 'Signing in and out, and who one is.' },
    },
    initiatives: {
      name: { nl: 'Initiatieven', en: 'Initiatives' },
      about: {
        nl: 'Wat bewoners willen, in hun eigen woorden, met de mensen die meedoen.',
        en: 'What residents want, in their own words, with the people who take part.',
      },
    },
    absences: {
      name: { nl: 'Afwezigheid', en: 'Absences' },
      about: {
        nl: 'Een collega is er even niet: wie waarneemt, en tot wanneer.',
        en: 'A colleague is away for a while: who stands in, and until when.',
      },
    },
    tasks: {
      name: { nl: 'Taken', en: 'Tasks' },
      about: {
        nl: 'Werk voor mensen, met een dag en een reden.',
        en: 'Work for people, with a day and a reason.',
      },
    },
    commitments: {
      name: { nl: 'Afspraken', en: 'Commitments' },
      about: {
        nl: 'Wat iemand heeft beloofd: één eigenaar, één dag.',
        en: 'What somebody promised: one owner, one day.',
      },
    },
    raised: {
      name: { nl: 'Voorgelegd', en: 'Raised items' },
      about: {
        nl: 'Wat is voorgelegd aan iemand die kan beslissen.',
        en: 'What was laid before somebody who can decide.',
      },
    },
    instances: {
      name: { nl: 'Lopende processen', en: 'Process instances' },
      about: {
        nl: 'Eén uitvoering van een versie van een proces: wat er gebeurde en wat er komt.',
        en: 'One execution of a version of a process: what happened and what is to come.',
      },
    },
    definitions: {
      name: { nl: 'Procesdefinities', en: 'Process definitions' },
      about: {
        nl: 'Hoe jullie werken, getekend: concepten, controles, vaste versies.',
        en: 'The way you work, as drawn: drafts, checks, fixed versions.',
      },
    },
    scenarios: {
      name: { nl: 'Scenario’s', en: 'Scenarios' },
      about: {
        nl: 'Verhalen die bij een proces horen: wat er gebeurt, en wat er dan moet kloppen.',
        en: 'Stories that belong to a process: what happens, and what must then be true.',
      },
    },
    messages: {
      name: { nl: 'Berichten', en: 'Messages' },
      about: { nl: 'Wat de deur uit ging of klaarligt.', en: 'What went out, or is kept in the outbox.' },
    },
    figures: {
      name: { nl: 'Cijfers', en: 'Figures' },
      about: {
        nl: 'Een getal, waarvan, en de lijst erachter.',
        en: 'A number, out of what, and the list behind it.',
      },
    },
    reports: {
      name: { nl: 'Rapporten', en: 'Reports' },
      about: {
        nl: 'Cijfers van een periode zoals ze vaststaan, en hoe ze lezen.',
        en: 'Figures of a period as they were frozen, and how they read.',
      },
    },
    pilots: {
      name: { nl: 'Proefperiodes', en: 'Pilots' },
      about: {
        nl: 'Proeven waarover nog niet is besloten.',
        en: 'Pilots that nobody decided about yet.',
      },
    },
    capacities: {
      name: { nl: 'Vrije ruimte', en: 'Capacities' },
      about: {
        nl: 'Vrije ruimte, uren en plekken: hoeveel er is en wat over is.',
        en: 'Free room, hours and places: how much there is and what is left.',
      },
    },
    people: {
      name: { nl: 'Mensen', en: 'People' },
      about: {
        nl: 'Mensen van de organisatie en hun rollen.',
        en: 'People of the organisation and their roles.',
      },
    },
    links: {
      name: { nl: 'Persoonlijke links', en: 'Personal links' },
      about: {
        nl: 'De links waarmee bewoners en partners hun eigen pagina openen.',
        en: 'The links with which residents and partners open their own page.',
      },
    },
    teams: {
      name: { nl: 'Teams', en: 'Teams' },
      about: { nl: 'Teams, en wie er welke rol heeft.', en: 'Teams, and who holds which role in them.' },
    },
    accounts: {
      name: { nl: 'Accounts', en: 'Accounts' },
      about: { nl: 'Wie zich kan aanmelden.', en: 'Who can sign in.' },
    },
    looks: {
      name: { nl: 'Huisstijl', en: 'Look' },
      about: {
        nl: 'De kleur en het logo van de organisatie.',
        en: 'The colour and the logo of the organisation.',
      },
    },
    worlds: {
      name: { nl: 'Oefenwerelden', en: 'Rehearsal worlds' },
      about: {
        nl: 'Een proces spelen met een eigen klok, zonder dat er iets de deur uit gaat.',
        en: 'Playing a process on a clock of its own, with nothing leaving it.',
      },
    },
    batches: {
      name: { nl: 'Veel tegelijk', en: 'Many at once' },
      about: {
        nl: 'Hetzelfde voor veel lopende processen, met een antwoord van elk.',
        en: 'The same for many instances, with an answer of each.',
      },
    },
    jobs: {
      name: { nl: 'Automatisch werk', en: 'Automatic work' },
      about: {
        nl: 'Wat een proces zelf kan laten doen, ook in andere systemen.',
        en: 'What a process can have done by itself, in other systems too.',
      },
    },
    secrets: {
      name: { nl: 'Geheimen', en: 'Secrets' },
      about: {
        nl: 'Sleutels van andere systemen: te gebruiken, niet te lezen.',
        en: 'Keys of other systems: to be used, not read.',
      },
    },
    tokens: {
      name: { nl: 'Tokens', en: 'Tokens' },
      about: { nl: 'Toegang voor andere systemen.', en: 'Access for other systems.' },
    },
    events: {
      name: { nl: 'Van elders', en: 'From elsewhere' },
      about: {
        nl: 'Wat in andere systemen gebeurt en hier een proces verder brengt.',
        en: 'What happens in other systems and carries a process on here.',
      },
    },
    audit: {
      name: { nl: 'Wie deed wat', en: 'Audit trail' },
      about: { nl: 'Wie wat deed met welk gegeven.', en: 'Who did what to which record.' },
    },
    stream: {
      name: { nl: 'Meekijken', en: 'Stream' },
      about: { nl: 'Wat er verandert, op het moment zelf.', en: 'What changes, as it changes.' },
    },
  };
