/** The words of all screens, one line per screen. */
import { signInTexts } from '../sign-in/sign-in-texts.ts';
import { layoutTexts } from './layout-texts.ts';

export const allTexts = {
  layout: layoutTexts,
  signIn: signInTexts,
} as const;
