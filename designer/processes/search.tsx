/** Finds an element of a drawing by any of its words; what there is to find is gathered when somebody searches. */
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { titleOf } from '../../core/prose/say.ts';
import { blockOf } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { wordsOfElement } from '../canvas/find-in.ts';
import { blockIcons } from '../canvas/icons.tsx';
import { PickMenu } from '../canvas/pick-menu.tsx';

interface Props {
  definition: Definition;
  onPick(id: string): void;
  onClose(): void;
}

export function Search({ definition, onPick, onClose }: Props) {
  const { t } = useTranslation('processes');
  const language = useLanguage();
  return (
    <PickMenu
      title={t('search')}
      choices={definition.elements.map((element) => {
        const Icon = blockIcons[blockOf(element)];
        return {
          id: element.id,
          label: titleOf(element, language),
          icon: <Icon size={18} stroke={1.75} aria-hidden="true" />,
          words: wordsOfElement(definition, element),
        };
      })}
      onClose={onClose}
      onPick={onPick}
    />
  );
}
