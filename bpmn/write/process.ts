// The process and the file around it, as they are written where nothing older is kept.
import type { Definition } from '../../contract/index.ts';
import { BPMN, BPMNDI } from '../namespaces.ts';
import { element as made, type XmlElement } from '../xml/node.ts';
import { documentation, words } from './fresh.ts';

export function freshProcess({ id, name, summary }: Pick<Definition, 'id' | 'name' | 'summary'>): XmlElement {
  return made(BPMN, 'process', { id, name: words(name), isExecutable: 'true' }, documentation(summary));
}

export const EXPORTER = 'Speelruimte';

export const freshRoot = (): XmlElement =>
  made(BPMN, 'definitions', {
    id: 'Definitions_1',
    targetNamespace: 'urn:speelruimte:processes',
    exporter: EXPORTER,
  });

export const freshCollaboration = (id: string): XmlElement => made(BPMN, 'collaboration', { id });

export const COLLABORATION = 'Collaboration_1';

/** @param plane id of what is drawn */
export const freshDiagram = (plane: string): XmlElement =>
  made(BPMNDI, 'BPMNDiagram', { id: `BPMNDiagram_${plane}` }, [
    made(BPMNDI, 'BPMNPlane', { id: `BPMNPlane_${plane}`, bpmnElement: plane }),
  ]);
