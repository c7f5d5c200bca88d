/** How elements look: cards for people's work, small shapes for decisions and moments, parts as containers. */
import { IconBolt, IconMinus, IconPinned, IconPlus } from '@tabler/icons-react';
import { Handle, type HandleProps, type NodeProps, Position } from '@xyflow/react';
import { type CSSProperties, memo, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element } from '../../contract/index.ts';
import type { Tick } from '../../core/picture/card-words.ts';
import { OUTCOME_ROW } from '../actions/index.ts';
import { ConflictBadge } from '../conflicts/conflict-badge.tsx';
import { SideShape } from '../shared/side-mark.tsx';
import { BesideMarks } from './beside-marks.tsx';
import { blockIcons } from './icons.tsx';
import { CARD_ROW_TOP } from './measures.ts';
import styles from './nodes.module.css';
import { PartsContext } from './parts.ts';
import { SightContext } from './sight.ts';
import type { DrawnNode, NodeData } from './to-flow.ts';

type Props = NodeProps<DrawnNode>;

const stateOf = ({ present, walked, story, hinted, ghost, faint, finding, changed, ...marks }: NodeData) => ({
  'data-present': present > 0 || undefined,
  'data-walked': (story && walked) || undefined,
  'data-light': (story && !walked && present === 0) || faint || undefined,
  'data-ghost': ghost || undefined,
  'data-hinted': hinted || undefined,
  'data-finding': finding,
  'data-changed': changed,
  'data-conflict': marks.conflict,
  'data-gone': marks.gone || undefined,
});

/** Most elements have none: nothing is asked for those. */
function Badges({ data }: { data: NodeData }) {
  const { findings, changed, comments, conflict, element, story, present } = data;
  const none =
    findings === 0 && !changed && comments === 0 && !conflict && present === 0 && !(element.pinned && !story);
  return none ? null : <Marked data={data} />;
}

function Marked({ data }: { data: NodeData }) {
  const { t } = useTranslation('canvas');
  return (
    <>
      {data.findings > 0 && (
        <span
          className={styles.finding}
          data-severity={data.finding}
          title={t('findings', { count: data.findings })}
        >
          {data.finding === 'error' ? '!' : data.finding === 'warning' ? '?' : 'i'}
        </span>
      )}
      <BesideMarks changed={data.changed} comments={data.comments} />
      {data.conflict ? <ConflictBadge mark={data.conflict} gone={data.gone} /> : null}
      {data.element.pinned && !data.story ? (
        <span className={styles.pinned} title={t('pinned')}>
          <IconPinned size={13} stroke={2} aria-hidden="true" />
        </span>
      ) : null}
      {data.present > 0 && (
        <span className={styles.token} title={t('present')}>
          {data.present > 1 ? data.present : ''}
        </span>
      )}
    </>
  );
}

function Ladder({ ticks }: { ticks: readonly Tick[] }) {
  if (ticks.length === 0) return null;
  return (
    <svg className={styles.ladder} viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true">
      <line x1="2" y1="4" x2="198" y2="4" className={styles.ladderLine} />
      {ticks.map(({ at, kind }) => {
        const x = 3 + at * 194;
        const due = kind === 'due';
        return (
          <rect
            key={`${kind}${at}`}
            data-kind={kind}
            x={x - 1}
            y={due ? 0 : 1.5}
            width={due ? 3 : 2}
            height={due ? 8 : 5}
          />
        );
      })}
    </svg>
  );
}

/** From where no word can be read, nothing is connected: flows only have to find where they begin and end. */
function Place({
  className,
  ...rest
}: HandleProps & { className?: string | undefined; style?: CSSProperties }) {
  const { type, position, id, style } = rest;
  return (
    <div
      className={`react-flow__handle react-flow__handle-${position} ${type} ${className ?? ''}`}
      data-handleid={id}
      data-handlepos={position}
      style={style}
    />
  );
}
const useHandle = () => (useContext(SightContext) === 'whole' ? Place : Handle);

/** Entry on the left, exit on the right; on a border the exit is below. */
function Entry({ top }: { top?: number }) {
  const Handle = useHandle();
  return (
    <Handle
      type="target"
      position={Position.Left}
      id="in"
      className={styles.entry}
      {...(top === undefined ? {} : { style: { top } })}
    />
  );
}
function Exit({
  top,
  id = 'out',
  below = false,
  unused = false,
}: {
  top?: number;
  id?: string;
  below?: boolean;
  /** Outcomes have exits of their own: nothing new leaves here. */
  unused?: boolean;
}) {
  const Handle = useHandle();
  return (
    <Handle
      type="source"
      position={below ? Position.Bottom : Position.Right}
      id={id}
      className={unused ? styles.unused : styles.exit}
      isConnectable={!unused}
      {...(top === undefined ? {} : { style: { top } })}
    />
  );
}

function PerPerson() {
  const { t } = useTranslation('canvas');
  return <span className={styles.quiet}>{t('perPerson')}</span>;
}

function CardWords({ data: { element, facts } }: { data: NodeData }) {
  const Icon = blockIcons[facts.block];
  const roomy = facts.people.map(({ name }) => name).join('').length + (facts.term?.length ?? 0) < 24;
  return (
    <>
      <div className={styles.body}>
        <div className={styles.head}>
          <Icon size={18} stroke={1.75} aria-hidden="true" />
          <span className={styles.title}>{facts.title}</span>
        </div>
        <div className={styles.foot}>
          <span className={styles.people}>
            {facts.people.slice(0, 3).map(({ role, name, side }, index) => (
              <span key={`${role}${index === 0 ? '' : index}`} className={styles.person}>
                <SideShape side={side} />
                {index === 0 || roomy ? <span>{name}</span> : null}
              </span>
            ))}
            {element.type === 'userTask' && element.perPerson ? <PerPerson /> : null}
          </span>
          {facts.term ? <span className={styles.term}>{facts.term}</span> : null}
        </div>
        <Ladder ticks={facts.ticks} />
      </div>
      {facts.exits.length > 0 && <Outcomes exits={facts.exits} />}
    </>
  );
}

function Outcomes({ exits }: Pick<NodeData['facts'], 'exits'>) {
  const { t } = useTranslation('canvas');
  return (
    <div className={styles.exits}>
      {exits.map(({ id, label, open }) => (
        <div
          key={id}
          className={styles.exitRow}
          style={{ height: OUTCOME_ROW }}
          data-open={open || undefined}
        >
          <span title={open ? `${label}: ${t('leadsNowhere')}` : label}>{label}</span>
        </div>
      ))}
    </div>
  );
}

export const Card = memo(function Card({ data, selected }: Props) {
  const { element, facts } = data;
  const staff = element.type === 'serviceTask' || element.type === 'scriptTask';
  const shape = useContext(SightContext) === 'whole';
  return (
    <div
      className={styles.card}
      data-side={facts.side}
      data-quiet={staff || undefined}
      data-selected={selected || undefined}
      {...stateOf(data)}
    >
      <Entry top={CARD_ROW_TOP / 2} />
      {shape ? null : <CardWords data={data} />}
      <Exit top={CARD_ROW_TOP / 2} unused={facts.exits.length > 0} />
      {facts.exits.map(({ id }, index) => (
        <Exit key={id} id={`out:${id}`} top={CARD_ROW_TOP + index * OUTCOME_ROW + OUTCOME_ROW / 2} />
      ))}
      <Badges data={data} />
    </div>
  );
});

export const EventNode = memo(function EventNode({ data, selected }: Props) {
  const { element, facts } = data;
  const border = element.type === 'boundaryEvent';
  const shape = useContext(SightContext) === 'whole';
  const Icon = border && !element.triggers.timer ? IconBolt : blockIcons[facts.block];
  return (
    <div
      className={styles.event}
      data-type={element.type}
      data-selected={selected || undefined}
      data-dashed={(border && !element.interrupting) || undefined}
      {...stateOf(data)}
    >
      {element.type !== 'startEvent' && !border ? <Entry /> : null}
      {shape ? null : (
        <>
          <Icon size={20} stroke={1.75} aria-hidden="true" />
          <span className={border ? styles.borderName : styles.under}>{facts.title}</span>
        </>
      )}
      {element.type === 'endEvent' ? null : <Exit below={border} />}
      <Badges data={data} />
    </div>
  );
});

function AtMost({ max }: { max: number }) {
  const { t } = useTranslation('canvas');
  return <small>{t('atMost', { count: max })}</small>;
}

export const Gateway = memo(function Gateway({ data, selected }: Props) {
  const { element, facts } = data;
  const Icon = blockIcons[facts.block];
  const shape = useContext(SightContext) === 'whole';
  const loop = element.type === 'exclusiveGateway' ? element.loop : undefined;
  return (
    <div className={styles.gateway} data-selected={selected || undefined} {...stateOf(data)}>
      <Entry />
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <path d="M24 1.5L46.500 24 24 46.500 1.500 24z" />
      </svg>
      {shape ? null : (
        <>
          <Icon size={18} stroke={1.75} aria-hidden="true" />
          <span className={styles.over}>
            {facts.title}
            {loop ? <AtMost max={loop.max} /> : null}
          </span>
        </>
      )}
      <Exit />
      <Badges data={data} />
    </div>
  );
});

export const Part = memo(function Part({ id, data, selected }: Props) {
  const { element, facts } = data;
  const { t } = useTranslation('canvas');
  const toggle = useContext(PartsContext);
  const event = isEventPart(element);
  const closed = data.inside !== undefined;
  const Icon = closed ? IconPlus : IconMinus;
  return (
    <div
      className={styles.part}
      data-event={event || undefined}
      data-closed={closed || undefined}
      data-selected={selected || undefined}
      {...stateOf(data)}
    >
      {event ? null : <Entry />}
      <PartTitle>{facts.title}</PartTitle>
      {closed ? <span className={styles.partInside}>{t('inside', { count: data.inside ?? 0 })}</span> : null}
      {toggle ? (
        <button
          type="button"
          tabIndex={-1}
          className={`${styles.partToggle} nodrag`}
          aria-expanded={!closed}
          aria-label={`${closed ? t('open') : t('close')}: ${facts.title}`}
          title={`${closed ? t('open') : t('close')} (O)`}
          onClick={(pressed) => {
            pressed.stopPropagation();
            toggle(id);
          }}
        >
          <Icon size={16} stroke={2} aria-hidden="true" />
        </button>
      ) : null}
      {event ? null : <Exit />}
      <Badges data={data} />
    </div>
  );
});

const PartTitle = ({ children }: { children: ReactNode }) => (
  <span className={styles.partTitle}>{children}</span>
);
const isEventPart = (element: Element) => element.type === 'subProcess' && element.event === true;

export const nodeTypes = { card: Card, event: EventNode, gateway: Gateway, part: Part };
