/** The words of all screens, one line per screen. */
import { formTexts } from '../form/form-texts.ts';
import { sharedTexts } from '../shared/shared-texts.ts';
import { signInTexts } from '../sign-in/sign-in-texts.ts';
import { workTexts } from '../work/work-texts.ts';
import { layoutTexts } from './layout-texts.ts';

export const allTexts = {
  layout: layoutTexts,
  shared: sharedTexts,
  form: formTexts,
  signIn: signInTexts,
  work: workTexts,
} as const;
