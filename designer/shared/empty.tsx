/** Where nothing is: says so kindly, and teaches the first step. */
import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface Props {
  title: string;
  /** It is all there is on the screen, so its title names the screen. */
  whole?: boolean;
  lead?: string;
  children?: ReactNode;
}

export function Empty({ title, whole = false, lead, children }: Props) {
  const Heading = whole ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <svg className={styles.marks} viewBox="0 0 96 20" width="96" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="var(--initiator)" />
        <rect x="29" y="3" width="14" height="14" rx="2" fill="var(--us)" />
        <path d="M61 1.500l8.500 8.500-8.500 8.500-8.500-8.500z" fill="var(--partner)" />
        <path d="M86 3l8.500 14.500h-17z" fill="var(--volunteer)" />
      </svg>
      <Heading>{title}</Heading>
      {lead ? <p>{lead}</p> : null}
      {children}
    </div>
  );
}
