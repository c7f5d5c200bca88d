// Two things with one id: nobody could tell which one is meant.
import { mistake, type Rule } from '../rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  *find({ definition }) {
    const { elements, flows, forms, roles, ladders } = definition;
    const confirms = elements.filter(({ type }) => type === 'agreement').map(({ id }) => `${id}.confirm`);
    for (const id of twice([...elements.map((one) => one.id), ...flows.map((one) => one.id), ...confirms]))
      yield mistake(id, `De naam ‘${id}’ komt twee keer voor.`, `The id ‘${id}’ is used twice.`);
    for (const form of forms)
      for (const key of twice(form.fields.map((field) => field.key)))
        yield mistake(
          `form:${form.id}.${key}`,
          `Formulier ‘${form.id}’ heeft twee vragen met de naam ‘${key}’.`,
          `Form ‘${form.id}’ has two fields with the key ‘${key}’.`,
        );
    const lists = [
      { nl: 'formulieren', en: 'forms', ids: forms },
      { nl: 'rollen', en: 'roles', ids: roles },
      { nl: 'ladders', en: 'ladders', ids: ladders },
    ];
    for (const { nl, en, ids } of lists)
      for (const id of twice(ids.map((one) => one.id)))
        yield mistake(
          'definition',
          `Er zijn twee ${nl} met de naam ‘${id}’.`,
          `There are two ${en} ‘${id}’.`,
        );
  },
};

const twice = (ids: string[]) => new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
