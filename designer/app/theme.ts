/** Mantine in our own clothes: our colours by meaning, one letter, and contrast that holds on every filled button. */
import {
  type CSSVariablesResolver,
  colorsTuple,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { usualAccent } from '../../core/look/accent.ts';
import { colours, type Scheme, surfaces } from '../../core/look/colours.ts';

/** Filled is the colour itself; light and outline write in it on paper. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...resolved, color: 'var(--on-filled)' } : resolved;
};

/** What the kit draws in dark without asking: from ink to beyond paper, in the colours of our own night. */
const darks: MantineColorsTuple = [
  '#E9EEF1',
  '#C9D3DA',
  '#A9B6BF',
  '#8A97A1',
  '#3A4752',
  '#2A3640',
  '#1B242B',
  '#12181D',
  '#0E1317',
  '#0A0E11',
];

export const theme = createTheme({
  colors: {
    ...Object.fromEntries(Object.entries(colours).map(([name, { light }]) => [name, colorsTuple(light)])),
    accent: colorsTuple(usualAccent.light),
    dark: darks,
  },
  primaryColor: 'accent',
  defaultRadius: 'md',
  radius: { md: '10px' },
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, 'Segoe UI', Roboto, sans-serif",
  headings: { fontFamily: 'inherit', fontWeight: '650' },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { sm: '1.5', md: '1.5' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver,
  components: {
    Modal: {
      defaultProps: { lockScroll: false, transitionProps: { duration: 150 }, centered: true },
      styles: { title: { fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.35 } },
    },
    // What is chosen and where one types stand on one line as long as they can.
    PillsInputField: { styles: { field: { minWidth: '3rem' } } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 150 } } },
    // A dialog's head is no banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    DrawerHeader: { defaultProps: { component: 'div' } },
    // Words too long for a narrow screen take a second line.
    Button: {
      styles: {
        root: { height: 'auto', minHeight: 'var(--button-height)', maxWidth: '100%' },
        label: { whiteSpace: 'normal', height: 'auto' },
      },
    },
    // As large as a finger needs.
    Radio: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    // Within the part of the screen it belongs to; its first item has the cursor.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { transitionProps: { duration: 150 } } },
    Tooltip: {
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    },
  },
});

/** Every colour of ours and the organisation's own accent in both schemes, and Mantine's own words for paper, ink, lines and quiet text. */
export const cssVariables =
  (accent: Readonly<Record<Scheme, string>> = usualAccent): CSSVariablesResolver =>
  () => ({
    variables: {},
    light: variablesOf('light', accent.light),
    dark: variablesOf('dark', accent.dark),
  });

function variablesOf(scheme: Scheme, accent: string): Record<string, string> {
  const { paper, card, ink, line, edge, tint, onFilled } = Object.fromEntries(
    Object.entries(surfaces).map(([name, pair]) => [name, pair[scheme]]),
  ) as Record<keyof typeof surfaces, string>;
  const quiet = colours.quiet?.[scheme] ?? ink;
  const late = colours.late?.[scheme] ?? ink;
  return {
    '--paper': paper,
    '--card': card,
    '--ink': ink,
    '--line': line,
    '--edge': edge,
    '--tint': tint,
    '--on-filled': onFilled,
    '--mantine-color-body': card,
    '--mantine-color-text': ink,
    '--mantine-color-bright': ink,
    '--mantine-color-dimmed': quiet,
    '--mantine-color-placeholder': quiet,
    '--mantine-color-anchor': accent,
    '--mantine-color-error': late,
    '--mantine-color-default': card,
    '--mantine-color-default-hover': tint,
    '--mantine-color-default-color': ink,
    '--mantine-color-default-border': edge,
    '--mantine-color-disabled': tint,
    '--mantine-color-disabled-color': quiet,
    '--mantine-color-disabled-border': line,
    '--mantine-primary-color-contrast': onFilled,
    ...Object.fromEntries(
      [
        ...Object.entries(colours).map(([name, pair]) => [name, pair[scheme]] as const),
        ['accent', accent] as const,
      ].flatMap(([name, colour]) => {
        const own = (suffix: string) => `--mantine-color-${name}-${suffix}`;
        return [
          [`--${name}`, colour],
          [own('text'), colour],
          [own('filled'), colour],
          [
            own('filled-hover'),
            `color-mix(in srgb, ${colour} 88%, ${scheme === 'light' ? 'black' : 'white'})`,
          ],
          [own('light'), `color-mix(in srgb, ${colour} 10%, ${card})`],
          [own('light-hover'), `color-mix(in srgb, ${colour} 16%, ${card})`],
          [own('light-color'), colour],
          [own('outline'), colour],
          [own('outline-hover'), `color-mix(in srgb, ${colour} 8%, ${card})`],
        ];
      }),
    ),
  };
}
