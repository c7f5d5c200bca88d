/** An organisation's own colour, made so that it can be read everywhere: in light and in dark, as words and beneath words. */
import { type Scheme, sides, surfaces } from './colours.ts';
import { contrast } from './contrast.ts';

/** What WCAG 2 asks of words of ordinary size (AA). */
export const ENOUGH = 4.5;

/** Where the colour meets another: on grounds as words, and as a button beneath its words. */
const MEETS = ['paper', 'card', 'tint', 'onFilled'] as const;
export type Meets = (typeof MEETS)[number];

export interface Judged {
  colour: string;
  /** The least it has anywhere. */
  ratio: number;
  /** What was chosen did not do: where it was worst, and how much it had there. */
  instead?: { of: string; at: Meets; ratio: number };
}

export interface Accent {
  chosen: string;
  light: Judged;
  dark: Judged;
}

/** What is used where an organisation chose nothing. */
export const usualAccent: Readonly<Record<Scheme, string>> = sides.us;

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** The colour itself where it can be read; else the nearest darker (in light) or lighter one (in dark) that can. */
export function accentOf(chosen: string): Accent {
  const colour = chosen.toUpperCase();
  return { chosen: colour, light: judged(colour, 'light'), dark: judged(colour, 'dark') };
}

function judged(chosen: string, scheme: Scheme): Judged {
  const before = worst(chosen, scheme);
  if (before.ratio >= ENOUGH) return { colour: chosen, ratio: rounded(before.ratio) };
  const towards = scheme === 'light' ? '#000000' : '#FFFFFF';
  for (let percent = 1; percent <= 100; percent += 1) {
    const colour = mixed(chosen, towards, percent / 100);
    const { ratio } = worst(colour, scheme);
    if (ratio >= ENOUGH)
      return {
        colour,
        ratio: rounded(ratio),
        instead: { of: chosen, at: before.at, ratio: rounded(before.ratio) },
      };
  }
  throw new Error(`Expected ${towards} to be readable in ${scheme}, but it is not`);
}

function worst(colour: string, scheme: Scheme): { at: Meets; ratio: number } {
  const all = MEETS.map((at) => ({ at, ratio: contrast(colour, surfaces[at][scheme]) }));
  return all.reduce((least, one) => (one.ratio < least.ratio ? one : least));
}

function mixed(one: string, other: string, share: number): string {
  const at = (hex: string, i: number) => Number.parseInt(hex.slice(i, i + 2), 16);
  const parts = [1, 3, 5].map((i) => Math.round(at(one, i) * (1 - share) + at(other, i) * share));
  return `#${parts.map((n) => n.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** Downwards: what is said to hold, holds. */
const rounded = (ratio: number): number => Math.floor(ratio * 10) / 10;
