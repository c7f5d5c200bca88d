/** What the keyboard can do here. */
import { Kbd, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shared/dialog.tsx';

const ROWS = [
  [['j', 'k'], 'move'],
  [['Enter'], 'enter'],
  [['c'], 'complete'],
  [['r'], 'date'],
  [['h'], 'hand'],
  [['/'], 'search'],
  [['Esc'], 'escape'],
  [['?'], 'help'],
] as const;

export function KeysDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('work');
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <Table>
        <Table.Tbody>
          {ROWS.map(([keys, word]) => (
            <Table.Tr key={word}>
              <Table.Th w={110}>
                {keys.map((key) => (
                  <Kbd key={key} mr={6} size="md">
                    {key}
                  </Kbd>
                ))}
              </Table.Th>
              <Table.Td>{t(`keys.${word}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
