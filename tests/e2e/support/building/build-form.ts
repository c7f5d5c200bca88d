/** Makes a form in the form designer: its name, and each question with everything it says. */
import type { Locator } from 'playwright-core';
import type { Field, Form, Text } from '../../../../contract/index.ts';
import { said } from '../../../../core/prose/say.ts';
import { expertTexts } from '../../../../designer/expert/expert-texts.ts';
import { formsTexts } from '../../../../designer/forms/forms-texts.ts';
import { propertiesTexts } from '../../../../designer/properties/properties-texts.ts';
import { writeFeel } from './build.ts';
import { type Hands, LIMIT } from './hands.ts';

const f = formsTexts.nl;
const p = propertiesTexts.nl;
const x = expertTexts.nl;

export async function buildForm(hands: Hands, form: Form): Promise<void> {
  const dialog = hands.page.getByRole('dialog');
  await dialog.getByRole('heading', { name: f.questions }).waitFor(LIMIT);
  const making = new Making(hands, dialog);
  await making.words(f.name, form.name);
  if (form.intro) await making.words(f.intro, form.intro);
  // What a new form begins with makes room for our own.
  while ((await dialog.locator('[data-opens]').count()) > 0) await making.remove();
  for (const field of form.fields) await making.question(field);
  await hands.closeDialog(dialog);
}

class Making {
  constructor(
    private readonly hands: Hands,
    private readonly dialog: Locator,
  ) {}

  private at = (label: string, within = this.dialog) => within.getByLabel(label, { exact: true }).first();

  async words(label: string, text: Text, within = this.dialog): Promise<void> {
    await this.hands.write(this.at(label, within), said(text, 'nl'));
    await this.hands.write(this.at(`${label} (${p.other.en})`, within), said(text, 'en'));
  }

  async remove(): Promise<void> {
    const first = this.dialog.locator('[data-opens]').first();
    if ((await first.getAttribute('aria-expanded')) !== 'true') await this.hands.press(first);
    await this.hands.press(this.dialog.getByRole('button', { name: /^Haal weg: / }).last());
  }

  async question(field: Field): Promise<void> {
    const { hands, dialog } = this;
    await hands.fromMenu(
      dialog.getByRole('button', { name: f.add, exact: true }),
      hands.page.getByRole('menuitem', { name: f.types[field.type], exact: true }),
    );
    const at = dialog.locator('li:has([data-opens][aria-expanded=true])');
    await at
      .getByRole('button', { name: /^Nieuwe vraag/ })
      .first()
      .waitFor(LIMIT);
    const { key, type: _type, label, options, min, max, mustInclude, required, requiredIf, ...more } = field;
    const { visibleIf, default: preset, help, personal, ...left } = more;
    if (Object.keys(left).length > 0) throw new Error(`No hands for ${Object.keys(left)} of ${key}`);

    await this.words(f.field.label, label, at);
    if (options) await this.options(at, options);
    if (min !== undefined) await hands.write(this.at(f.field.min.value, at), String(min));
    if (max !== undefined) await hands.write(this.at(f.field.max.value, at), String(max));
    if (mustInclude !== undefined) {
      const list = this.at(f.field.mustInclude, at);
      await hands.choose(list, await list.locator(`option[value="${mustInclude}"]`).innerText());
    }
    const must = required ? 'yes' : requiredIf === undefined ? 'no' : 'when';
    await hands.choose(this.at(f.field.required, at), f.field.requiredChoices[must]);
    if (requiredIf !== undefined) await writeFeel(hands, at, f.field.requiredIf, requiredIf);
    if (visibleIf !== undefined) await writeFeel(hands, at, f.field.visibleIf, visibleIf);
    if (preset !== undefined) await this.preset(at, preset);
    if (help) await this.words(f.field.help, help, at);
    await hands.tick(this.at(f.field.personal, at), personal === true);
    await hands.call(this.at(x.fieldKey, at), key);
    await dialog.locator(`[data-opens="${key}"][aria-expanded=true]`).waitFor(LIMIT);
  }

  private async options(at: Locator, options: NonNullable<Field['options']>): Promise<void> {
    const { hands } = this;
    const label = (text: string, n: number) => text.replace('{{n}}', String(n));
    for (const [index, { id, label: words }] of options.entries()) {
      const nl = at.getByLabel(label(f.choices.oneIn.nl, index + 1), { exact: true });
      if ((await nl.count()) === 0)
        await hands.press(at.getByRole('button', { name: f.choices.add, exact: true }));
      await hands.write(nl, said(words, 'nl'));
      await hands.write(
        at.getByLabel(label(f.choices.oneIn.en, index + 1), { exact: true }),
        said(words, 'en'),
      );
      await hands.call(at.getByLabel(label(x.choiceId, index + 1), { exact: true }), id);
    }
  }

  private async preset(at: Locator, preset: NonNullable<Field['default']>): Promise<void> {
    const { hands } = this;
    const isFormula = typeof preset === 'string' && preset.startsWith('=');
    await hands.choose(this.at(f.field.preset, at), f.field.presets[isFormula ? 'formula' : 'fixed']);
    if (isFormula) await hands.write(this.at(f.field.presetFormula, at), preset.replace(/^=\s*/, ''));
    else await hands.write(this.at(f.field.presetValue, at), String(preset));
  }
}
