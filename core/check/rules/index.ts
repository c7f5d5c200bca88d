// All rules, in the order in which their findings are shown: first what cannot run, then what the domain asks.
import type { Rule } from '../rule.ts';
import { adHoc } from './ad-hoc.ts';
import { askedOfInitiators } from './asked-of-initiators.ts';
import { bareRuimte } from './bare-ruimte.ts';
import { bothLanguages } from './both-languages.ts';
import { boundaryEvent } from './boundary-event.ts';
import { callBinding } from './call-binding.ts';
import { calledProcess } from './called-process.ts';
import { catchesNothing } from './catches-nothing.ts';
import { compensationHandler } from './compensation-handler.ts';
import { constantCondition } from './constant-condition.ts';
import { danglingFlow } from './dangling-flow.ts';
import { dayAsText } from './day-as-text.ts';
import { deadEnd } from './dead-end.ts';
import { decisionGap } from './decision-gap.ts';
import { decisionRows } from './decision-rows.ts';
import { decisionTable } from './decision-table.ts';
import { defaultFlow } from './default-flow.ts';
import { duplicateId } from './duplicate-id.ts';
import { dutyToSupport } from './duty-to-support.ts';
import { eventGateway } from './event-gateway.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { expression } from './expression.ts';
import { firstContactFields } from './first-contact-fields.ts';
import { formField } from './form-field.ts';
import { implicitSplit } from './implicit-split.ts';
import { jobInput } from './job-input.ts';
import { joinNeverCompletes } from './join-never-completes.ts';
import { labelMissing } from './label-missing.ts';
import { linkEvent } from './link-event.ts';
import { loopMaximum } from './loop-maximum.ts';
import { loopWithoutWait } from './loop-without-wait.ts';
import { manyInstances } from './many-instances.ts';
import { maybeUnset } from './maybe-unset.ts';
import { missingJoin } from './missing-join.ts';
import { needs } from './needs.ts';
import { neverChased } from './never-chased.ts';
import { newSpaceSearch } from './new-space-search.ts';
import { nobodyCan } from './nobody-can.ts';
import { nobodyListens } from './nobody-listens.ts';
import { notCarriedOut } from './not-carried-out.ts';
import { nothingToWaitFor } from './nothing-to-wait-for.ts';
import { outcomeWithoutFlow } from './outcome-without-flow.ts';
import { parent } from './parent.ts';
import { pathWithoutEnd } from './path-without-end.ts';
import { pilotDecision } from './pilot-decision.ts';
import { plainLanguage } from './plain-language.ts';
import { raiseRole } from './raise-role.ts';
import { retries } from './retries.ts';
import { setIgnored } from './set-ignored.ts';
import { standardLoop } from './standard-loop.ts';
import { startEvent } from './start-event.ts';
import { superfluousGateway } from './superfluous-gateway.ts';
import { termAnchor } from './term-anchor.ts';
import { textPlaceholder } from './text-placeholder.ts';
import { timerMoment } from './timer-moment.ts';
import { transaction } from './transaction.ts';
import { uncaughtThrow } from './uncaught-throw.ts';
import { unknownForm } from './unknown-form.ts';
import { unknownJob } from './unknown-job.ts';
import { unknownLadder } from './unknown-ladder.ts';
import { unknownOutcome } from './unknown-outcome.ts';
import { unknownRole } from './unknown-role.ts';
import { unknownText } from './unknown-text.ts';
import { unknownVariable } from './unknown-variable.ts';
import { unlikeAnswer } from './unlike-answer.ts';
import { unreachable } from './unreachable.ts';
import { waitWithoutOwner } from './wait-without-owner.ts';
import { waitingBeforeHelp } from './waiting-before-help.ts';

export const rules: readonly Rule[] = [
  duplicateId,
  notCarriedOut,
  danglingFlow,
  parent,
  startEvent,
  unreachable,
  deadEnd,
  pathWithoutEnd,
  boundaryEvent,
  eventSubProcess,
  nothingToWaitFor,
  linkEvent,
  eventGateway,
  compensationHandler,
  transaction,
  uncaughtThrow,
  catchesNothing,
  adHoc,
  manyInstances,
  standardLoop,
  defaultFlow,
  constantCondition,
  outcomeWithoutFlow,
  unknownOutcome,
  joinNeverCompletes,
  missingJoin,
  implicitSplit,
  superfluousGateway,
  loopWithoutWait,
  loopMaximum,
  needs,
  unknownRole,
  nobodyCan,
  unknownForm,
  unknownLadder,
  unknownText,
  unknownVariable,
  maybeUnset,
  setIgnored,
  expression,
  dayAsText,
  unlikeAnswer,
  decisionTable,
  decisionRows,
  decisionGap,
  termAnchor,
  timerMoment,
  formField,
  textPlaceholder,
  calledProcess,
  callBinding,
  nobodyListens,
  unknownJob,
  jobInput,
  retries,
  waitWithoutOwner,
  neverChased,
  dutyToSupport,
  firstContactFields,
  waitingBeforeHelp,
  askedOfInitiators,
  pilotDecision,
  newSpaceSearch,
  raiseRole,
  labelMissing,
  bothLanguages,
  plainLanguage,
  bareRuimte,
];
