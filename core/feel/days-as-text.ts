// Days and moments are kept as text, and FEEL compares no text with a day: `start < today()` never holds and `start <= today()` always does.
import { parse } from './parse.ts';
import { childrenOf, type Node, treeOf } from './tree.ts';

/** What is kept under a name: a day `YYYY-MM-DD`, or a moment. */
export type Kept = 'date' | 'dateTime';

export interface DayAsText {
  /** Where the name stands. */
  from: number;
  to: number;
  name: string;
  /** As it must be written: `date(start)`. */
  instead: string;
}

/** Names of days that are compared with a day worked out there; none of what cannot be read. */
export function daysAsText(expression: string, kept: (name: string) => Kept | undefined): DayAsText[] {
  // Reading costs a thousand times what looking does.
  if (!/today|now|date|@"/.test(expression) || !parse(expression).ok) return [];
  const textOf = (node: Node) => expression.slice(node.from, node.to);
  const found: DayAsText[] = [];

  const isDay = (node: Node): boolean => {
    if (node.name === 'FunctionInvocation') return /^(?:today|now)\s*\(/.test(textOf(node));
    if (node.name === 'DateTimeLiteral') return /^(?:date|date and time)\s*\(|^@"-?\d{4}-/.test(textOf(node));
    const isMadeOf = node.name === 'ArithmeticExpression' || node.name === 'ParenthesizedExpression';
    return isMadeOf && childrenOf(node).some(isDay);
  };
  /** Also as one of several, or the bound of a range. */
  const hasDay = (node: Node): boolean =>
    isDay(node) || (/Unary|^Interval$|^Parenthesized/.test(node.name) && childrenOf(node).some(hasDay));
  const note = (node: Node): void => {
    if (node.name !== 'VariableName') return;
    const name = textOf(node);
    const kind = kept(name);
    if (!kind) return;
    const { from, to } = node;
    found.push({ from, to, name, instead: `${kind === 'date' ? 'date' : 'date and time'}(${name})` });
  };
  const visit = (node: Node): void => {
    const children = childrenOf(node);
    if (node.name === 'Comparison') {
      const [left, ...rest] = children;
      if (left && rest.some(hasDay)) note(left);
      if (left && isDay(left)) rest.forEach(note);
    }
    children.forEach(visit);
  };
  visit(treeOf(expression));
  return found;
}
