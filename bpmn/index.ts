// BPMN 2.0 in and out; nothing here needs more than the language itself, so it runs in the browser, the API and the program.

export { decoded } from './decode.ts';
export { writeDmn } from './dmn/write.ts';
export { writeDecisions } from './dmn/write-decisions.ts';
export { type ImportFinding, importRules } from './finding.ts';
export { layOut } from './layout/lay-out.ts';
export { type ReadBpmn, readBpmn } from './read-bpmn.ts';
export { NotWritable, writeBpmn } from './write-bpmn.ts';
