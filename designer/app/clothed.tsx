/** The kit in our clothes, and in the colour of the organisation of whoever is signed in. */
import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useSession } from './session.ts';
import { cssVariables, theme } from './theme.ts';

interface Props {
  nonce: string;
  colorSchemes: MantineColorSchemeManager;
  children: ReactNode;
}

export function Clothed({ nonce, colorSchemes, children }: Props) {
  const session = useSession();
  const own = session.state === 'in' ? session.me.organisation.look?.accent : undefined;
  const [light, dark] = [own?.light, own?.dark];
  const variables = useMemo(
    () => cssVariables(light !== undefined && dark !== undefined ? { light, dark } : undefined),
    [light, dark],
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
