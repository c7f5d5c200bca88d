// What a task asks for: form fields of Camunda 7 and Flowable as our forms; forms that lie elsewhere are kept by name.
import type { Field, Form, Text } from '../../contract/index.ts';
import { isDynamic } from '../expressions/translate.ts';
import { inTable } from '../in-table.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/node.ts';
import { expressionIs, hint, type Place, warn } from './place.ts';
import { isTrue, nameOf, vendor, vendorChildren, zeebe } from './reading.ts';

const TYPES: Record<string, Field['type']> = {
  string: 'text',
  text: 'text',
  'multi-line-text': 'longText',
  long: 'number',
  integer: 'number',
  int: 'number',
  double: 'number',
  decimal: 'number',
  boolean: 'yesNo',
  date: 'date',
  datetime: 'dateTime',
  enum: 'choice',
};

/** Id of the form of a task, added to those of its process. */
export function readForm(place: Place): string | undefined {
  const { node } = place;
  mentionElsewhere(place);
  const fields = [
    ...vendorChildren(node, 'formData').flatMap((data) =>
      elementsIn(data)
        .filter(({ local }) => local === 'formField')
        .map((one) => camundaField(place, one)),
    ),
    ...vendorChildren(node, 'formProperty').map((one) => flowableField(place, one)),
  ];
  if (fields.length === 0) return undefined;
  const id = `form-${place.id}`;
  const form: Form = { id, name: nameOf(node) ?? place.id, fields: unique(fields) };
  place.forms.push(form);
  return id;
}

function mentionElsewhere(place: Place): void {
  const { node } = place;
  const definition = zeebe(node, 'formDefinition');
  const key =
    vendor(node, 'formKey') ??
    vendor(node, 'formRef') ??
    (definition &&
      (attribute(definition, 'formId') ??
        attribute(definition, 'formKey') ??
        attribute(definition, 'externalReference')));
  if (key !== undefined)
    warn(
      place,
      'bpmn-form',
      `het formulier ‘${key}’ staat niet in dit bestand; de verwijzing blijft bewaard en de taak vraagt zo niets`,
      `the form '${key}' is not in this file; the reference is kept, and the task asks for nothing as it is`,
    );
}

/** Two fields of one name cannot both be filled in. */
const unique = (fields: Field[]): Field[] =>
  fields.filter(({ key }, i) => fields.findIndex((one) => one.key === key) === i);

function field(
  place: Place,
  at: XmlElement,
  given: { id: string; label?: string | undefined; type: string },
): Field {
  const key = keyOf(place, at, given.id);
  const type = inTable(TYPES, given.type.toLowerCase());
  if (!type)
    warn(
      place,
      'bpmn-form',
      `veld ‘${given.id}’ is van de soort ‘${given.type}’, die hier niet bestaat; het wordt tekst`,
      `field '${given.id}' is of type '${given.type}', which does not exist here; it becomes text`,
      at,
    );
  return { key, type: type ?? 'text', label: given.label?.trim() || given.id };
}

/** Names of fields are names of variables too. */
function keyOf(place: Place, at: XmlElement, id: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(id)) return id;
  const key = id.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^[^A-Za-z]+/, '') || 'field';
  hint(place, 'bpmn-form', `veld ‘${id}’ heet hier ${key}`, `field '${id}' is called ${key} here`, at);
  return key;
}

function camundaField(place: Place, one: XmlElement): Field {
  const read = field(place, one, {
    id: attribute(one, 'id') ?? '',
    label: attribute(one, 'label'),
    type: attribute(one, 'type') ?? 'string',
  });
  const rules = elementsIn(one)
    .filter(({ local }) => local === 'validation')
    .flatMap(elementsIn);
  const rule = (name: string) => rules.find((each) => attribute(each, 'name') === name);
  const config = (name: string) => {
    const found = rule(name);
    const value = found && Number(attribute(found, 'config'));
    return value !== undefined && Number.isFinite(value) ? value : undefined;
  };
  const limits = { min: config('min') ?? config('minlength'), max: config('max') ?? config('maxlength') };
  for (const each of rules) {
    const name = attribute(each, 'name') ?? '';
    if (!['required', 'min', 'max', 'minlength', 'maxlength'].includes(name))
      hint(
        place,
        'bpmn-form',
        `de regel ‘${name}’ van veld ‘${read.key}’ blijft bewaard, maar wordt niet gecontroleerd`,
        `the rule '${name}' of field '${read.key}' is kept, but not checked`,
        each,
      );
  }
  return {
    ...read,
    ...(rule('required') && attribute(rule('required') as XmlElement, 'config') !== 'false'
      ? { required: true }
      : {}),
    ...(limits.min === undefined ? {} : { min: limits.min }),
    ...(limits.max === undefined ? {} : { max: limits.max }),
    ...options(one),
    ...proposed(place, read, attribute(one, 'defaultValue'), one),
  };
}

function flowableField(place: Place, one: XmlElement): Field {
  const read = field(place, one, {
    id: attribute(one, 'variable') ?? attribute(one, 'id') ?? '',
    label: attribute(one, 'name'),
    type: attribute(one, 'type') ?? 'string',
  });
  return {
    ...read,
    ...(isTrue(attribute(one, 'required')) ? { required: true } : {}),
    ...options(one),
    ...proposed(place, read, attribute(one, 'default') ?? attribute(one, 'expression'), one),
  };
}

function options(one: XmlElement): { options?: { id: string; label: Text }[] } {
  const values = elementsIn(one)
    .filter(({ local }) => local === 'value')
    .flatMap((value) => {
      const id = attribute(value, 'id');
      return id === undefined ? [] : [{ id, label: attribute(value, 'name')?.trim() || id }];
    });
  return values.length > 0 ? { options: values } : {};
}

/** The value a field begins with, in the form its type wants. */
function proposed(
  place: Place,
  { type, key }: Field,
  text: string | undefined,
  at: XmlElement,
): { default?: string | number | boolean } {
  if (text === undefined || text.trim() === '') return {};
  if (isDynamic(text)) {
    const feel = expressionIs(
      place,
      text,
      { nl: `de voorgestelde waarde van ${key}`, en: `the proposed value of ${key}` },
      at,
    );
    return feel === undefined ? {} : { default: `= ${feel}` };
  }
  if (type === 'number') return Number.isFinite(Number(text)) ? { default: Number(text) } : {};
  if (type === 'yesNo') return { default: isTrue(text.trim()) };
  return { default: text };
}
