/** What each element of BPMN becomes, in the words of BPMN itself and of the programs that write it. */
import { describe, expect, it } from 'vitest';
import { writeBpmn } from '../../bpmn/index.ts';
import { definitionIn, elementIn, file, findingsIn, model, read, told } from './support.ts';

const root =
  '<message id="M" name="paid"/><signal id="S" name="closed"/><error id="E" errorCode="FULL" name="Full"/><escalation id="C" escalationCode="HELP" name="Help"/>';
const timer = (inside: string) => `<timerEventDefinition>${inside}</timerEventDefinition>`;
const caught = (inside: string) =>
  elementIn(`<intermediateCatchEvent id="x">${inside}</intermediateCatchEvent>`, root).triggers;
const boundary = (attributes: string, inside: string) =>
  elementIn(
    `<task id="t"/><boundaryEvent id="x" attachedToRef="t" ${attributes}>${inside}</boundaryEvent>`,
    root,
  );

describe('events wait for', () => {
  it.each<[string, string, object]>([
    ['a message by name', '<messageEventDefinition messageRef="M"/>', { message: { name: 'paid' } }],
    ['a signal by name', '<signalEventDefinition signalRef="S"/>', { signal: 'closed' }],
    [
      'a moment',
      timer('<timeDate>2026-09-01T09:00:00Z</timeDate>'),
      { timer: { term: { moment: '2026-09-01T09:00:00Z' } } },
    ],
    [
      'a moment that is worked out',
      timer('<timeDate>$' + '{due}</timeDate>'),
      { timer: { term: { moment: 'due' } } },
    ],
    ['a period', timer('<timeDuration>P1DT2H</timeDuration>'), { timer: { term: { duration: 'P1DT2H' } } }],
    [
      'a period in FEEL',
      timer('<timeDuration>= duration("PT" + string(n) + "H")</timeDuration>'),
      { timer: { term: { duration: 'duration("PT" + string(n) + "H")' } } },
    ],
    ['a row', timer('<timeCycle>R3/PT10H</timeCycle>'), { timer: { term: { duration: 'PT10H' }, times: 3 } }],
    [
      'a row without end',
      timer('<timeCycle>R/P1D</timeCycle>'),
      { timer: { term: { duration: 'P1D' }, times: 'unlimited' } },
    ],
    [
      'a row with a first moment',
      timer('<timeCycle>R5/2026-09-01T09:00:00Z/P1W</timeCycle>'),
      { timer: { term: { duration: 'P1W' }, times: 5, first: '2026-09-01T09:00:00Z' } },
    ],
    [
      'a row in FEEL',
      timer('<timeCycle>= cycle(3, duration("PT1M"))</timeCycle>'),
      { timer: { term: { duration: 'duration("PT1M")' }, times: 3 } },
    ],
    [
      'a condition',
      '<conditionalEventDefinition><condition>= a &gt; 1</condition></conditionalEventDefinition>',
      { condition: 'a > 1' },
    ],
    ['a link', '<linkEventDefinition name="on"/>', { link: 'on' }],
    [
      'whichever of several comes first',
      `<messageEventDefinition messageRef="M"/>${timer('<timeDuration>P1D</timeDuration>')}`,
      { message: { name: 'paid' }, timer: { term: { duration: 'P1D' } } },
    ],
  ])('%s', (_, inside, triggers) => {
    expect(caught(inside)).toEqual(triggers);
  });

  it('their own name where the file names no message or signal', () => {
    expect(
      elementIn(
        '<intermediateCatchEvent id="x" name="An answer"><messageEventDefinition/></intermediateCatchEvent>',
      ).triggers,
    ).toEqual({ message: { name: 'An answer' } });
    expect(
      elementIn('<intermediateCatchEvent id="x"><signalEventDefinition/></intermediateCatchEvent>').triggers,
    ).toEqual({ signal: 'x' });
  });

  it('what a definition of the file says that several share', () => {
    const shared = '<timerEventDefinition id="T"><timeDuration>PT1H</timeDuration></timerEventDefinition>';

    expect(
      elementIn(
        '<intermediateCatchEvent id="x"><eventDefinitionRef>T</eventDefinitionRef></intermediateCatchEvent>',
        shared,
      ).triggers,
    ).toEqual({ timer: { term: { duration: 'PT1H' } } });
  });

  it('errors and escalations by code, every one where none is named', () => {
    expect(boundary('', '<errorEventDefinition errorRef="E"/>')).toMatchObject({
      triggers: { error: 'FULL' },
      interrupting: true,
    });
    expect(boundary('', '<errorEventDefinition/>')).toMatchObject({ triggers: { error: '' } });
    expect(
      boundary('cancelActivity="false"', '<escalationEventDefinition escalationRef="C"/>'),
    ).toMatchObject({ triggers: { escalation: 'HELP' }, interrupting: false });
  });

  it.each([
    ['0 0 9 * * ?', { of: 'day', time: '09:00' }],
    ['0 30 8 ? * MON', { of: 'week', day: 1, time: '08:30' }],
    ['0 0 7 ? * 1', { of: 'week', day: 7, time: '07:00' }],
    ['0 0 7 ? * 2', { of: 'week', day: 1, time: '07:00' }],
    ['0 0 12 1 * ?', { of: 'month', day: 1, time: '12:00' }],
    ['0 0 12 L * ?', { of: 'month', day: -1, time: '12:00' }],
    ['0 0 12 15 1 ?', { of: 'year', day: 15, time: '12:00' }],
    ['0 0 9 * * ? *', { of: 'day', time: '09:00' }],
    ['@monthly', { of: 'month', day: 1, time: '00:00' }],
  ])('a schedule at the start: %s', (cron, schedule) => {
    expect(
      elementIn(`<startEvent id="x">${timer(`<timeCycle>${cron}</timeCycle>`)}</startEvent>`),
    ).toMatchObject({ schedule });
  });

  it('days of the week as Camunda 8 counts them', () => {
    const xml = file(
      '<startEvent id="x"><timerEventDefinition><timeCycle>0 0 7 * * 1</timeCycle></timerEventDefinition></startEvent>',
    ).replace(
      '<definitions ',
      '<definitions xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud" ',
    );

    expect(definitionIn(xml).elements[0]).toMatchObject({ schedule: { of: 'week', day: 1 } });
  });

  it.each([
    [
      '<timeCycle>0 0/5 * * * ?</timeCycle>',
      '‘0 0/5 * * * ?’ does not name one moment per day, week, month or year',
    ],
    ['<timeCycle>0 0 9 ? * MON-FRI</timeCycle>', 'does not name one moment'],
    ['<timeDuration>3 days</timeDuration>', '‘3 days’ is no duration such as P3D'],
    ['<timeDate>2026-99</timeDate>', '‘2026-99’ is no moment'],
    ['<timeCycle>R3</timeCycle>', 'is no repetition such as R3/PT10H'],
    ['<timeCycle>$' + '{cycle}</timeCycle>', 'is only worked out later'],
    ['', 'the timer has no moment or duration'],
  ])('nothing that cannot be: %s', (inside, message) => {
    expect(findingsIn(`<startEvent id="x">${timer(inside)}</startEvent>`).join()).toMatch(
      new RegExp(`error bpmn-timer x: ‘x’: .*${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
    );
  });

  it('an empty condition in a drawing that is not carried out: it never fires, and that is said', () => {
    expect(
      findingsIn(
        '<startEvent id="x"><conditionalEventDefinition><condition/></conditionalEventDefinition></startEvent>',
        '',
        'isExecutable="false"',
      ),
    ).toEqual(['warning bpmn-event x: ‘x’: the condition is empty, so it never becomes true.']);
  });
});

describe('events throw', () => {
  it.each<[string, string, object]>([
    ['a message', '<messageEventDefinition messageRef="M"/>', { message: { name: 'paid' } }],
    ['a signal', '<signalEventDefinition signalRef="S"/>', { signal: 'closed' }],
    ['an escalation', '<escalationEventDefinition escalationRef="C"/>', { escalation: 'HELP' }],
    ['a link', '<linkEventDefinition name="on"/>', { link: 'on' }],
    ['one compensation', '<compensateEventDefinition activityRef="t"/>', { compensation: { activity: 't' } }],
    ['all compensation', '<compensateEventDefinition/>', { compensation: {} }],
  ])('%s', (_, inside, throws) => {
    expect(
      elementIn(`<task id="t"/><intermediateThrowEvent id="x">${inside}</intermediateThrowEvent>`, root)
        .throws,
    ).toEqual(throws);
  });

  it.each<[string, string, object]>([
    ['nothing', '', { end: 'none' }],
    ['termination', '<terminateEventDefinition/>', { end: 'terminate' }],
    ['an error', '<errorEventDefinition errorRef="E"/>', { end: 'error', code: 'FULL' }],
    ['an escalation', '<escalationEventDefinition escalationRef="C"/>', { end: 'escalation', code: 'HELP' }],
    ['a message', '<messageEventDefinition messageRef="M"/>', { end: 'message', code: 'paid' }],
    ['a signal', '<signalEventDefinition signalRef="S"/>', { end: 'signal', code: 'closed' }],
    ['compensation', '<compensateEventDefinition/>', { end: 'compensation' }],
  ])('at an end: %s', (_, inside, end) => {
    expect(elementIn(`<endEvent id="x">${inside}</endEvent>`, root)).toMatchObject(end);
  });

  it('cancellation within a transaction only', () => {
    const cancel = '<endEvent id="x"><cancelEventDefinition/></endEvent>';

    expect(elementIn(`<transaction id="t">${cancel}</transaction>`)).toMatchObject({
      type: 'endEvent',
      end: 'cancel',
    });
    expect(elementIn(cancel)).toMatchObject({ type: 'unsupported', bpmn: 'endEvent' });
  });
});

describe('tasks', () => {
  it.each<[string, string, object]>([
    ['of no kind are passed through', '<task id="x"/>', { type: 'manualTask' }],
    ['by hand are passed through', '<manualTask id="x"/>', { type: 'manualTask' }],
    [
      'of people are for everybody where nobody is named',
      '<userTask id="x"/>',
      { type: 'userTask', roles: ['everyone'] },
    ],
    [
      'that receive wait',
      '<receiveTask id="x" messageRef="M"/>',
      { type: 'receiveTask', message: { name: 'paid' } },
    ],
    [
      'that send are work with a message',
      '<sendTask id="x" messageRef="M"/>',
      { type: 'serviceTask', job: 'send', message: { name: 'paid' }, retries: 3 },
    ],
    [
      'of a Camunda 8 worker',
      '<serviceTask id="x"><extensionElements><zeebe:taskDefinition type="pay" retries="7"/></extensionElements></serviceTask>',
      { type: 'serviceTask', job: 'pay', retries: 7 },
    ],
    [
      'of an external worker',
      '<serviceTask id="x" camunda:type="external" camunda:topic="pay"/>',
      { job: 'pay' },
    ],
    ['of a class', '<serviceTask id="x" camunda:class="org.Pay"/>', { job: 'org.Pay' }],
    ['of a bean', '<serviceTask id="x" camunda:delegateExpression="$' + '{payBean}"/>', { job: 'payBean' }],
    ['of Flowable', '<serviceTask id="x" flowable:type="mail"/>', { job: 'mail' }],
    ['by BPMN itself', '<serviceTask id="x" implementation="https://pay"/>', { job: 'https://pay' }],
    [
      'that nobody says more about',
      '<serviceTask id="x" implementation="##WebService"/>',
      { job: 'service' },
    ],
    [
      'that work something out',
      '<serviceTask id="x" camunda:expression="$' + '{a * 2}" camunda:resultVariable="b"/>',
      { type: 'scriptTask', set: [{ variable: 'b', value: 'a * 2' }] },
    ],
    [
      'with a FEEL script',
      '<scriptTask id="x" scriptFormat="feel" camunda:resultVariable="b"><script>a + 1</script></scriptTask>',
      { type: 'scriptTask', set: [{ variable: 'b', value: 'a + 1' }] },
    ],
    [
      'with a program',
      '<scriptTask id="x" scriptFormat="groovy"><script>a</script></scriptTask>',
      { type: 'serviceTask', job: 'script' },
    ],
    [
      'that ask a decision of Camunda 7',
      '<businessRuleTask id="x" camunda:decisionRef="d" camunda:resultVariable="r"/>',
      { type: 'businessRuleTask', decision: 'd', result: 'r' },
    ],
    [
      'that ask a decision of Camunda 8',
      '<businessRuleTask id="x"><extensionElements><zeebe:calledDecision decisionId="d" resultVariable="r"/></extensionElements></businessRuleTask>',
      { type: 'businessRuleTask', decision: 'd', result: 'r' },
    ],
    [
      'that ask a decision nobody names',
      '<businessRuleTask id="x"/>',
      { type: 'serviceTask', job: 'business-rule' },
    ],
    ['for compensation', '<task id="x" isForCompensation="true"/>', { forCompensation: true }],
  ])('%s', (_, inside, element) => {
    expect(elementIn(inside, root)).toMatchObject(element);
  });

  it.each<[string, string, object]>([
    [
      'a fixed number of times',
      '<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>',
      { many: { count: 3 } },
    ],
    [
      'a number that is worked out',
      '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>$' +
        '{n + 1}</loopCardinality></multiInstanceLoopCharacteristics>',
      { many: { sequential: true, count: 'n + 1' } },
    ],
    [
      'for a list, in Camunda 7',
      '<multiInstanceLoopCharacteristics camunda:collection="$' +
        '{people}" camunda:elementVariable="who"><completionCondition>$' +
        '{nrOfCompletedInstances == 2}</completionCondition></multiInstanceLoopCharacteristics>',
      { many: { items: 'people', item: 'who', completion: 'nrOfCompletedInstances = 2' } },
    ],
    [
      'until enough are done, in the words of BPMN and Camunda 8',
      '<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality><completionCondition>= numberOfCompletedInstances / numberOfInstances &gt;= 0.5 or said = "numberOfInstances"</completionCondition></multiInstanceLoopCharacteristics>',
      {
        many: {
          count: 3,
          completion: 'nrOfCompletedInstances / nrOfInstances >= 0.5 or said = "numberOfInstances"',
        },
      },
    ],
    [
      'for a list, in Camunda 8',
      '<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="= people" inputElement="who" outputCollection="votes" outputElement="= vote"/></extensionElements></multiInstanceLoopCharacteristics>',
      { many: { items: 'people', item: 'who', output: { variable: 'votes', value: 'vote' } } },
    ],
    [
      'for a list, in BPMN',
      '<multiInstanceLoopCharacteristics><loopDataInputRef>D</loopDataInputRef><inputDataItem id="i" name="who"/></multiInstanceLoopCharacteristics>',
      { many: { items: 'people', item: 'who' } },
    ],
    [
      'again and again',
      '<standardLoopCharacteristics testBefore="true" loopMaximum="5"><loopCondition>= more</loopCondition></standardLoopCharacteristics>',
      { again: { condition: 'more', before: true, max: 5 } },
    ],
  ])('are done %s', (_, inside, element) => {
    expect(
      elementIn(`<dataObject id="D" name="people"/><userTask id="x">${inside}</userTask>`),
    ).toMatchObject(element);
  });

  it('one for each that comes: other quantities are named, and kept', () => {
    const several = '<task id="x" name="Visit" startQuantity="2" completionQuantity="3"/>';

    expect(findingsIn('<task id="x" startQuantity="1" completionQuantity="1"/>')).toEqual([]);
    expect(findingsIn(several)).toEqual([
      'warning bpmn-kept x: ‘Visit’ (x): that it begins once so many have come (startQuantity) is kept, but does nothing.',
      'warning bpmn-kept x: ‘Visit’ (x): that so many go on from it (completionQuantity) is kept, but does nothing.',
    ]);
    expect(writeBpmn([definitionIn(file(several))])).toContain('completionQuantity="3"');
  });
});

describe('values go in and out', () => {
  it('in Camunda 8: only what is named leaves', () => {
    expect(
      elementIn(
        '<userTask id="x"><extensionElements><zeebe:ioMapping><zeebe:input source="= a + 1" target="b"/><zeebe:input source="plain" target="c"/><zeebe:output source="= d" target="e"/></zeebe:ioMapping></extensionElements></userTask>',
      ),
    ).toMatchObject({
      inputMapping: [
        { variable: 'b', value: 'a + 1' },
        { variable: 'c', value: '"plain"' },
      ],
      outputMapping: [{ variable: 'e', value: 'd' }],
    });
  });

  it('in Camunda 7: what is named leaves beside the rest', () => {
    const parameter = (name: string, inside: string) =>
      `<camunda:inputParameter name="${name}">${inside}</camunda:inputParameter>`;
    const inside = [
      parameter('text', 'Hello $' + '{name}!'),
      parameter('plain', '5'),
      parameter(
        'list',
        '<camunda:list><camunda:value>a</camunda:value><camunda:value>$' +
          '{b}</camunda:value></camunda:list>',
      ),
      parameter('map', '<camunda:map><camunda:entry key="k">v</camunda:entry></camunda:map>'),
      parameter('script', '<camunda:script scriptFormat="feel">1 + 1</camunda:script>'),
      '<camunda:outputParameter name="out">$' + '{result}</camunda:outputParameter>',
    ].join('');

    expect(
      elementIn(
        `<serviceTask id="x"><extensionElements><camunda:inputOutput>${inside}</camunda:inputOutput></extensionElements></serviceTask>`,
      ),
    ).toMatchObject({
      inputMapping: [
        { variable: 'text', value: '"Hello " + string(name) + "!"' },
        { variable: 'plain', value: '"5"' },
        { variable: 'list', value: '["a", b]' },
        { variable: 'map', value: '{"k": "v"}' },
        { variable: 'script', value: '1 + 1' },
      ],
      set: [{ variable: 'out', value: 'result' }],
    });
  });

  it('of a called process', () => {
    expect(
      elementIn(
        '<callActivity id="x" calledElement="Q" camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="v1"><extensionElements><camunda:in source="a" target="b"/><camunda:out variables="all"/></extensionElements></callActivity>',
      ),
    ).toMatchObject({
      process: 'Q',
      binding: 'tag',
      tag: 'v1',
      inputMapping: [{ variable: 'b', value: 'a' }],
      returnsAll: true,
    });
    expect(
      elementIn(
        '<callActivity id="x"><extensionElements><zeebe:calledElement processId="Q"/></extensionElements></callActivity>',
      ),
    ).toMatchObject({ process: 'Q', binding: 'latest', returnsAll: true });
    expect(
      elementIn(
        '<callActivity id="x"><extensionElements><zeebe:calledElement processId="Q" propagateAllChildVariables="false" bindingType="deployment"/></extensionElements></callActivity>',
      ),
    ).toEqual({ type: 'callActivity', id: 'x', process: 'Q', binding: 'pinned' });
  });
});

describe('parts', () => {
  it.each<[string, string, object]>([
    ['are sub-processes', '<subProcess id="x"><task id="t"/></subProcess>', { type: 'subProcess' }],
    [
      'that begin by themselves',
      '<subProcess id="x" triggeredByEvent="true"><startEvent id="s" isInterrupting="false"><signalEventDefinition signalRef="S"/></startEvent></subProcess>',
      { event: true },
    ],
    ['that can be cancelled', '<transaction id="x"><task id="t"/></transaction>', { transaction: true }],
    [
      'in any order',
      '<adHocSubProcess id="x" ordering="Sequential" cancelRemainingInstances="false"><task id="t"/><completionCondition>= done</completionCondition></adHocSubProcess>',
      { adHoc: { sequential: true, completion: 'done', cancelRemaining: false } },
    ],
  ])('%s', (_, inside, element) => {
    expect(elementIn(inside, root)).toMatchObject(element);
  });

  it('know where they are', () => {
    const { elements } = definitionIn(
      file('<subProcess id="a"><subProcess id="b"><task id="c"/></subProcess></subProcess>'),
    );

    expect(elements.map(({ id, parent }) => [id, parent])).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', 'b'],
    ]);
  });

  it('an activity that undoes another is found by the line between them, whichever way it was drawn', () => {
    const drawn = (from: string, to: string) =>
      definitionIn(
        file(
          `<task id="t"/><boundaryEvent id="b" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><task id="u"/><association id="a" sourceRef="${from}" targetRef="${to}"/>`,
        ),
      );

    for (const definition of [drawn('b', 'u'), drawn('u', 'b')]) {
      expect(definition.elements.find(({ id }) => id === 'b')).toMatchObject({ handler: 'u' });
      expect(definition.elements.find(({ id }) => id === 'u')).toMatchObject({ forCompensation: true });
    }
  });
});

describe('flows', () => {
  const split = (inside: string, beside = '') =>
    definitionIn(file(`<exclusiveGateway id="g" ${beside}/><task id="a"/><task id="b"/>${inside}`)).flows.map(
      ({ id, condition, default: fallback }) => ({ id, condition, fallback }),
    );

  it('have conditions and a default, in the order of the file', () => {
    const flows = split(
      '<sequenceFlow id="f" sourceRef="g" targetRef="a"><conditionExpression xsi:type="tFormalExpression">$' +
        '{ok}</conditionExpression></sequenceFlow><sequenceFlow id="e" sourceRef="g" targetRef="b"><conditionExpression>nonsense $' +
        '{</conditionExpression></sequenceFlow>',
      'default="e"',
    );

    expect(flows).toEqual([
      { id: 'f', condition: 'ok', fallback: undefined },
      { id: 'e', condition: undefined, fallback: true },
    ]);
  });

  it.each([
    ['$' + '{bean.check(execution)}', "'bean.check(…)' is not understood"],
    ['$' + '{a &gt;}', 'something is missing at the end'],
    ['$' + '{a', "a '}' is missing"],
  ])('with a condition that cannot be said refuse the file, and say which: %s', (condition, reason) => {
    const findings = findingsIn(
      `<task id="a"/><task id="b"/><sequenceFlow id="f" name="yes" sourceRef="a" targetRef="b"><conditionExpression>${condition}</conditionExpression></sequenceFlow>`,
    );

    expect(findings.join()).toContain(`error bpmn-expression f: The condition '`);
    expect(findings.join()).toContain(`on flow ‘yes’ (f) cannot be taken over: ${reason}`);
  });

  it('with a program as their condition refuse the file', () => {
    expect(
      findingsIn(
        '<task id="a"/><task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="b"><conditionExpression language="javascript">a</conditionExpression></sequenceFlow>',
      ).join(),
    ).toContain('programs (javascript) are not run');
  });
});

describe('what cannot be carried out', () => {
  it.each([
    ['<complexGateway id="x"/>', 'a complex gateway'],
    [
      '<choreographyTask id="x" initiatingParticipantRef="p"><participantRef>p</participantRef><participantRef>q</participantRef><messageFlowRef>m</messageFlowRef></choreographyTask>',
      'a step of a choreography',
    ],
    [
      '<intermediateCatchEvent id="x" parallelMultiple="true"><messageEventDefinition messageRef="M"/><signalEventDefinition signalRef="S"/></intermediateCatchEvent>',
      'an event that waits for all at once',
    ],
    [
      '<intermediateCatchEvent id="x"><messageEventDefinition messageRef="M"/><messageEventDefinition messageRef="M"/></intermediateCatchEvent>',
      'an event with the same kind twice',
    ],
    ['<eventBasedGateway id="x" eventGatewayType="Parallel"/>', 'a gateway that waits for all events'],
    ['<newTask id="x"/>', '<newTask> is no known element of BPMN'],
  ])('stays drawn, kept and named: %s', (inside, words) => {
    const { definitions, findings } = read(
      file(`<task id="t"/>${inside}<sequenceFlow id="f" sourceRef="t" targetRef="x"/>`, root),
    );

    expect(definitions[0]?.elements[1]).toMatchObject({ type: 'unsupported', id: 'x' });
    expect(definitions[0]?.flows).toMatchObject([{ from: 't', to: 'x' }]);
    expect(told(findings).join()).toMatch(`warning bpmn-unsupported x: ‘x’: `);
    expect(told(findings).join()).toContain(words);
  });
});

describe('several processes', () => {
  it('the first that is executable is the main one, and only those that are executable are carried out', () => {
    const process = (id: string, executable: boolean) =>
      `<process id="${id}" isExecutable="${executable}"><task id="t${id}"/></process>`;
    const { definitions, executable } = read(
      file('<task id="t"/>', process('A', false) + process('B', true), 'isExecutable="true"'),
    );

    expect(definitions.map(({ id }) => id)).toEqual(['B', 'A', 'P']);
    expect(executable).toEqual(['B', 'P']);
  });

  it('pools, lanes, data, notes and lines are artifacts', () => {
    const [definition] = read(model('signavio.bpmn')).definitions;

    expect(definition?.artifacts?.map(({ type, id }) => `${type} ${id}`)).toEqual([
      'pool sid-pool',
      'pool sid-resident',
      'lane sid-lane1',
      'lane sid-lane1a',
      'lane sid-lane1b',
      'lane sid-lane2',
      'data sid-form',
      'annotation sid-note',
      'group sid-group',
      'line sid-assoc',
      'line sid-dia',
      'line sid-mf1',
      'line sid-mf2',
    ]);
    expect(definition?.artifacts?.find(({ id }) => id === 'sid-resident')).toMatchObject({ other: true });
    expect(definition?.elements.find(({ id }) => id === 'sid-listen')).toMatchObject({ roles: ['Phone'] });
    expect(definition?.elements.find(({ id }) => id === 'sid-visit')).toMatchObject({ roles: ['volunteer'] });
    expect(definition?.roles.find(({ id }) => id === 'volunteer')).toMatchObject({
      name: 'Volunteer',
      side: 'volunteer',
    });
  });
});

describe('forms', () => {
  it('of Camunda 7 become ours', () => {
    const { forms } = definitionIn(model('camunda-7.bpmn'));

    expect(forms[0]).toEqual({
      id: 'form-StartEvent_1',
      name: 'Request received',
      fields: [
        { key: 'street', type: 'text', label: 'Which street?', required: true },
        { key: 'guests', type: 'number', label: 'How many guests?', min: 1, max: 5000, default: 50 },
        {
          key: 'kind',
          type: 'choice',
          label: 'What kind?',
          default: 'barbecue',
          options: [
            { id: 'barbecue', label: 'Barbecue' },
            { id: 'flea-market', label: 'Flea market' },
          ],
        },
      ],
    });
    expect(forms[1]?.fields.map(({ key, type }) => [key, type])).toEqual([
      ['approved', 'yesNo'],
      ['remarks', 'text'],
    ]);
  });

  it('of Flowable become ours', () => {
    expect(definitionIn(model('flowable.bpmn20.xml')).forms[0]?.fields).toMatchObject([
      { key: 'helpers', type: 'number', required: true },
      { key: 'when', type: 'date' },
      { key: 'part', type: 'choice' },
    ]);
  });

  it('that lie elsewhere are named, and kept', () => {
    expect(told(read(model('camunda-8.bpmn')).findings).join()).toContain(
      "warning bpmn-form Check: ‘Check the form’ (Check): the form 'check-form' is not in this file",
    );
  });
});

describe('people', () => {
  it('are roles by every way a file names them; who is worked out later is everybody for now', () => {
    const { definitions, findings } = read(model('people.bpmn'));

    expect(definitions[0]?.elements.flatMap((one) => (one.type === 'userTask' ? [one.roles] : []))).toEqual([
      ['ada'],
      ['board', 'treasurer'],
      ['bob', 'helpers'],
      ['everyone'],
      ['everyone'],
    ]);
    expect(definitions[0]?.roles.find(({ id }) => id === 'everyone')).toMatchObject({ anyone: true });
    expect(told(findings)).toEqual([
      expect.stringContaining("who does it only follows from '$" + "{starter}'"),
    ]);
  });

  it('of Camunda 8 are texts and lists of FEEL', () => {
    expect(definitionIn(model('camunda-8.bpmn')).elements.find(({ id }) => id === 'Check')).toMatchObject({
      roles: ['secretary', 'board', 'members'],
      term: { duration: 'duration("P7D")' },
    });
  });
});
