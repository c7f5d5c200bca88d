// Every shape that crosses a process boundary.

export type { ActOf, ActType } from './act.ts';
export { Act, NewCommitment } from './act.ts';
export { Mapping, MultiInstance, StandardLoop } from './activity.ts';
export type { ArtifactOf } from './artifact.ts';
export { Artifact } from './artifact.ts';
export { Decision, HitPolicy } from './decision.ts';
export type { ElementOf, ElementType } from './definition.ts';
export {
  Assignment,
  Block,
  Definition,
  Element,
  Flow,
  Outcome,
  Role,
  Side,
} from './definition.ts';
export { ElementId, ProcessId } from './element-id.ts';
export type { IncidentCode, Rejection, RejectionCode } from './error.ts';
export { httpStatus } from './error.ts';
export type { CommitmentStatus, Fact, FactBase, FactBody, FactOf, FactType, LedgerLine } from './fact.ts';
export { Feel } from './feel.ts';
export { Finding } from './finding.ts';
export { Column, ColumnType, Field, FieldType, Form } from './form.ts';
export type { CapacityResult } from './job.ts';
export { CapacityInput, FreezeInput, FreezeResult, RecordInput, ReportNoteInput } from './job.ts';
export { ActPreview, MigrationPlan, MigrationProblem, Rescheduled } from './migration.ts';
export { Note, NoteKind, OutgoingMessage } from './note.ts';
export { type ParsedDefinition, parseDefinition } from './parse-definition.ts';
export { type ProcessPlace, placeOfProcess, readProcessPlace } from './process-place.ts';
export {
  Audience,
  Consent,
  Correction,
  Frozen,
  FrozenFigure,
  FrozenRoom,
  News,
  NewsKind,
  Reported,
  ReportLine,
  ReportSection,
  ReportStatus,
  ReportText,
  SectionId,
} from './report.ts';
export type { RungAct } from './term.ts';
export { Amount, Anchor, CountedTerm, ExactTerm, Ladder, MomentTerm, Rung, Term, Unit } from './term.ts';
export type { Language } from './text.ts';
export { MessageText, Text } from './text.ts';
export { MessageTrigger, Schedule, ThrownMessage, TimerTrigger, TimeToLive, Triggers } from './trigger.ts';
export {
  Change,
  ChaseView,
  CommitmentView,
  DueView,
  InstanceView,
  RaisedView,
  TaskView,
  TimelineEntry,
} from './view.ts';
