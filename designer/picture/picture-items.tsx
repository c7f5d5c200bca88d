/** In the menu of a process: its drawing as a picture, to keep, send or print. */
import { Menu } from '@mantine/core';
import { IconPhoto, IconPrinter, IconVector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { underOf } from '../../core/picture/under.ts';
import { useLanguage } from '../app/i18n.ts';
import { useMe } from '../app/session.ts';
import { useLanesSwitch } from '../lanes/lanes-switch.ts';
import { announce } from '../shared/announce.tsx';
import { useToday } from '../shared/today.ts';

interface Props {
  definition: Definition;
  /** The last one in use, where there is one. */
  version?: number | undefined;
  /** What is shown is that version itself, not a draft. */
  published?: boolean;
}

export function PictureItems({ definition, version, published = false }: Props) {
  const { t } = useTranslation('picture');
  const language = useLanguage();
  const { on } = useLanesSwitch(useMe().person?.id ?? 'nobody');
  const under = underOf(language, useToday(), { version, published });
  /** A draft as one sees it: in lanes where those are on. */
  const seen = async () =>
    on && !published
      ? (await import('../lanes/for-picture.ts')).lanesForPicture(definition, language)
      : { definition };
  const made = async () => {
    const [{ pictureOf }, { fontRules }] = await Promise.all([
      import('../../core/picture/index.ts'),
      import('./keep.ts'),
    ]);
    const { definition: drawn, ...lanes } = await seen();
    return pictureOf(drawn, { language, under, fonts: await fontRules(), ...lanes });
  };
  const take = (as: () => Promise<void>) => () => void as().catch(() => announce(t('failed')));
  return (
    <>
      <Menu.Item
        leftSection={<IconVector size={18} aria-hidden />}
        onClick={take(async () => (await import('./keep.ts')).saveSvg(definition.id, (await made()).svg))}
      >
        {t('svg')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPhoto size={18} aria-hidden />}
        onClick={take(async () => (await import('./keep.ts')).savePng(definition.id, await made()))}
      >
        {t('png')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={take(async () => {
          const [{ printPages }, { sheetsOf, pictureOf }] = await Promise.all([
            import('./keep.ts'),
            import('../../core/picture/index.ts'),
          ]);
          const { definition: drawn, ...lanes } = await seen();
          const heading = { language, under, ...lanes };
          printPages(sheetsOf(drawn, pictureOf(drawn, heading), heading));
        })}
      >
        {t('print')}
      </Menu.Item>
    </>
  );
}
