// All rules, in the order in which their findings are shown: first what cannot run, then what the domain asks.
import type { Rule } from '../rule.ts';
import { bareRuimte } from './bare-ruimte.ts';
import { bothLanguages } from './both-languages.ts';
import { boundaryEvent } from './boundary-event.ts';
import { calledProcess } from './called-process.ts';
import { danglingFlow } from './dangling-flow.ts';
import { deadEnd } from './dead-end.ts';
import { defaultFlow } from './default-flow.ts';
import { duplicateId } from './duplicate-id.ts';
import { dutyToSupport } from './duty-to-support.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { expression } from './expression.ts';
import { firstContactFields } from './first-contact-fields.ts';
import { formField } from './form-field.ts';
import { joinNeverCompletes } from './join-never-completes.ts';
import { loopMaximum } from './loop-maximum.ts';
import { loopWithoutWait } from './loop-without-wait.ts';
import { missingJoin } from './missing-join.ts';
import { neverChased } from './never-chased.ts';
import { notCarriedOut } from './not-carried-out.ts';
import { nothingToWaitFor } from './nothing-to-wait-for.ts';
import { outcomeWithoutFlow } from './outcome-without-flow.ts';
import { parent } from './parent.ts';
import { pathWithoutEnd } from './path-without-end.ts';
import { pilotDecision } from './pilot-decision.ts';
import { plainLanguage } from './plain-language.ts';
import { raiseRole } from './raise-role.ts';
import { startEvent } from './start-event.ts';
import { termAnchor } from './term-anchor.ts';
import { textPlaceholder } from './text-placeholder.ts';
import { unknownForm } from './unknown-form.ts';
import { unknownLadder } from './unknown-ladder.ts';
import { unknownOutcome } from './unknown-outcome.ts';
import { unknownRole } from './unknown-role.ts';
import { unknownText } from './unknown-text.ts';
import { unknownVariable } from './unknown-variable.ts';
import { unreachable } from './unreachable.ts';
import { waitWithoutOwner } from './wait-without-owner.ts';
import { waitingBeforeHelp } from './waiting-before-help.ts';

export const rules: readonly Rule[] = [
  duplicateId,
  danglingFlow,
  parent,
  startEvent,
  unreachable,
  deadEnd,
  pathWithoutEnd,
  boundaryEvent,
  eventSubProcess,
  nothingToWaitFor,
  notCarriedOut,
  defaultFlow,
  outcomeWithoutFlow,
  unknownOutcome,
  joinNeverCompletes,
  missingJoin,
  loopWithoutWait,
  loopMaximum,
  unknownRole,
  unknownForm,
  unknownLadder,
  unknownText,
  unknownVariable,
  expression,
  termAnchor,
  formField,
  textPlaceholder,
  calledProcess,
  waitWithoutOwner,
  neverChased,
  dutyToSupport,
  firstContactFields,
  waitingBeforeHelp,
  pilotDecision,
  raiseRole,
  bothLanguages,
  plainLanguage,
  bareRuimte,
];
