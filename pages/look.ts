/** An organisation's own colour on pages: the same tokens with other values, in light and dark. */
import type { Accent } from '../core/look/accent.ts';
import { surfaces } from '../core/look/colours.ts';

export const accentCss = ({ light, dark }: Pick<Accent, 'light' | 'dark'>): string =>
  `:root{--accent:${light.colour};--on-accent:${surfaces.onFilled.light}}
@media (prefers-color-scheme:dark){:root{--accent:${dark.colour};--on-accent:${surfaces.onFilled.dark}}}
`;
