/** Colours by meaning, light and dark. Colour never stands alone: mark and word come with it. */
import type { Side } from '../../contract/index.ts';

export type Scheme = 'light' | 'dark';
type Pair = Readonly<Record<Scheme, string>>;

export const sides: Readonly<Record<Side, Pair>> = {
  initiator: { light: '#2457A6', dark: '#8DB7F5' },
  us: { light: '#1B6B4A', dark: '#6FCF9F' },
  partner: { light: '#74418F', dark: '#D0A3EA' },
  volunteer: { light: '#0F6B78', dark: '#6CCBD8' },
};

export const meanings = {
  late: { light: '#B23A26', dark: '#F29B8B' },
  raised: { light: '#8A5A00', dark: '#F0C46A' },
  quiet: { light: '#52616B', dark: '#A9B6BF' },
} as const satisfies Record<string, Pair>;

export const surfaces = {
  paper: { light: '#FBF9F5', dark: '#12181D' },
  card: { light: '#FFFFFF', dark: '#1B242B' },
  ink: { light: '#1E2A32', dark: '#E9EEF1' },
  line: { light: '#DDD8CE', dark: '#2E3A43' },
  /** Edge of what can be filled in or pressed: 3:1 on paper and card. */
  edge: { light: '#7C8790', dark: '#7D8B95' },
  /** Under the pointer, or chosen. */
  tint: { light: '#F1EDE4', dark: '#24303A' },
  /** Text on a filled colour. */
  onFilled: { light: '#FFFFFF', dark: '#12181D' },
} as const satisfies Record<string, Pair>;

export const colours: Readonly<Record<string, Pair>> = { ...sides, ...meanings };
