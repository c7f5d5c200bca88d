/** Pictures: one per block, one per action, and the marks of the four sides. */
import {
  IconArrowAutofitWidth,
  IconArrowIteration,
  IconArrowNarrowDown,
  IconArrowNarrowUp,
  IconArrowRightCircle,
  IconArrowsJoin,
  IconArrowsSplit,
  IconBolt,
  IconBookmark,
  IconBoxMultiple,
  IconCalculator,
  IconCalendarEvent,
  IconChecklist,
  IconCircleDot,
  IconClipboard,
  IconClockHour4,
  IconCopy,
  IconFlag,
  IconForms,
  IconGitBranch,
  IconHeartHandshake,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLayoutGridAdd,
  IconLifebuoy,
  IconLogin2,
  IconMail,
  IconPinned,
  IconPlayerPlay,
  IconPlus,
  IconPointer,
  IconReplace,
  IconRoute,
  IconRouteAltRight,
  IconScissors,
  IconSignRight,
  IconSquaresDiagonal,
  IconTable,
  IconTrash,
  IconUserShare,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Side } from '../../contract/index.ts';
import type { AlignTo, BlockId, IconName } from '../actions/index.ts';

export const blockIcons: Record<BlockId, TablerIcon> = {
  start: IconPlayerPlay,
  form: IconForms,
  task: IconChecklist,
  meeting: IconCalendarEvent,
  message: IconMail,
  wait: IconClockHour4,
  choose: IconSignRight,
  agree: IconHeartHandshake,
  end: IconFlag,
  decide: IconGitBranch,
  split: IconArrowsSplit,
  join: IconArrowsJoin,
  loop: IconArrowIteration,
  raise: IconLifebuoy,
  record: IconBookmark,
  sub: IconRouteAltRight,
  part: IconBoxMultiple,
  set: IconCalculator,
  rules: IconTable,
};

export const actionIcons: Record<IconName, TablerIcon> = {
  add: IconLayoutGridAdd,
  append: IconPlus,
  insert: IconPlus,
  connect: IconArrowRightCircle,
  reconnect: IconRoute,
  move: IconPointer,
  remove: IconTrash,
  copy: IconCopy,
  paste: IconClipboard,
  duplicate: IconSquaresDiagonal,
  change: IconCircleDot,
  attach: IconBolt,
  inside: IconLogin2,
  earlier: IconArrowNarrowUp,
  later: IconArrowNarrowDown,
  select: IconPointer,
  replace: IconReplace,
  align: IconLayoutAlignMiddle,
  room: IconArrowAutofitWidth,
  pin: IconPinned,
  give: IconUserShare,
  cut: IconScissors,
};

export const alignIcons: Record<AlignTo | 'spread-x' | 'spread-y', TablerIcon> = {
  left: IconLayoutAlignLeft,
  centre: IconLayoutAlignCenter,
  right: IconLayoutAlignRight,
  top: IconLayoutAlignTop,
  middle: IconLayoutAlignMiddle,
  bottom: IconLayoutAlignBottom,
  'spread-x': IconLayoutDistributeVertical,
  'spread-y': IconLayoutDistributeHorizontal,
};

/** The mark of a side: dot, square, diamond, triangle. */
export function SideMark({ side, size = 10 }: { side: Side; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden="true" fill={`var(--${side})`}>
      {side === 'initiator' && <circle cx="5" cy="5" r="4.5" />}
      {side === 'us' && <rect x="0.8" y="0.8" width="8.4" height="8.4" rx="1" />}
      {side === 'partner' && <path d="M5 0l5 5-5 5-5-5z" />}
      {side === 'volunteer' && <path d="M5 0.5l5 9H0z" />}
    </svg>
  );
}
