/** How a draft is seen: as a drawing, as a list, as text. */
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type AsShown = 'drawing' | 'list' | 'text';

export function AsShownChoice({ value, onChange }: { value: AsShown; onChange(value: AsShown): void }) {
  const { t } = useTranslation('outline');
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('shown')}
      value={value}
      onChange={(next) => onChange(next as AsShown)}
      data={(['drawing', 'list', 'text'] as const).map((one) => ({ value: one, label: t(one) }))}
    />
  );
}
