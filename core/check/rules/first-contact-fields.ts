// Before anybody has spoken with them, initiators answer at most five required questions (domain: intake).
import { askedBeforeContact, MOST_QUESTIONS } from '../before-contact.ts';
import { mistake, type Rule } from '../rule.ts';

export const firstContactFields: Rule = {
  id: 'first-contact-fields',
  severity: 'warning',
  *find(model) {
    const { questions = [] } = askedBeforeContact(model) ?? {};
    const extra = questions[MOST_QUESTIONS];
    if (!extra) return;
    yield mistake(
      `form:${extra.form}.${extra.field}`,
      `Vóór het eerste contact moeten initiatiefnemers ${questions.length} vragen beantwoorden. Maak er hoogstens ${MOST_QUESTIONS} verplicht.`,
      `Before the first contact initiators must answer ${questions.length} questions. Require at most ${MOST_QUESTIONS}.`,
    );
  },
};
