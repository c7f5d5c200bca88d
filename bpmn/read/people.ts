// Who may do a task: those it names, else whoever the lane is for, else everybody.
import { expressionOf, isDynamic, literalTexts } from '../expressions/translate.ts';
import { attribute, textOf, type XmlElement } from '../xml/node.ts';
import { type Place, warn } from './place.ts';
import { bpmnChild, bpmnChildren, vendor, zeebe } from './reading.ts';

/** Roles that may complete a task, declared as they are found. */
export function readPeople(place: Place): string[] {
  const { node, roles, laneRole } = place;
  const named = [
    ...people(place, vendor(node, 'assignee')),
    ...zeebePeople(place, 'assignee'),
    ...performers(place, 'humanPerformer'),
    ...performers(place, 'performer'),
    ...people(place, vendor(node, 'candidateUsers'), true),
    ...zeebePeople(place, 'candidateUsers'),
    ...people(place, vendor(node, 'candidateGroups'), true),
    ...zeebePeople(place, 'candidateGroups'),
    ...performers(place, 'potentialOwner'),
  ];
  const known = [...new Set(named)];
  if (known.includes(undefined)) return [roles.everyone()];
  const ids = known.filter((one) => one !== undefined);
  if (ids.length > 0) return ids.map((id) => roles.add(id));
  return [laneRole ?? roles.everyone()];
}

/** Undefined stands for somebody who is only known when it runs. */
type Named = (string | undefined)[];

function people(place: Place, text: string | undefined, isList = false, at?: XmlElement): Named {
  if (text === undefined || text.trim() === '') return [];
  if (isDynamic(text)) return worked(place, text, at);
  return isList ? listed(text) : [text.trim()];
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Who is named by an expression is known only when it runs, unless the expression is a plain text or list of them. */
function worked(place: Place, text: string, at?: XmlElement): Named {
  const feel = expressionOf(text);
  const literal = feel.ok ? literalTexts(feel.feel) : undefined;
  if (literal) return literal;
  // A call such as `${user('ada')}` says it in words of its own.
  const groups = /^\s*[$#]\{\s*(?:user|group)\s*\(\s*'?([\w.@-]+)'?\s*\)\s*\}\s*$/.exec(text);
  if (groups) return [groups[1]];
  warn(
    place,
    'bpmn-people',
    `wie het doet blijkt pas uit ‘${text.trim()}’; tot iemand een rol kiest mag iedereen het doen`,
    `who does it only follows from '${text.trim()}'; until somebody chooses a role, everybody may`,
    at,
  );
  return [undefined];
}

function zeebePeople(place: Place, what: 'assignee' | 'candidateUsers' | 'candidateGroups'): Named {
  const assignment = zeebe(place.node, 'assignmentDefinition');
  return assignment ? people(place, attribute(assignment, what), what !== 'assignee', assignment) : [];
}

/** People by BPMN itself: `user(ada), group(board)`, a list of names, or a resource of the file. */
function performers(place: Place, local: string): Named {
  return bpmnChildren(place.node, local).flatMap((performer): Named => {
    const assignment = bpmnChild(performer, 'resourceAssignmentExpression');
    const expression =
      assignment && (bpmnChild(assignment, 'formalExpression') ?? bpmnChild(assignment, 'expression'));
    const text = expression && textOf(expression).trim();
    if (text) return isDynamic(text) ? worked(place, text, performer) : listed(text).map(withoutKind);
    const ref = bpmnChild(performer, 'resourceRef');
    const resource = ref && place.reading.target(textOf(ref));
    if (resource) return [attribute(resource, 'name')?.trim() || (attribute(resource, 'id') as string)];
    const name = attribute(performer, 'name')?.trim();
    return name ? [name] : [];
  });
}

const withoutKind = (text: string): string => /^(?:user|group)\((.+)\)$/.exec(text)?.[1]?.trim() ?? text;
