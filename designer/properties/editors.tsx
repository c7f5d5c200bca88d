/** What can be changed about each type of element; forgetting a type does not compile. */
import { Autocomplete, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ElementOf, ElementType } from '../../contract/index.ts';
import { defaultTerm } from '../../core/chasing/standard-ladders.ts';
import { rolesOf, titleOf } from '../../core/prose/say.ts';
import { JOBS } from '../../core/prose/sentence.ts';
import { ValueList } from '../expert/value-list.tsx';
import { FormChoice } from '../forms/form-choice.tsx';
import { TableChoice } from '../tables/table-choice.tsx';
import { KeptFor, ThrownMessageEditor } from './kept-for.tsx';
import { LadderPicker } from './ladder-picker.tsx';
import { Assignments, Outcomes } from './lists.tsx';
import { MessageEditor } from './message-editor.tsx';
import { Roles, Section, useChange, useProperties, Words } from './parts.tsx';
import { TermEditor } from './term-editor.tsx';
import { TriggersEditor } from './triggers-editor.tsx';

type EditorOf<T extends ElementType> = (props: { element: ElementOf<T> }) => ReactElement | null;

const Documentation = ({ element }: { element: ElementOf<ElementType> }) => {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  const change = useChange(element);
  return (
    <Words
      long
      label={t('documentation')}
      value={element.documentation}
      onChange={(documentation) => change({ documentation }, 'documentation')}
      onBlur={editor.settle}
    />
  );
};

/** Whether what opens it has words of its own. */
const OwnText = ({ element }: { element: ElementOf<'userTask' | 'agreement'> }) => {
  const { t } = useTranslation('properties');
  const change = useChange<ElementOf<'userTask' | 'agreement'>>(element);
  return (
    <Checkbox
      size="sm"
      label={t('ownText')}
      checked={element.text !== undefined}
      onChange={(event) =>
        change({
          text: event.currentTarget.checked
            ? {
                subject: {
                  nl: 'Iets voor jou over {initiative}',
                  en: 'Something for you about {initiative}',
                },
                body: {
                  nl: 'Wil je hiernaar kijken, uiterlijk {due}?',
                  en: 'Would you look at this, by {due}?',
                },
              }
            : undefined,
        } as Partial<typeof element>)
      }
    />
  );
};

const UserTask: EditorOf<'userTask'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  const change = useChange(element);
  const flag = (key: 'perPerson' | 'optional' | 'firstContact') => (
    <Checkbox
      size="sm"
      label={t(key)}
      checked={element[key] === true}
      onChange={(event) => change({ [key]: event.currentTarget.checked || undefined })}
    />
  );
  return (
    <>
      <Roles label={t('who')} value={element.roles} onChange={(roles) => change({ roles })} />
      <TermEditor
        title={t('term')}
        term={element.term ?? { ...defaultTerm }}
        onChange={(term, field) => change({ term }, field)}
      />
      <LadderPicker
        title={t('ladder')}
        roles={element.roles}
        ladder={element.ladder}
        term={element.term}
        onChange={(ladder, field) => change({ ladder } as Partial<typeof element>, field)}
      />
      <FormChoice element={element} />
      <Outcomes element={element} />
      {element.text ? (
        <MessageEditor
          element={element}
          title={t('text')}
          text={element.text}
          to={element.roles[0] ?? 'initiator'}
          onChange={(text, field) => change({ text }, field)}
        />
      ) : null}
      <Section title={t('details')}>
        {element.meeting ? (
          <NumberInput
            size="sm"
            label={t('minutes')}
            min={5}
            max={480}
            value={element.meeting.minutes}
            onChange={(minutes) => typeof minutes === 'number' && change({ meeting: { minutes } }, 'minutes')}
            onBlur={editor.settle}
          />
        ) : null}
        {flag('firstContact')}
        {flag('perPerson')}
        {flag('optional')}
        <OwnText element={element} />
        <Documentation element={element} />
      </Section>
    </>
  );
};

const Agreement: EditorOf<'agreement'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const change = useChange(element);
  return (
    <>
      <Roles label={t('who')} value={element.roles} onChange={(roles) => change({ roles })} />
      <TermEditor
        title={t('term')}
        term={element.term ?? { ...defaultTerm }}
        onChange={(term, field) => change({ term }, field)}
      />
      <LadderPicker
        title={t('ladder')}
        roles={element.roles}
        ladder={element.ladder}
        term={element.term}
        onChange={(ladder, field) => change({ ladder } as Partial<typeof element>, field)}
      />
      <FormChoice element={element} />
      <Roles
        label={t('whoConfirms')}
        value={element.confirmRoles}
        onChange={(confirmRoles) => change({ confirmRoles })}
      />
      <TermEditor
        title={t('confirmTerm')}
        term={element.confirmTerm ?? { ...defaultTerm }}
        onChange={(confirmTerm, field) => change({ confirmTerm }, field && `confirm ${field}`)}
      />
      <LadderPicker
        title={t('confirmLadder')}
        roles={element.confirmRoles}
        ladder={element.confirmLadder}
        term={element.confirmTerm}
        onChange={(confirmLadder, field) => change({ confirmLadder } as Partial<typeof element>, field)}
      />
      <FormChoice element={element} as="confirmForm" />
      <Checkbox
        size="sm"
        label={t('everyone')}
        checked={element.everyone === true}
        onChange={(event) =>
          change({ everyone: event.currentTarget.checked || undefined } as Partial<typeof element>)
        }
      />
      <Checkbox
        size="sm"
        label={t('ownCommitment')}
        checked={element.ownCommitment === true}
        onChange={(event) =>
          change({ ownCommitment: event.currentTarget.checked || undefined } as Partial<typeof element>)
        }
      />
      {element.text ? (
        <MessageEditor
          element={element}
          title={t('text')}
          text={element.text}
          to={element.confirmRoles[0] ?? 'initiator'}
          onChange={(text, field) => change({ text }, field)}
        />
      ) : null}
      <OwnText element={element} />
      <Documentation element={element} />
    </>
  );
};

const SendTask: EditorOf<'sendTask'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const change = useChange(element);
  return (
    <>
      <Roles label={t('to')} value={element.to} onChange={(to) => change({ to })} />
      <NativeSelect
        size="sm"
        label={t('kind')}
        value={element.kind}
        data={(['news', 'result', 'honest', 'dated', 'checkIn'] as const).map((value) => ({
          value,
          label: t(`kinds.${value}`),
        }))}
        onChange={(event) => change({ kind: event.currentTarget.value as typeof element.kind })}
      />
      <MessageEditor
        element={element}
        title={t('text')}
        text={element.text}
        to={element.to[0] ?? 'initiator'}
        onChange={(text, field) => change({ text }, field)}
      />
      <Documentation element={element} />
    </>
  );
};

const StartEvent: EditorOf<'startEvent'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  const change = useChange(element);
  const { schedule } = element;
  return (
    <>
      {element.triggers ? null : (
        <Roles
          label={t('by')}
          value={element.by ?? []}
          atLeast={0}
          onChange={(by) => change({ by: by.length > 0 ? by : undefined } as Partial<typeof element>)}
        />
      )}
      <FormChoice element={element} />
      {element.parent === undefined ? (
        <Section title={t('schedule')}>
          <NativeSelect
            size="sm"
            aria-label={t('schedule')}
            value={schedule?.of ?? ''}
            data={[
              { value: '', label: t('noSchedule') },
              ...(['day', 'week', 'month', 'quarter', 'year'] as const).map((value) => ({
                value,
                label: t(`every.${value}`),
              })),
            ]}
            onChange={(event) => {
              const of = event.currentTarget.value as 'month' | '';
              change({
                schedule: of
                  ? {
                      of,
                      ...(of === ('day' as string) ? {} : { workingDay: schedule?.workingDay ?? 1 }),
                      time: schedule?.time ?? '09:00',
                    }
                  : undefined,
              } as Partial<typeof element>);
            }}
          />
          {schedule ? (
            <>
              {schedule.of === 'day' ? null : (
                <NumberInput
                  size="sm"
                  label={t('workingDay')}
                  min={-20}
                  max={60}
                  value={schedule.workingDay ?? 1}
                  onChange={(workingDay) =>
                    typeof workingDay === 'number' &&
                    change({ schedule: { ...schedule, workingDay } }, 'schedule')
                  }
                  onBlur={editor.settle}
                />
              )}
              <TextInput
                size="sm"
                type="time"
                label={t('at')}
                value={schedule.time}
                onChange={(event) =>
                  /^\d\d:\d\d$/.test(event.currentTarget.value) &&
                  change({ schedule: { ...schedule, time: event.currentTarget.value } }, 'time')
                }
                onBlur={editor.settle}
              />
            </>
          ) : null}
        </Section>
      ) : null}
      {element.parent !== undefined && element.triggers ? (
        <>
          <TriggersEditor
            triggers={element.triggers}
            onChange={(triggers, field) => change({ triggers }, field)}
          />
          <Checkbox
            size="sm"
            label={t('interrupting')}
            checked={element.interrupting !== false}
            onChange={(event) => change({ interrupting: event.currentTarget.checked })}
          />
        </>
      ) : null}
    </>
  );
};

const EndEvent: EditorOf<'endEvent'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  const change = useChange(element);
  return (
    <>
      <TextInput
        size="sm"
        label={t('recorded')}
        value={element.outcome ?? ''}
        onChange={(event) =>
          change({ outcome: event.currentTarget.value || undefined } as Partial<typeof element>, 'outcome')
        }
        onBlur={editor.settle}
      />
      <NativeSelect
        size="sm"
        label={t('end')}
        value={element.end}
        data={(['none', 'terminate', 'escalation', 'error', 'message', 'signal'] as const).map((value) => ({
          value,
          label: t(`ends.${value}`),
        }))}
        onChange={(event) => change({ end: event.currentTarget.value as typeof element.end })}
      />
      {element.end === 'none' || element.end === 'terminate' ? null : (
        <TextInput
          size="sm"
          label={t('endCode')}
          value={element.code ?? ''}
          onChange={(event) =>
            change({ code: event.currentTarget.value || undefined } as Partial<typeof element>, 'code')
          }
          onBlur={editor.settle}
        />
      )}
      {element.end === 'message' && element.code !== undefined ? (
        <KeptFor ttl={element.ttl} onChange={(ttl) => change({ ttl } as Partial<typeof element>)} />
      ) : null}
    </>
  );
};

const ServiceTask: EditorOf<'serviceTask'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const { language, editor } = useProperties();
  const change = useChange(element);
  const jobs = Object.entries(JOBS).map(([value, words]) => ({ value, label: words[language] }));
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('job')}
        value={element.job}
        data={[...jobs, ...(JOBS[element.job] ? [] : [{ value: element.job, label: element.job }])]}
        onChange={(event) => change({ job: event.currentTarget.value })}
      />
      <ValueList
        title={t('input')}
        values={Object.entries(element.input ?? {}).map(([variable, value]) => ({ variable, value }))}
        onChange={(values, field) =>
          change(
            {
              input:
                values.length > 0
                  ? Object.fromEntries(values.map(({ variable, value }) => [variable, value]))
                  : undefined,
            } as Partial<typeof element>,
            field,
          )
        }
      />
      <TextInput
        size="sm"
        label={t('result')}
        value={element.result ?? ''}
        onChange={(event) =>
          change({ result: event.currentTarget.value || undefined } as Partial<typeof element>, 'result')
        }
        onBlur={editor.settle}
      />
      <NumberInput
        size="sm"
        label={t('retries')}
        min={0}
        max={20}
        value={element.retries}
        onChange={(retries) => typeof retries === 'number' && change({ retries }, 'retries')}
        onBlur={editor.settle}
      />
      {element.message ? (
        <ThrownMessageEditor
          message={element.message}
          onChange={(message, field) => change({ message }, field)}
        />
      ) : null}
    </>
  );
};

const ExclusiveGateway: EditorOf<'exclusiveGateway'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  const change = useChange(element);
  return (
    <>
      <Checkbox
        size="sm"
        label={t('isLoop')}
        checked={element.loop !== undefined}
        onChange={(event) =>
          change({
            loop: event.currentTarget.checked
              ? { counter: `${element.id.replace(/\W/g, '_')}_rounds`, max: 3 }
              : undefined,
          } as Partial<typeof element>)
        }
      />
      {element.loop ? (
        <NumberInput
          size="sm"
          label={t('loop')}
          min={1}
          max={99}
          value={element.loop.max}
          onChange={(max) =>
            typeof max === 'number' && element.loop && change({ loop: { ...element.loop, max } }, 'max')
          }
          onBlur={editor.settle}
        />
      ) : null}
    </>
  );
};

const CatchEvent: EditorOf<'intermediateCatchEvent'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const change = useChange(element);
  return (
    <>
      <TriggersEditor
        triggers={element.triggers}
        onChange={(triggers, field) => change({ triggers }, field)}
      />
      <Checkbox
        size="sm"
        label={t('rest')}
        checked={element.rest === true}
        onChange={(event) =>
          change({ rest: event.currentTarget.checked || undefined } as Partial<typeof element>)
        }
      />
    </>
  );
};

const ThrowEvent: EditorOf<'intermediateThrowEvent'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const { definition, language, editor } = useProperties();
  const change = useChange(element);
  const { raise, message } = element.throws ?? {};
  const thrown = message ? (
    <ThrownMessageEditor
      message={message}
      onChange={(next, field) => change({ throws: { ...element.throws, message: next } }, field)}
    />
  ) : null;
  if (!raise) return thrown;
  const set = (next: Partial<typeof raise>, field?: string) =>
    change({ throws: { ...element.throws, raise: { ...raise, ...next } } }, field);
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('raiseTo')}
        value={raise.to}
        data={rolesOf(definition, language)}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <Words
        label={t('raiseText')}
        value={raise.text}
        onChange={(text) => set({ text }, 'raise')}
        onBlur={editor.settle}
      />
      {thrown}
    </>
  );
};

const BoundaryEvent: EditorOf<'boundaryEvent'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const change = useChange(element);
  return (
    <>
      <Checkbox
        size="sm"
        label={t('interrupting')}
        checked={element.interrupting}
        onChange={(event) => change({ interrupting: event.currentTarget.checked })}
      />
      <TriggersEditor
        repeats={!element.interrupting}
        triggers={element.triggers}
        onChange={(triggers, field) => change({ triggers }, field)}
      />
    </>
  );
};

const SubProcess: EditorOf<'subProcess'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const change = useChange(element);
  return (
    <>
      <Checkbox
        size="sm"
        label={t('eventPart')}
        checked={element.event === true}
        onChange={(event) =>
          change({ event: event.currentTarget.checked || undefined } as Partial<typeof element>)
        }
      />
      <Documentation element={element} />
    </>
  );
};

const CallActivity: EditorOf<'callActivity'> = ({ element }) => {
  const { t } = useTranslation('properties');
  const { definition, language, processes, editor } = useProperties();
  const change = useChange(element);
  const known = [...new Set([element.process, ...processes])];
  return (
    <>
      <Autocomplete
        size="sm"
        label={t('calls')}
        value={element.process}
        data={known}
        // All are shown until one types.
        filter={({ options, search }) =>
          search === element.process
            ? options
            : options.filter((one) => 'value' in one && one.value.includes(search))
        }
        onChange={(process) => process !== '' && change({ process }, 'process')}
        onBlur={editor.settle}
      />
      <NativeSelect
        size="sm"
        label={t('whenMissing')}
        value={element.whenMissing ?? 'coordinator'}
        data={rolesOf(definition, language)}
        onChange={(event) => change({ whenMissing: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        label={t('result')}
        value={element.result ?? ''}
        onChange={(event) =>
          change({ result: event.currentTarget.value || undefined } as Partial<typeof element>, 'result')
        }
        onBlur={editor.settle}
      />
    </>
  );
};

const Plain = () => null;

export const editors: { [T in ElementType]: EditorOf<T> } = {
  startEvent: StartEvent,
  endEvent: EndEvent,
  userTask: UserTask,
  agreement: Agreement,
  sendTask: SendTask,
  serviceTask: ServiceTask,
  receiveTask: ({ element }) => <Assignments element={element} />,
  scriptTask: ({ element }) => <Assignments element={element} />,
  businessRuleTask: ({ element }) => (
    <>
      <TableChoice element={element} />
      {element.set ? <Assignments element={element} /> : null}
    </>
  ),
  manualTask: Plain,
  exclusiveGateway: ExclusiveGateway,
  parallelGateway: Plain,
  inclusiveGateway: Plain,
  eventBasedGateway: Plain,
  intermediateCatchEvent: CatchEvent,
  intermediateThrowEvent: ThrowEvent,
  boundaryEvent: BoundaryEvent,
  subProcess: SubProcess,
  callActivity: CallActivity,
  unsupported: Plain,
};

/** In which part an element stands; it can be put elsewhere. */
export function Inside({ element }: { element: ElementOf<ElementType> }) {
  const { t } = useTranslation('properties');
  const { definition, language, editor } = useProperties();
  const parts = definition.elements.filter(({ type, id }) => type === 'subProcess' && id !== element.id);
  if (parts.length === 0 || element.type === 'boundaryEvent') return null;
  return (
    <NativeSelect
      size="sm"
      label={t('inside')}
      value={element.parent ?? ''}
      data={[
        { value: '', label: t('insideNothing') },
        ...parts.map((part) => ({ value: part.id, label: titleOf(part, language) })),
      ]}
      onChange={(event) =>
        editor.run('contain', { parent: event.currentTarget.value || undefined, elements: [element.id] })
      }
    />
  );
}
