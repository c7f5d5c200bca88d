/** Who carries it: the side's own shape in its own colour, with the word for who listens or hovers. */
import { useTranslation } from 'react-i18next';
import type { Side } from '../../contract/index.ts';

interface Props {
  side: Side;
  size?: number;
  /** Shows the word beside the mark; without it the word is there for who listens. */
  word?: boolean;
}

const SHAPES: Record<Side, string> = {
  initiator: 'M8 1.500a6.500 6.500 0 1 1 0 13a6.500 6.500 0 1 1 0 -13z',
  us: 'M3.500 2h9a1.500 1.500 0 0 1 1.500 1.500v9a1.500 1.500 0 0 1 -1.500 1.500h-9a1.500 1.500 0 0 1 -1.500 -1.500v-9a1.500 1.500 0 0 1 1.500 -1.500z',
  partner: 'M8 .5l7.500 7.500-7.500 7.500-7.500-7.500z',
  volunteer: 'M8 1.500l7.300 13h-14.600z',
};

/** The shape alone, where what it stands beside says whose it is. */
export function SideShape({ side, size = 11 }: Pick<Props, 'side' | 'size'>) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" style={{ flex: 'none' }}>
      <path d={SHAPES[side]} fill={`var(--${side})`} />
    </svg>
  );
}

export function SideMark({ side, size = 14, word = false }: Props) {
  const { t } = useTranslation('shared');
  const name = t(`side.${side}`);
  const drawing = <SideShape side={side} size={size} />;
  return word ? (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, color: `var(--${side})` }}>
      {drawing}
      {name}
    </span>
  ) : (
    <span title={name} style={{ display: 'inline-flex' }}>
      {drawing}
      <span className="unseen">{t('carries', { side: name })}</span>
    </span>
  );
}
