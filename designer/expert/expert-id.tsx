/** The identifier of what is not an element: for the few who need it, so it is folded away. */
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Allowed } from '../actions/index.ts';
import styles from './expert.module.css';
import { NameInput } from './name-input.tsx';

interface Props {
  value: string;
  place: 'form' | 'ladder' | 'rung';
  may(id: string): Allowed;
  onChange(id: string): void;
}

export function ExpertId({ value, place, may, onChange }: Props) {
  const { t } = useTranslation('expert');
  // The same as for elements: open everywhere once it was opened, also where it is drawn anew under another name.
  const [open, setOpen] = useLocalStorage({
    key: 'properties-expert',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return (
    <details
      className={styles.inner}
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open !== open) setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('title')}</summary>
      <NameInput
        label={t(`idOf.${place}`)}
        description={t(`idOfHint.${place}`)}
        value={value}
        place={place}
        may={may}
        onChange={onChange}
      />
    </details>
  );
}
