/** The page one sees first: what this is, what it runs on, how much is open, and where to go on. Pure: values in, HTML out. */
import type { Language } from '../contract/index.ts';

export interface StartPageValues {
  language: Language;
  organisations: string[];
  /** Left out where strangers can look. */
  counts?: { initiatives: number; open: number; late: number };
  mongo: 'given' | 'mongod' | 'stand-in' | (string & {});
  temporal: 'given' | 'embedded';
  temporalUi?: string;
  sendsMail: boolean;
  tokensFile?: string;
}

interface Words {
  other: { language: Language; label: string };
  title: string;
  lead: [string, string, string];
  now: string;
  nowFor: (names: string) => string;
  initiatives: (n: number) => string;
  open: (n: number) => string;
  late: (n: number) => string;
  further: string;
  links: { screens: string; api: string; health: string; temporal: string };
  tokens: (file: string) => string;
  servers: string;
  database: Record<'real' | 'stand-in', string>;
  process: Record<'given' | 'embedded', string>;
  mail: Record<'sends' | 'outbox', string>;
}

const WORDS: Record<Language, Words> = {
  nl: {
    other: { language: 'en', label: 'English' },
    title: 'Speelruimte werkt',
    lead: [
      'Speelruimte is voor mensen die bewoners helpen met hun eigen initiatief.',
      'Je tekent hoe jullie werken; Speelruimte houdt dan bij wie wat heeft beloofd, herinnert vriendelijk en zegt het eerlijk als jullie te laat zijn.',
      'Bewoners hebben er geen account voor nodig: zij krijgen een eigen pagina en een link in hun mail.',
    ],
    now: 'Nu',
    nowFor: (names) => `Bij ${names}`,
    initiatives: (n) => (n === 1 ? 'initiatief loopt' : 'initiatieven lopen'),
    open: (n) => (n === 1 ? 'taak staat open' : 'taken staan open'),
    late: (n) => (n === 0 ? 'is te laat' : n === 1 ? 'daarvan is te laat' : 'daarvan zijn te laat'),
    further: 'Verder kijken',
    links: {
      screens: 'Aan het werk',
      api: 'Alles wat een ander systeem kan vragen en doen',
      health: 'Werkt alles?',
      temporal: 'Wat er op de achtergrond loopt',
    },
    tokens: (file) => `De sleutels waarmee je binnenkomt, staan in ${file}.`,
    servers: 'Waar het op draait',
    database: {
      real: 'De gegevens staan in MongoDB.',
      'stand-in':
        'De gegevens staan in een vervanger van MongoDB, bedoeld om Speelruimte uit te proberen. Voor echt gebruik geef je bij het starten het adres van een MongoDB mee, met een eigen sleutel:',
    },
    process: {
      given: 'Wat er nog moet gebeuren, bewaakt de Temporal-server die je hebt opgegeven.',
      embedded: 'Wat er nog moet gebeuren, bewaakt een eigen Temporal-server op deze machine.',
    },
    mail: {
      sends: 'Berichten gaan per mail de deur uit.',
      outbox:
        'Er is geen mailserver ingesteld. Berichten gaan dus niet weg: ze blijven hier bewaard en zijn te lezen bij Berichten. Mail versturen kan zo:',
    },
  },
  en: {
    other: { language: 'nl', label: 'Nederlands' },
    title: 'Speelruimte is running',
    lead: [
      'Speelruimte is for people who help residents with their own initiatives.',
      'You draw the way you work; from then on Speelruimte keeps track of who promised what, reminds kindly, and says so honestly when you are late.',
      'Residents need no account for it: they get a page of their own and a link in their mail.',
    ],
    now: 'Now',
    nowFor: (names) => `At ${names}`,
    initiatives: (n) => (n === 1 ? 'initiative under way' : 'initiatives under way'),
    open: (n) => (n === 1 ? 'task open' : 'tasks open'),
    late: (n) => (n === 0 ? 'late' : 'of them late'),
    further: 'Look further',
    links: {
      screens: 'To work',
      api: 'All that another system can ask and do',
      health: 'Is everything working?',
      temporal: 'What runs in the background',
    },
    tokens: (file) => `The keys to enter with are in ${file}.`,
    servers: 'What it runs on',
    database: {
      real: 'The data are in MongoDB.',
      'stand-in':
        'The data are in a stand-in for MongoDB, meant for trying Speelruimte out. For real use, give the address of a MongoDB at the start, with a key of your own:',
    },
    process: {
      given: 'What still has to happen is kept by the Temporal server you gave.',
      embedded: 'What still has to happen is kept by a Temporal server of its own on this machine.',
    },
    mail: {
      sends: 'Messages go out by mail.',
      outbox:
        'No mail server is set. Messages do not leave: they are kept here and can be read under Messages. To send mail:',
    },
  },
};

export function startPage(values: StartPageValues): string {
  const { language, counts, organisations, temporalUi } = values;
  const words = WORDS[language];
  const isStandIn = values.mongo === 'stand-in';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<link rel="stylesheet" href="/start.css">
</head>
<body>
<header>
<p class="name">Speelruimte</p>
<nav><a href="/about?lang=${words.other.language}" hreflang="${words.other.language}" lang="${words.other.language}">${words.other.label}</a></nav>
</header>
<main>
<h1>${words.title}</h1>
${words.lead.map((sentence) => `<p class="lead">${sentence}</p>`).join('\n')}
${
  counts && organisations.length > 0
    ? `<section aria-labelledby="now"><h2 id="now">${words.now}</h2>
<p>${text(words.nowFor(organisations.join(', ')))}</p>
<ul class="counts">
<li><b>${counts.initiatives}</b> ${words.initiatives(counts.initiatives)}</li>
<li><b>${counts.open}</b> ${words.open(counts.open)}</li>
<li${counts.late > 0 ? ' class="late"' : ''}><b>${counts.late}</b> ${words.late(counts.late)}</li>
</ul></section>`
    : ''
}
<section aria-labelledby="further"><h2 id="further">${words.further}</h2>
<ul class="links">
<li><a href="/">${words.links.screens}</a></li>
<li><a href="/v1/docs">${words.links.api}</a></li>
<li><a href="/ready">${words.links.health}</a></li>
${temporalUi ? `<li><a href="${text(temporalUi)}">${words.links.temporal}</a></li>` : ''}
</ul>
${values.tokensFile ? `<p class="quiet">${text(words.tokens(values.tokensFile))}</p>` : ''}</section>
<section aria-labelledby="servers"><h2 id="servers">${words.servers}</h2>
<p>${words.database[isStandIn ? 'stand-in' : 'real']}</p>
${isStandIn ? command('SECRET_KEY=… MONGODB_URI=mongodb://…/speelruimte npm start') : ''}
<p>${words.process[values.temporal]}</p>
<p>${words.mail[values.sendsMail ? 'sends' : 'outbox']}</p>
${values.sendsMail ? '' : command('SMTP_URL=smtps://… MAIL_FROM=info@… npm start')}
</section>
</main>
</body>
</html>
`;
}

const command = (line: string) => `<pre><code>${text(line)}</code></pre>`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: string) => value.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);

/** Paper, ink and space as everywhere in the product; no script. */
export const START_CSS = `
:root{--paper:#FBF9F5;--card:#FFFFFF;--ink:#1E2A32;--quiet:#52616B;--us:#1B6B4A;--late:#B23A26;--line:#DDD8CE}
@media (prefers-color-scheme:dark){:root{--paper:#12181D;--card:#1B242B;--ink:#E9EEF1;--quiet:#A9B6BF;--us:#6FCF9F;--late:#F29B8B;--line:#2E3A43}}
*{box-sizing:border-box}
@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;font-display:swap;src:url('/fonts/atkinson-hyperlegible-next.woff2') format('woff2')}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.6 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,'Segoe UI',Roboto,sans-serif}
header,main{max-width:44rem;margin:0 auto;padding:0 20px}
header{display:flex;justify-content:space-between;align-items:center;padding-top:20px}
.name{margin:0;font-weight:700;color:var(--us)}
main{padding-bottom:64px}
h1{font-size:2.1rem;line-height:1.2;margin:48px 0 20px}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 12px}
p{margin:0 0 12px}
.lead{font-size:1.1rem}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:24px;margin-top:28px}
section>:last-child{margin-bottom:0}
ul{list-style:none;margin:0;padding:0}
.counts{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}
.counts b{display:block;font-size:2rem;line-height:1.2;font-variant-numeric:tabular-nums}
.counts .late{color:var(--late)}
.links li+li{margin-top:4px}
.links{margin-bottom:12px}
a{color:var(--us);text-underline-offset:3px;display:inline-block;padding:4px 0}
a:hover{text-decoration-thickness:2px}
a:focus-visible{outline:3px solid var(--us);outline-offset:3px;border-radius:4px}
pre{margin:0 0 16px;padding:12px 16px;background:var(--paper);border:1px solid var(--line);border-radius:8px;overflow-x:auto;font-size:.85rem;white-space:pre-wrap;overflow-wrap:anywhere}
.quiet{color:var(--quiet);overflow-wrap:anywhere}
.letter{white-space:pre-wrap;overflow-wrap:anywhere}
form{margin:0 0 16px}
button,input{font:inherit;padding:10px 20px;border-radius:8px;border:1px solid var(--line)}
button{background:var(--us);border-color:var(--us);color:var(--card);font-weight:700;cursor:pointer}
input{background:var(--card);color:var(--ink);padding:8px 12px}
button:focus-visible,input:focus-visible{outline:3px solid var(--us);outline-offset:3px}
@media (max-width:30rem){.counts{grid-template-columns:1fr;gap:8px}.counts b{display:inline;font-size:1.4rem}h1{margin-top:32px;font-size:1.8rem}section{padding:20px 16px}}
`;
