/** The menus on the canvas: what comes next, what it becomes instead, where it leads, how things stand in line. */
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/index.ts';
import { rolesOf, sideOf, titleOf } from '../../core/prose/say.ts';
import {
  ALIGNMENTS,
  absoluteBox,
  BLOCK_IDS,
  type BlockId,
  blockOf,
  blocks,
  type Drawing,
  doneBy,
  elementOf,
  mayBecome,
  mayConnect,
  movableOf,
  type Point,
} from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { SideShape } from '../shared/side-mark.tsx';
import { alignIcons, blockIcons } from './icons.tsx';
import { aboutElement, type CanvasMenuKind } from './menu-edits.ts';
import { type Choice, MENU_WIDTH, PickMenu } from './pick-menu.tsx';

export function CanvasMenu({
  menu,
  drawing,
  ...rest
}: {
  menu: CanvasMenuKind;
  drawing: Drawing;
  at: Point;
  onPick(id: string): void;
  onClose(): void;
  onConsider(id: string | undefined): void;
}) {
  const { t } = useTranslation('canvas');
  const { t: tLanes } = useTranslation('lanes');
  const language = useLanguage();
  const choices = useMemo(() => choicesOf(menu, drawing, language, t), [menu, drawing, language, t]);
  const title = {
    append: t('appendTitle'),
    insert: t('insertTitle'),
    add: t('addTitle'),
    replace: t('replaceTitle'),
    align: t('alignTitle'),
    give: tLanes('title'),
    connect: t('connectTitle'),
    reconnect: t('connectTitle'),
  }[menu.kind];
  return <PickMenu title={title} choices={choices} empty={t('noTargets')} {...rest} />;
}

function choicesOf(
  menu: CanvasMenuKind,
  drawing: Drawing,
  language: Language,
  t: TFunction<'canvas'>,
): Choice[] {
  const { definition } = drawing;
  if (menu.kind === 'connect' || menu.kind === 'reconnect') return targets(menu, drawing, language);
  if (menu.kind === 'align') {
    const spread = movableOf(drawing).length > 2 ? (['spread-x', 'spread-y'] as const) : [];
    return [...ALIGNMENTS, ...spread].map((id) => {
      const Icon = alignIcons[id];
      return {
        id,
        label: t(`align.${id}`),
        icon: <Icon size={20} stroke={1.75} aria-hidden="true" />,
      };
    });
  }
  if (menu.kind === 'give') {
    const element = elementOf(definition, menu.element);
    const now = element && doneBy(definition, element);
    return rolesOf(definition, language)
      .filter(({ value }) => value !== now)
      .map(({ value, label }) => ({
        id: value,
        label,
        icon: <SideShape side={sideOf(definition, value)} size={12} />,
      }));
  }
  const old = menu.kind === 'replace' ? elementOf(definition, menu.element) : undefined;
  return BLOCK_IDS.filter((id) =>
    old ? mayBecome(definition, old, id).ok : menu.kind === 'add' || id !== 'start',
  ).map((id) => {
    const Icon = blockIcons[id];
    const { name, hint } = blocks[id];
    return {
      id,
      label: name[language],
      hint: hint[language],
      icon: <Icon size={20} stroke={1.75} aria-hidden="true" />,
      words: `${name.nl} ${name.en}`,
    };
  });
}

/** What may be led to, the nearest ahead first. */
function targets(
  menu: Extract<CanvasMenuKind, { kind: 'connect' | 'reconnect' }>,
  { definition }: Drawing,
  language: Language,
): Choice[] {
  const flow = menu.kind === 'reconnect' ? definition.flows.find(({ id }) => id === menu.flow) : undefined;
  const from = menu.kind === 'connect' ? menu.from : (flow?.from ?? '');
  const source = elementOf(definition, from);
  const here = source ? absoluteBox(definition, source) : { x: 0, y: 0 };
  return definition.elements
    .filter(({ id }) => mayConnect(definition, from, id, undefined, flow?.id).ok)
    .map((element) => {
      const box = absoluteBox(definition, element);
      const Icon = blockIcons[blockOf(element)];
      return {
        distance: Math.hypot(box.x - here.x, box.y - here.y) + (box.x < here.x ? 2000 : 0),
        choice: {
          id: element.id,
          label: titleOf(element, language),
          icon: <Icon size={18} stroke={1.75} aria-hidden="true" />,
          words: element.id,
        },
      };
    })
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ choice }) => choice);
}

/** What is said once a choice was made. */
export function wordsOfChoice(
  { kind }: Exclude<CanvasMenuKind, { kind: 'give' }>,
  id: string,
  language: Language,
  t: TFunction<'canvas'>,
): string {
  if (kind === 'connect' || kind === 'reconnect') return t('said.connected');
  if (kind === 'align') return t('said.aligned');
  const name = blocks[id as BlockId]?.name[language] ?? '';
  return kind === 'replace' ? t('said.replaced', { name }) : t('said.added', { name });
}

/** Where the corner of a menu stands on the canvas. */
export function menuPlace(
  menu: CanvasMenuKind,
  drawing: Drawing,
  toScreen: (point: Point) => Point,
  wrapper: HTMLElement | null,
): Point {
  const { definition } = drawing;
  const box = wrapper?.getBoundingClientRect();
  const within = (point: Point) => {
    const at = toScreen(point);
    return { x: at.x - (box?.left ?? 0), y: at.y - (box?.top ?? 0) };
  };
  // Beside where a preview will stand, not over it.
  const beside = (id: string | undefined, below = false): Point => {
    const element = elementOf(definition, id);
    if (!element) return { x: 100, y: 100 };
    const at = absoluteBox(definition, element);
    if (!below) return moved(within({ x: at.x + at.width, y: at.y }), 16, 0);
    return moved(within({ x: at.x, y: at.y + at.height }), 0, 28);
  };
  if (menu.kind === 'add') return moved(within(menu.at), 24, 24);
  if (menu.kind === 'append' && menu.at) {
    const scope = elementOf(definition, elementOf(definition, menu.after)?.parent);
    const origin = scope ? absoluteBox(definition, scope) : { x: 0, y: 0 };
    return moved(within({ x: menu.at.x + origin.x, y: menu.at.y + origin.y }), 0, 60);
  }
  if (menu.kind === 'insert' || menu.kind === 'reconnect')
    return beside(definition.flows.find(({ id }) => id === menu.flow)?.from, menu.kind === 'insert');
  const source = elementOf(definition, aboutElement(menu, drawing));
  if (menu.kind !== 'append' || !source) return beside(source?.id, menu.kind !== 'connect');
  // What comes next stands to the right: the menu ends where its element does.
  const at = absoluteBox(definition, source);
  return moved(within({ x: at.x + at.width, y: at.y + at.height }), -MENU_WIDTH, 28);
}

const moved = ({ x, y }: Point, dx: number, dy: number): Point => ({ x: x + dx, y: y + dy });
