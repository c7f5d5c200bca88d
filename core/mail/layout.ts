/** The HTML form of a message: one column, who carries it in colour, mark and word, one main button per block, light and dark. */
import type { Side } from '../../contract/index.ts';
import type { Inline, RenderedBlock, RenderedButton, RenderedMessage, RenderedPart } from '../texts/index.ts';
import { Html, html, webAddress } from './html.ts';
import { DARK, LIGHT, type Palette } from './mail-colours.ts';
import { preheaderOf } from './preheader.ts';

const SIDES: Side[] = ['initiator', 'us', 'partner', 'volunteer'];
const FONT =
  "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

/** Colours as rules by class; mail programs that drop the style sheet keep the inline colours of light. */
function rules({ paper, card, ink, quiet, line, late, raised, accent, onAccent, sides }: Palette): string {
  return [
    `.paper{background:${paper}!important;color:${ink}!important}`,
    `.card{background:${card}!important;border-color:${line}!important}`,
    `.ink{color:${ink}!important}.quiet{color:${quiet}!important}.late{color:${late}!important}`,
    `.raise{color:${raised}!important}.rule{border-color:${line}!important}`,
    `.main{background:${accent}!important;color:${onAccent}!important}.link{color:${accent}!important}`,
    ...SIDES.map(
      (side) =>
        `.${side}{color:${sides[side]}!important}.${side}-edge{border-left-color:${sides[side]}!important}`,
    ),
  ].join('');
}

const style = (dark: Palette): Html =>
  new Html(
    `:root{color-scheme:light dark;supported-color-schemes:light dark}body{margin:0}` +
      `@media (max-width:480px){.pad{padding:16px!important}.main{display:block!important;text-align:center!important;margin:0 0 8px!important}.more{display:block!important;margin:0!important;padding:8px 0!important}}` +
      `@media (prefers-color-scheme:dark){${rules(dark)}}`,
  );

/** The organisation's own colour in mails, and where its logo is for mail programs. */
export interface MailLook {
  accent?: { light: string; dark: string };
  logo?: string;
}

/** Complete HTML of a message. Every value from people is escaped; a link that is not http(s) throws. */
export function layOut(message: RenderedMessage, { accent, logo }: MailLook = {}): string {
  const own: Palette = accent ? { ...LIGHT, accent: accent.light } : LIGHT;
  const dark: Palette = accent ? { ...DARK, accent: accent.dark } : DARK;
  const { language, side, subject, greeting, intro, blocks, page, questions, why, org } = message;
  const staff = side === 'us';
  const size = staff ? 16 : 18;
  const paragraph = new Html(`margin:0 0 16px;font-size:${size}px;line-height:1.55`);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${style(dark)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${LIGHT.paper};color:${LIGHT.ink};font-family:${new Html(FONT)}">
<div style="display:none;max-height:0;overflow:hidden">${preheaderOf(message)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" style="background:${LIGHT.paper}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;text-align:left;font-family:${new Html(FONT)}"><tr><td>
<main lang="${language}">
${logo && html`<p style="margin:0 0 12px"><img src="${webAddress(logo)}" alt="" height="44" style="height:44px;max-width:200px;background:#FFFFFF;border-radius:8px;padding:4px"></p>`}
<p class="quiet" style="margin:0 0 20px;font-size:15px;color:${LIGHT.quiet}">${org}</p>
<p class="ink" style="${paragraph};color:${LIGHT.ink}">${greeting}</p>
${intro && html`<p class="ink" style="${paragraph};color:${LIGHT.ink}">${intro}</p>`}
${blocks.map((block, i) => [
  block.group && block.group !== blocks[i - 1]?.group ? groupHeading(block, block.group) : undefined,
  card(block, paragraph, staff && blocks.length > 1, own),
])}
</main>
<footer class="quiet" style="font-size:15px;line-height:1.55;color:${LIGHT.quiet};padding:8px 0 0">
<p class="ink" style="margin:0 0 8px;color:${LIGHT.ink}">${questions}</p>
${page ? html`<p style="margin:0 0 8px"><a class="link" href="${webAddress(page.url)}" style="color:${own.accent}">${page.label}</a></p>` : ''}
<p style="margin:0">${why}<br>${org}</p>
</footer>
</td></tr></table>
</td></tr></table>
</body>
</html>
`.toString();
}

function groupHeading({ late }: RenderedBlock, group: string): Html {
  const look = late
    ? html`class="late" style="color:${LIGHT.late};`
    : html`class="ink" style="color:${LIGHT.ink};`;
  return html`<h2 ${look}margin:24px 0 8px;font-size:18px;line-height:1.3">${group}</h2>`;
}

/** In a list of work (`quiet`) no button shouts louder than the others. */
function card(block: RenderedBlock, paragraph: Html, quiet: boolean, own: Palette): Html {
  const { side, carrier, heading, parts, buttons, kind } = block;
  const edge = LIGHT.sides[side];
  const title =
    kind === 'raise'
      ? html`class="raise" style="color:${LIGHT.raised};`
      : html`class="ink" style="color:${LIGHT.ink};`;
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;border-collapse:separate"><tr><td class="card pad ${side}-edge" style="background:${LIGHT.card};border:1px solid ${LIGHT.line};border-left:4px solid ${edge};border-radius:10px;padding:20px 24px 8px">
${heading && html`<h3 ${title}margin:0 0 8px;font-size:18px;line-height:1.35">${heading}</h3>`}
${parts.map((part) => partOf(part, paragraph, own))}
${buttons.length > 0 && html`<p style="margin:4px 0 12px;line-height:1.6">${buttons.map((button, i) => buttonOf(button, i === 0 && !quiet, heading, own))}</p>`}
${carrier && html`<p class="quiet" style="margin:0 0 12px;font-size:15px;color:${LIGHT.quiet}">${carrier.label}: <span class="${side}" style="color:${edge};font-weight:bold"><span aria-hidden="true">${carrier.mark}</span>&nbsp;${carrier.word}</span></p>`}
</td></tr></table>
`;
}

function partOf(part: RenderedPart, paragraph: Html, own: Palette): Html {
  if ('paragraph' in part)
    return html`<p class="ink" style="${paragraph};color:${LIGHT.ink}">${part.paragraph.map((one) => inline(one, own))}</p>
`;
  return html`<ul style="margin:0 0 16px;padding:0;list-style:none">
${part.list.map(
  ({
    side,
    mark,
    word,
    owner,
    text,
    due,
  }) => html`<li class="rule ink" style="margin:0;padding:10px 0;border-top:1px solid ${LIGHT.line};font-size:17px;line-height:1.45;color:${LIGHT.ink}">${text}<br><span style="font-size:15px"><span class="${side}" style="color:${LIGHT.sides[side]};font-weight:bold"><span aria-hidden="true">${mark}</span>&nbsp;${owner ? `${owner} (${word})` : word}</span> <span class="quiet" style="color:${LIGHT.quiet}">· ${due}</span></span></li>
`,
)}</ul>
`;
}

function inline(part: Inline, own: Palette): Html {
  if (typeof part === 'string') return html`${part}`;
  return html`<a class="link" href="${webAddress(part.url)}" style="color:${own.accent}">${part.label}</a>`;
}

/** Several blocks have buttons with the same words, so each says aloud what it is about. */
function buttonOf(
  { label, url }: RenderedButton,
  main: boolean,
  heading: string | undefined,
  own: Palette,
): Html {
  const href = webAddress(url);
  const aloud = heading && html` aria-label="${label}: ${heading}"`;
  if (main)
    return html`<a class="main" href="${href}"${aloud} style="display:inline-block;margin:0 16px 8px 0;padding:12px 22px;border-radius:10px;background:${own.accent};color:${LIGHT.onAccent};font-size:17px;font-weight:bold;text-decoration:none">${label}</a>
`;
  return html`<a class="link more" href="${href}"${aloud} style="display:inline-block;margin:0 16px 8px 0;padding:8px 0;color:${own.accent};font-size:16px">${label}</a>
`;
}
