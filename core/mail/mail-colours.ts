/** Colours of mails, for light and dark; the four sides have the same colour on every screen. */
import type { Side } from '../../contract/index.ts';

export interface Palette {
  paper: string;
  card: string;
  ink: string;
  quiet: string;
  line: string;
  late: string;
  raised: string;
  /** The main button and its words. */
  accent: string;
  onAccent: string;
  sides: Record<Side, string>;
}

export const LIGHT: Palette = {
  paper: '#FBF9F5',
  card: '#FFFFFF',
  ink: '#1E2A32',
  quiet: '#52616B',
  line: '#DDD8CE',
  late: '#B23A26',
  raised: '#8A5A00',
  accent: '#1B6B4A',
  onAccent: '#FFFFFF',
  sides: { initiator: '#2457A6', us: '#1B6B4A', partner: '#74418F', volunteer: '#0F6B78' },
};

export const DARK: Palette = {
  paper: '#12181D',
  card: '#1B242B',
  ink: '#E9EEF1',
  quiet: '#A9B6BF',
  line: '#33404A',
  late: '#F29B8B',
  raised: '#F0C46A',
  accent: '#6FCF9F',
  onAccent: '#12181D',
  sides: { initiator: '#8DB7F5', us: '#6FCF9F', partner: '#D0A3EA', volunteer: '#6CCBD8' },
};
