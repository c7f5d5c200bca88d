/** The part of bpmn-moddle that tests and the bench ask for an opinion; it brings no types of its own. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{
      warnings: { message: string }[];
      elementsById: Record<string, { $type: string; name?: string }>;
    }>;
  }
}
