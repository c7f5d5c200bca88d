/** How long a large BPMN file takes to import, beside the time bpmn-moddle needs to read the same file and nothing more. */
import { BpmnModdle } from 'bpmn-moddle';
import { layOut, readBpmn, writeBpmn } from '../bpmn/index.ts';
import { cpuFor } from './process-cost.ts';
import { median } from './statistics.ts';

export interface BpmnSpeed {
  elements: number;
  bytes: number;
  /** Milliseconds of processor time. */
  moddle: number;
  read: number;
  /** Without a drawing, so that one is made. */
  readAndDraw: number;
  layOut: number;
  write: number;
}

/** Blocks of a choice between two tasks, one of them with an event on its border. */
function process(blocks: number): string {
  const parts: string[] = ['<bpmn:startEvent id="Start" />'];
  let before = 'Start';
  const flow = (from: string, to: string, more = '') =>
    parts.push(
      `<bpmn:sequenceFlow id="Flow_${from}_${to}" sourceRef="${from}" targetRef="${to}"${more === '' ? ' />' : `>${more}</bpmn:sequenceFlow>`}`,
    );
  for (let i = 0; i < blocks; i += 1) {
    parts.push(
      `<bpmn:exclusiveGateway id="Split_${i}" default="Flow_Split_${i}_B_${i}" />`,
      `<bpmn:userTask id="A_${i}" name="Look at request ${i}" camunda:candidateGroups="officers" camunda:dueDate="P5D" />`,
      `<bpmn:boundaryEvent id="Late_${i}" attachedToRef="A_${i}" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`,
      `<bpmn:serviceTask id="B_${i}" name="Send answer ${i}" camunda:type="external" camunda:topic="send" />`,
      `<bpmn:exclusiveGateway id="Join_${i}" />`,
    );
    flow(before, `Split_${i}`);
    flow(
      `Split_${i}`,
      `A_${i}`,
      `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">$` +
        `{amount &gt; ${i} &amp;&amp; !urgent}</bpmn:conditionExpression>`,
    );
    flow(`Split_${i}`, `B_${i}`);
    flow(`A_${i}`, `Join_${i}`);
    flow(`B_${i}`, `Join_${i}`);
    flow(`Late_${i}`, `B_${i}`);
    before = `Join_${i}`;
  }
  parts.push('<bpmn:endEvent id="End" />');
  flow(before, 'End');
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_1" targetNamespace="urn:bench"><bpmn:process id="Large" isExecutable="true">${parts.join('\n')}</bpmn:process></bpmn:definitions>`;
}

export async function bpmnSpeed({
  elements,
  rounds,
}: {
  elements: number;
  rounds: number;
}): Promise<BpmnSpeed> {
  const plain = process(Math.ceil(elements / 5));
  const definitions = imported(plain);
  const xml = writeBpmn(definitions);
  const [definition] = definitions;
  if (!definition) throw new Error('Expected a definition');
  const times = {
    moddle: [] as number[],
    read: [] as number[],
    readAndDraw: [] as number[],
    layOut: [] as number[],
    write: [] as number[],
  };
  for (let round = 0; round <= rounds; round += 1) {
    const measured = {
      moddle: await cpuFor(() => new BpmnModdle().fromXML(xml)),
      read: await cpuFor(() => imported(xml)),
      readAndDraw: await cpuFor(() => imported(plain)),
      layOut: await cpuFor(() => layOut(definition, true)),
      write: await cpuFor(() => writeBpmn(definitions)),
    };
    if (round === 0) continue; // warming up
    for (const [what, ms] of Object.entries(measured)) times[what as keyof typeof times].push(ms);
  }
  return {
    elements: definition.elements.length,
    bytes: xml.length,
    moddle: median(times.moddle),
    read: median(times.read),
    readAndDraw: median(times.readAndDraw),
    layOut: median(times.layOut),
    write: median(times.write),
  };
}

function imported(xml: string) {
  const read = readBpmn(xml);
  if (!read.ok) throw new Error('Expected the file to be read');
  return read.definitions;
}
