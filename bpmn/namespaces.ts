// Namespaces of BPMN files, and the prefixes under which they are written.

export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const BPMNDI = 'http://www.omg.org/spec/BPMN/20100524/DI';
export const DC = 'http://www.omg.org/spec/DD/20100524/DC';
export const DI = 'http://www.omg.org/spec/DD/20100524/DI';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** What only Speelruimte knows of an element travels in this namespace (docs/bpmn.md). */
export const OWN = 'urn:speelruimte:bpmn:1';

export const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';
const OPERATON = 'http://operaton.org/schema/1.0/bpmn';
export const FLOWABLE = 'http://flowable.org/bpmn';
const ACTIVITI = 'http://activiti.org/bpmn';
export const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';
export const MODELER = 'http://camunda.org/schema/modeler/1.0';

/** Programs that write the same words in a namespace of their own. */
export const ACTIVITI_LIKE: readonly string[] = [CAMUNDA, FLOWABLE, ACTIVITI, OPERATON];

/** Prefixes of what is always written. */
export const standardPrefixes: readonly (readonly [string, string])[] = [
  [BPMN, 'bpmn'],
  [BPMNDI, 'bpmndi'],
  [DC, 'dc'],
  [DI, 'di'],
  [XSI, 'xsi'],
  [OWN, 'speelruimte'],
];
