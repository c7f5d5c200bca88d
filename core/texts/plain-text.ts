// The plain form of a message: the same content as the laid-out one, readable in any mail program and on paper.
import type { Inline, RenderedBlock, RenderedItem, RenderedMessage, RenderedPart } from './rendered.ts';

/** Everything a message says, without its own `text`. */
export function plainText(message: Omit<RenderedMessage, 'text'>): string {
  const { greeting, intro, blocks, page, questions, why, org } = message;
  const body = blocks.map((block, i) => plainBlock(block, block.group !== blocks[i - 1]?.group));
  const opening = [greeting, intro].filter(Boolean);
  const where = page ? `\n${page.label}: ${page.url}` : '';
  return `${[...opening, ...body, '--', `${questions}${where}`, `${why}\n${org}`].join('\n\n')}\n`;
}

function plainBlock(block: RenderedBlock, newGroup: boolean): string {
  const { carrier } = block;
  const title = [
    newGroup && block.group ? `== ${block.group} ==` : undefined,
    block.heading && `* ${block.heading}`,
  ];
  const buttons = block.buttons.map(({ label, url }) => `→ ${label}: ${url}`).join('\n');
  const carried = carrier && `${carrier.label}: ${carrier.mark} ${carrier.word}`;
  return [...title, ...block.parts.map(plainPart), buttons, carried].filter(Boolean).join('\n\n');
}

function plainPart(part: RenderedPart): string {
  return 'list' in part ? part.list.map(plainItem).join('\n') : part.paragraph.map(plainInline).join('');
}

function plainItem({ mark, word, owner, text, due }: RenderedItem): string {
  return `${mark} ${owner || word}: ${text} (${due})`;
}

function plainInline(inline: Inline): string {
  return typeof inline === 'string' ? inline : `${inline.label} (${inline.url})`;
}
