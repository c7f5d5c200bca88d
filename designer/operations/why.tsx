/** Why something is done to what runs: whoever reads the log later needs it. */
import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props extends Pick<TextareaProps, 'w' | 'maw'> {
  why: string;
  /** Somebody tried to go on: what is missing is said from then on. */
  tried: boolean;
  onChange(why: string): void;
}

export function Why({ why, tried, onChange, ...size }: Props) {
  const { t } = useTranslation('operations');
  const { t: tShared } = useTranslation('shared');
  return (
    <Textarea
      label={t('why')}
      description={t('whyHint')}
      autosize
      minRows={2}
      aria-required
      {...size}
      value={why}
      error={tried && why.trim() === '' ? tShared('required') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
