/** A question or an explanation over the screen, named by its heading; Escape and the cross close it. */
import { CloseButton, Modal } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';

interface Props {
  title: string;
  children: ReactNode;
  onClose(): void;
}

export function Dialog({ title, children, onClose }: Props) {
  const { t } = useTranslation('shared');
  const id = useId();
  return (
    <Modal.Root opened centered lockScroll={false} transitionProps={{ duration: 150 }} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content aria-labelledby={id}>
        <Modal.Body className={styles.body}>
          <div className={styles.head}>
            <h2 id={id}>{title}</h2>
            <CloseButton aria-label={t('close')} onClick={onClose} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
