/** The words of all screens, one line per screen. No screen brings them all: each brings its own (`building/words-with-screens.ts`). */
import { burdenTexts } from '../burden/burden-texts.ts';
import { canvasTexts } from '../canvas/canvas-texts.ts';
import { colleaguesTexts } from '../colleagues/colleagues-texts.ts';
import { commentsTexts } from '../comments/comments-texts.ts';
import { conflictsTexts } from '../conflicts/conflicts-texts.ts';
import { differencesTexts } from '../differences/differences-texts.ts';
import { expertTexts } from '../expert/expert-texts.ts';
import { expressionTexts } from '../expression/expression-texts.ts';
import { formTexts } from '../form/form-texts.ts';
import { formsTexts } from '../forms/forms-texts.ts';
import { initiativesTexts } from '../initiatives/initiatives-texts.ts';
import { ladderTexts } from '../ladder/ladder-texts.ts';
import { lanesTexts } from '../lanes/lanes-texts.ts';
import { lookTexts } from '../look/look-texts.ts';
import { messageTexts } from '../message/message-texts.ts';
import { monitorTexts } from '../monitor/monitor-texts.ts';
import { operationsTexts } from '../operations/operations-texts.ts';
import { outboxTexts } from '../outbox/outbox-texts.ts';
import { outlineTexts } from '../outline/outline-texts.ts';
import { ownCopyTexts } from '../own-copy/own-copy-texts.ts';
import { pictureTexts } from '../picture/picture-texts.ts';
import { playTexts } from '../play/play-texts.ts';
import { refusalTexts } from '../play/refusal-texts.ts';
import { tryingTexts } from '../play/trying-texts.ts';
import { beginTexts } from '../processes/begin-texts.ts';
import { processesTexts } from '../processes/processes-texts.ts';
import { propertiesTexts } from '../properties/properties-texts.ts';
import { publishingTexts } from '../publishing/publishing-texts.ts';
import { rehearsalTexts } from '../rehearsal/rehearsal-texts.ts';
import { reportsTexts } from '../reports/reports-texts.ts';
import { sharedTexts } from '../shared/shared-texts.ts';
import { sharingTexts } from '../sharing/sharing-texts.ts';
import { signInTexts } from '../sign-in/sign-in-texts.ts';
import { tablesTexts } from '../tables/tables-texts.ts';
import { templatesTexts } from '../templates/templates-texts.ts';
import { workTexts } from '../work/work-texts.ts';
import { layoutTexts } from './layout-texts.ts';

export const allTexts = {
  layout: layoutTexts,
  shared: sharedTexts,
  form: formTexts,
  ownCopy: ownCopyTexts,
  colleagues: colleaguesTexts,
  forms: formsTexts,
  signIn: signInTexts,
  work: workTexts,
  initiatives: initiativesTexts,
  monitor: monitorTexts,
  reports: reportsTexts,
  operations: operationsTexts,
  outbox: outboxTexts,
  trying: tryingTexts,
  burden: burdenTexts,
  canvas: canvasTexts,
  outline: outlineTexts,
  message: messageTexts,
  expression: expressionTexts,
  tables: tablesTexts,
  ladder: ladderTexts,
  lanes: lanesTexts,
  properties: propertiesTexts,
  expert: expertTexts,
  processes: processesTexts,
  begin: beginTexts,
  comments: commentsTexts,
  conflicts: conflictsTexts,
  differences: differencesTexts,
  publishing: publishingTexts,
  look: lookTexts,
  sharing: sharingTexts,
  templates: templatesTexts,
  picture: pictureTexts,
  play: playTexts,
  refusal: refusalTexts,
  rehearsal: rehearsalTexts,
} as const;
